/** The content of a file such as GITHUB_ENV, read as strictly as the runner reads it. */
export function readEnvFile(content: string): Map<string, string> {
  const values = new Map<string, string>();
  let at = 0;
  const nextLine = (): { line: string; end: number; closed: boolean } | undefined => {
    if (at >= content.length) return undefined;
    const feed = content.indexOf("\n", at);
    const end = feed < 0 ? content.length : feed;
    const line = content.slice(at, end);
    at = feed < 0 ? content.length : feed + 1;
    return { line: process.platform === "win32" ? line.replace(/\r$/, "") : line, end, closed: feed >= 0 };
  };
  const readHeredoc = (delimiter: string): string => {
    const start = at;
    let last = at;
    for (;;) {
      const next = nextLine();
      if (!next) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      if (next.line === delimiter) break;
      if (!next.closed) throw new Error("Invalid value. EOF value must be followed by a newline");
      last = next.end;
    }
    return content.slice(start, last);
  };
  for (let next = nextLine(); next; next = nextLine()) {
    if (next.line === "") continue;
    const { name, value, delimiter } = splitLine(next.line);
    values.set(name, delimiter === undefined ? value : readHeredoc(delimiter));
  }
  return values;
}

/** GITHUB_PATH: one folder a line; what came last is looked up first. */
export function readPathFile(content: string): readonly string[] {
  return content.split(/\r?\n/).filter((line) => line !== "");
}

function splitLine(line: string): { name: string; value: string; delimiter?: string } {
  const [, name, sign, value = ""] = /^(.*?)(<<|=)(.*)$/s.exec(line) ?? [];
  if (name === undefined) throw new Error(`Invalid format '${line}'`);
  if (name === "") throw new Error(`Invalid format '${line}'. Name must not be empty`);
  if (sign === "=") return { name, value };
  if (value === "") throw new Error(`Invalid format '${line}'. Delimiter must not be empty`);
  return { name, value: "", delimiter: value };
}
