import { keep, sameValue } from "./vault.ts";

/**
 * A value that prints as its label, in a template, in JSON and in the
 * inspector alike, so that a plan or a journal can hold it and be shown.
 */
export class Secret {
  readonly label: string;

  constructor(label: string, value: string) {
    this.label = label;
    keep(this, value);
  }

  toString(): string {
    return `<${this.label}>`;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** A value written where a file format has its own quoting. */
export interface Encoded {
  readonly value: Value;
  /** `netrc`: one token of a netrc file (Python's `netrc` module, curl, uv). */
  readonly as: "netrc";
}

/** Text with secrets in it; only `runner/` can turn it into a string. */
export type Text = readonly (string | Secret | Encoded)[];

/** A value that may be secret: a user name is one when a host takes the token as user. */
export type Value = string | Secret;

export function text(strings: TemplateStringsArray, ...values: (Value | Encoded | Text)[]): Text {
  const parts: (string | Secret | Encoded)[] = [];
  strings.forEach((string, n) => {
    if (string !== "") parts.push(string);
    const value = values[n];
    if (value === undefined || value === "") return;
    if (Array.isArray(value)) parts.push(...(value as Text));
    else parts.push(value as string | Secret | Encoded);
  });
  return parts;
}

/** The text as people may see it: each secret by its label. */
export function labelled(parts: Text): string {
  return parts.map((part) => (typeof part === "string" || part instanceof Secret ? `${part}` : `${part.value}`)).join("");
}

/** Whether two values are the same, secret or not; tells nothing else. */
export function equal(a: Value, b: Value): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return sameValue(a, b);
}
