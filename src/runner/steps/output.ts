import type { OutputStep } from "../../core/plan.ts";
import { setEntry } from "../commands.ts";
import type { Handler } from "./step.ts";

export const outputStep: Handler<OutputStep> = {
  apply: ({ name, value }, { runnerFiles }) => setEntry(runnerFiles.GITHUB_OUTPUT, name, value),
  show: ({ name, value }) => `output ${name}=${value}`,
};
