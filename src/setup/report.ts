import { join } from "../core/path.ts";
import type { Plan, Step } from "../core/plan.ts";
import type { Advice, Tool } from "../tools/tool.ts";

/** What is only known after the install. */
export interface Result {
  readonly tool: string;
  readonly toolVersion: string | undefined;
  readonly pythonVersion: string | undefined;
  /** The environment, if it is there. */
  readonly environment: string | undefined;
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

/** Why the install failed, from what it printed: the tool's own reasons, then those of Git. */
export function explain(tool: Tool | undefined, title: string, code: number, output: string): Advice {
  const own = tool?.explain(output);
  if (own !== undefined) return own;
  const unnamed = /could not read Username for '(https?:\/\/[^/'@]+)\/?'/.exec(output)?.[1];
  if (unnamed !== undefined) {
    return {
      what: `no credential covers a Git repository on ${unnamed}`,
      fix: `Add a line \`${unnamed.replace("://", "://TOKEN@")}/OWNER\` to the input \`git-credentials\``,
    };
  }
  const refused = /Authentication failed for '(https?:\/\/)(?:[^/'@]*@)?([^'@]+)'/.exec(output);
  if (refused !== null) {
    return {
      what: `the server refused the credential for ${refused[1]}${refused[2]}`,
      fix: "Check that the token has not expired and that it may read this repository",
    };
  }
  const missing = /repository '(https?:\/\/)(?:[^/'@]*@)?([^'@]+)' not found/i.exec(output);
  if (missing !== null) {
    return {
      what: `${missing[1]}${missing[2]} does not exist, or its credential may not see it`,
      fix: "Check the spelling of the URL, and that the token may read this repository",
    };
  }
  return { what: `\`${title}\` ended with exit code ${code}`, fix: "The log of the step says why" };
}
