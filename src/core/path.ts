const WINDOWS = /^(?:[A-Za-z]:[\\/]|\\\\)/;

/** Paths are written with `/` on every system: Git wants it, Windows takes it. */
export function slashed(path: string): string {
  return path.includes("\\") && WINDOWS.test(path) ? path.replaceAll("\\", "/") : path;
}

export function isAbsolute(path: string): boolean {
  return path.startsWith("/") || WINDOWS.test(path);
}

export function join(...parts: readonly string[]): string {
  let whole = "";
  for (const part of parts) {
    const next = slashed(part);
    if (next === "" || next === ".") continue;
    whole = whole === "" || isAbsolute(next) ? next : `${withoutSlash(whole)}/${next}`;
  }
  return whole === "/" || /^[A-Za-z]:\/$/.test(whole) ? whole : withoutSlash(whole);
}

function withoutSlash(path: string): string {
  return path.endsWith("/") ? path.replace(/\/+$/, "") : path;
}
