import type { LinkStep } from "../../core/plan.ts";
import { fs } from "../node.ts";
import type { Handler } from "./step.ts";

export const linkStep: Handler<LinkStep> = {
  /** What an installer has put there already stays. */
  apply({ path, target }, { journal, windows }) {
    if (fs.existsSync(path)) return;
    journal.note({ kind: "file", path });
    if (windows) fs.copyFileSync(target, path);
    else fs.symlinkSync(target, path);
  },
  show: ({ path, target }) => `link ${path} -> ${target}`,
};
