/**
 * Names of indexes as the installers turn them into names of variables.
 */

/** uv: letters and digits in upper case, all else `_` (uv, "Environment variables", `UV_INDEX_{name}_USERNAME`). */
export function uvVariablePart(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, "_");
}

/** Poetry: upper case, `-` becomes `_`; a dot stays, and no variable of a shell can have one (measured). */
export function poetryVariablePart(name: string): string {
  return name.toUpperCase().replaceAll("-", "_");
}

/** A number as letters, A to Z and then AA…: Poetry ignores names with a digit in `POETRY_REPOSITORIES_<NAME>_URL`. */
export function letters(n: number): string {
  const last = String.fromCharCode(65 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last;
}
