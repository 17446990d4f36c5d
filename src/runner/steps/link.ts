import { copyFileSync, existsSync, symlinkSync } from "node:fs";
import type { LinkStep } from "../../core/plan.ts";
import type { Handler } from "./step.ts";

export const linkStep: Handler<LinkStep> = {
  /** What an installer has put there already stays. */
  apply({ path, target }, { journal, windows }) {
    if (existsSync(path)) return;
    journal.note({ kind: "file", path });
    if (windows) copyFileSync(target, path);
    else symlinkSync(target, path);
  },
  show: ({ path, target }) => `link ${path} -> ${target}`,
};
