import { withoutHosts } from "../../core/netrc.ts";
import type { FileStep } from "../../core/plan.ts";
import { labelled } from "../../core/secret.ts";
import { fs } from "../node.ts";
import { render } from "../render.ts";
import type { Handler } from "./step.ts";

export const fileStep: Handler<FileStep> = {
  apply({ path, content, carry }, { journal }) {
    const carried = carry === undefined ? "" : withoutHosts(fs.readFileSync(carry.netrc, "utf8"), carry.without);
    journal.note({ kind: "file", path });
    fs.writeFileSync(path, render(content) + carried, { mode: 0o600, flag: "wx" });
  },
  show({ path, content, carry }) {
    const carried = carry === undefined ? "" : `    | … and the entries of ${carry.netrc} for other hosts\n`;
    const shown = labelled(content).trimEnd().replace(/^/gm, "    | ");
    return `file ${path} (0600)\n${shown}\n${carried}`.trimEnd();
  },
};
