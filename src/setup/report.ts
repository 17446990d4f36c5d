import { join } from "../core/path.ts";
import type { Plan, Step } from "../core/plan.ts";

/** What is only known after the install. */
export interface Result {
  readonly tool: string;
  readonly toolVersion?: string;
  readonly pythonVersion?: string;
  /** The environment, if it is there. */
  readonly environment?: string;
  readonly windows: boolean;
}

/** The second, small plan: the environment for later steps, and the outputs. */
export function planResult(result: Result): Plan {
  const { environment, windows } = result;
  const shown = [result.tool, result.toolVersion].filter((one) => one !== undefined).join(" ");
  const later: readonly Step[] =
    environment === undefined
      ? []
      : [
          { kind: "path", folder: join(environment, windows ? "Scripts" : "bin") },
          { kind: "variable", name: "VIRTUAL_ENV", value: [environment], reach: "job" },
          { kind: "variable", name: "SETUP_PRIVATE_PYTHON_ENVIRONMENT", value: [environment], reach: "job" },
        ];
  return {
    steps: [
      ...later,
      { kind: "output", name: "tool", value: result.tool },
      { kind: "output", name: "tool-version", value: result.toolVersion ?? "" },
      { kind: "output", name: "python-version", value: result.pythonVersion ?? "" },
      { kind: "output", name: "environment-path", value: environment ?? "" },
      {
        kind: "say",
        level: "info",
        message: `Ready: ${shown}${result.pythonVersion === undefined ? "" : `, Python ${result.pythonVersion}`}${environment === undefined ? "" : `, environment ${environment}`}`,
      },
    ],
  };
}
