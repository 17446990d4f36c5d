import type { VariableStep } from "../../core/plan.ts";
import { labelled } from "../../core/secret.ts";
import { setEntry } from "../commands.ts";
import { render } from "../render.ts";
import type { Handler } from "./step.ts";

export const variableStep: Handler<VariableStep> = {
  apply({ name, value, reach }, { environment, runnerFiles }) {
    const rendered = render(value);
    environment[name] = rendered;
    if (reach === "job") setEntry(runnerFiles.GITHUB_ENV, name, rendered);
  },
  show: ({ name, value, reach }) => `variable ${name}=${labelled(value)}${reach === "step" ? " (for the install only)" : ""}`,
};
