import { Secret, type Text, type Value } from "../core/secret.ts";
import { reveal } from "../core/vault.ts";

/** The text as programs get it, secrets in the clear. */
export function render(parts: Text): string {
  return parts.map((part) => (typeof part === "string" || part instanceof Secret ? plain(part) : netrcToken(plain(part.value)))).join("");
}

export function plain(value: Value): string {
  return typeof value === "string" ? value : reveal(value);
}

/**
 * Bare where that is enough, as Python 3.10 and older know no quoting; else in
 * quotes with backslash escapes, as Python 3.11, curl and uv read it.
 */
function netrcToken(value: string): string {
  return /^[^\s"\\#][^\s"\\]*$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;
}
