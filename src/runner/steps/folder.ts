import type { FolderStep } from "../../core/plan.ts";
import { fs } from "../node.ts";
import type { Handler } from "./step.ts";

export const folderStep: Handler<FolderStep> = {
  apply({ path }, { journal }) {
    journal.note({ kind: "folder", path });
    fs.mkdirSync(path, { recursive: true, mode: 0o700 });
  },
  show: ({ path }) => `folder ${path} (0700)`,
};
