/** Paths are written with `/` on every system: Git wants it, Windows takes it. */
export function slashed(path: string): string {
  return /^[A-Za-z]:[\\/]|^\\\\/.test(path) ? path.replaceAll("\\", "/") : path;
}

export function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(path);
}

export function join(...parts: readonly string[]): string {
  let whole = "";
  for (const part of parts) {
    const next = slashed(part);
    if (next === "" || next === ".") continue;
    whole = whole === "" || isAbsolute(next) ? next : `${whole.replace(/\/+$/, "")}/${next}`;
  }
  return /^(?:[A-Za-z]:)?\/$/.test(whole) ? whole : whole.replace(/\/+$/, "");
}
