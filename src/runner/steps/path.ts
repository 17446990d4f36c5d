import type { PathStep } from "../../core/plan.ts";
import { addPath } from "../commands.ts";
import { paths } from "../node.ts";
import type { Handler } from "./step.ts";

export const pathStep: Handler<PathStep> = {
  apply({ folder }, { environment, runnerFiles }) {
    const name = Object.keys(environment).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
    environment[name] = `${folder}${paths.delimiter}${environment[name] ?? ""}`;
    addPath(runnerFiles.GITHUB_PATH, folder);
  },
  show: ({ folder }) => `path ${folder}`,
};
