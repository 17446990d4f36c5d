/**
 * The modules of Node that the start-up path uses, as `require` would give
 * them: an `import` of `node:fs` names all its exports, and so loads parts that
 * nobody asked for (measured: a tenth of the start-up time).
 */
export const fs = process.getBuiltinModule("node:fs");
export const paths = process.getBuiltinModule("node:path");

/** Loaded by the runs that start a process. */
export function childProcess(): typeof import("node:child_process") {
  return process.getBuiltinModule("node:child_process");
}

/** Loaded by the runs that need a token nobody can guess. */
export function crypto(): typeof import("node:crypto") {
  return process.getBuiltinModule("node:crypto");
}
