import { Problem, type Where } from "./problem.ts";

/** A line of an input that is not empty and no comment; `line` counts from 1. */
export interface Line {
  readonly text: string;
  readonly line: number;
}

/** No secret of a real host is longer, and an environment variable holds little more. */
const LONGEST_LINE = 16_384;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd]/;

/** The lines of an input: CRLF or LF, blanks at the ends cut, empty lines and `#` comments left out. */
export function lines(input: string, value: string): readonly Line[] {
  const found: Line[] = [];
  value.split(/\r?\n/).forEach((raw, n) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    refuseUnprintable({ input, line: n + 1 }, line);
    found.push({ text: line, line: n + 1 });
  });
  return found;
}

/** A value of one line, blanks at the ends cut. */
export function single(input: string, value: string): string {
  const line = value.trim();
  refuseUnprintable({ input }, line);
  return line;
}

export function refuseUnprintable(where: Where, value: string): void {
  if (value.length > LONGEST_LINE) {
    throw new Problem(where, `the value has ${value.length} characters; ${LONGEST_LINE} is the most`, "Check what was pasted");
  }
  const bad = UNPRINTABLE.exec(value);
  if (bad === null) return;
  const code = bad[0].charCodeAt(0);
  const name = code === 10 || code === 13 ? "a line break" : `an invisible character (U+${hex(code)})`;
  throw new Problem(where, `the value contains ${name}`, "Paste the value again as plain text, on one line");
}

/** Booleans as YAML 1.2's core schema has them. */
export function boolean(input: string, value: string): boolean {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new Problem({ input }, `${quoted(value)} is neither true nor false`, `Write \`${input}: true\` or \`false\``);
}

export function choice<T extends string>(input: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  const near = known.find((one) => one === value.toLowerCase());
  const fix = near === undefined ? `Use one of: ${known.join(", ")}` : `Write \`${near}\``;
  throw new Problem({ input }, `${quoted(value)} is not known`, fix);
}

/** A value of the user's in a message: shortened, and nothing in it that could act on a terminal or log. */
export function quoted(value: string): string {
  const clean = value.replace(new RegExp(UNPRINTABLE, "g"), "\ufffd").replaceAll("\t", " ");
  return clean.length > 80 ? `"${clean.slice(0, 77)}…"` : `"${clean}"`;
}

/** Words as a POSIX shell splits them: blanks, '…', "…" and \x; nothing is expanded. */
export function words(input: string, value: string): readonly string[] {
  const found: string[] = [];
  let rest = value.replace(/\\\r?\n/g, " ").trim();
  while (rest !== "") {
    const word = /^(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/.exec(rest)?.[0];
    const after = word === undefined ? rest : rest.slice(word.length);
    if (word === undefined || (after !== "" && !/^\s/.test(after))) {
      throw new Problem({ input }, "a quote is not closed", "Close it, or escape it with a backslash");
    }
    found.push(unquoted(word));
    rest = after.trimStart();
  }
  for (const word of found) refuseUnprintable({ input }, word);
  return found;
}

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g, (_all, plain?: string, escaped?: string, one?: string) => {
    if (plain !== undefined) return plain;
    if (escaped !== undefined) return escaped.replace(/\\(["\\$`])/g, "$1");
    return one ?? "";
  });
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, "0");
}
