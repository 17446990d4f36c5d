import { pip } from "./pip.ts";
import { poetry } from "./poetry.ts";
import type { Tool } from "./tool.ts";
import { uv } from "./uv.ts";

/** In the order in which they are asked whether a project is theirs; pip takes what no other claims. */
export const tools: readonly Tool[] = [poetry, uv, pip];

/** Lockfiles and files of installers that are not supported yet, to say so rather than to guess. */
export const FOREIGN_LOCKFILES: readonly { readonly file: string; readonly label: string }[] = [
  { file: "pdm.lock", label: "PDM" },
  { file: "Pipfile.lock", label: "Pipenv" },
  { file: "Pipfile", label: "Pipenv" },
];
