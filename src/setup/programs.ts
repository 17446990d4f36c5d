import type { Facts, PythonFacts, ToolFacts } from "../core/facts.ts";
import { join } from "../core/path.ts";
import type { Command, Step } from "../core/plan.ts";
import { Problem } from "../core/problem.ts";
import { Secret, type Text, text } from "../core/secret.ts";
import type { Tool } from "../tools/tool.ts";

/** uv as an engine: where it is, what has to be run to have it, and the variables its commands get. */
export interface Engine {
  readonly path: string;
  readonly commands: readonly Command[];
  readonly environment: Pick<Command, "variables">;
}

/** uv from `PATH`, else as a package into a folder of our own: 2 s, where `python -m venv` with pip takes 10. */
export function fetchUv(python: PythonFacts, facts: Facts, { uv }: ToolFacts): Engine {
  const environment = { variables: engineVariables(facts) };
  if (uv !== undefined) return { path: uv, commands: [], environment };
  const folder = join(facts.folder, "uv");
  return { path: executable(join(folder, "bin/uv"), facts), environment, commands: [pipInto(folder, "uv", undefined, python, facts)] };
}

export interface OwnProgram {
  readonly path: string;
  /** Where its package lies. */
  readonly folder: string;
  readonly steps: readonly Step[];
}

/** A tool of our own in an isolated environment, with its program alone on `PATH`. */
export function installProgram(
  tool: Tool,
  wanted: string | undefined,
  python: PythonFacts,
  facts: Facts,
  toolFacts: ToolFacts,
): OwnProgram {
  const bin = join(facts.folder, "bin");
  const path = executable(join(bin, tool.name), facts);
  const onPath: readonly Step[] = [{ kind: "path", folder: bin }];
  const folder = join(facts.folder, "tools", tool.name);
  if (tool.name === "uv") {
    const title = `uv ${wanted ?? "(the newest)"}`;
    const fetch: Step = { kind: "command", title, commands: [pipInto(folder, "uv", wanted, python, facts)] };
    const links = ["uv", "uvx"].map(
      (name): Step => ({ kind: "link", path: executable(join(bin, name), facts), target: executable(join(folder, "bin", name), facts) }),
    );
    return { path, folder, steps: [fetch, { kind: "folder", path: bin }, ...links, ...onPath] };
  }
  return { path, folder, steps: [...isolated(tool, wanted, python, facts, toolFacts), ...onPath] };
}

function isolated(tool: Tool, wanted: string | undefined, python: PythonFacts, facts: Facts, toolFacts: ToolFacts): readonly Step[] {
  const uv = fetchUv(python, facts, toolFacts);
  const specifier = pipSpecifier(tool.name, wanted);
  const bin = join(facts.folder, "bin");
  const tools = join(facts.folder, "tools");
  const environment = join(tools, tool.name);
  const fast: Command = {
    argv: [uv.path, "tool", "install", "--quiet", "--python", python.path, specifier],
    folder: facts.folder,
    variables: { ...uv.environment.variables, UV_TOOL_DIR: text`${tools}`, UV_TOOL_BIN_DIR: text`${bin}` },
  };
  const scripts = join(environment, facts.windows ? "Scripts" : "bin");
  const slow: readonly Command[] = [
    { argv: [python.path, "-m", "venv", "--clear", environment], folder: facts.folder },
    { argv: [executable(join(scripts, "python"), facts), "-m", "pip", "install", "--quiet", specifier], folder: facts.folder },
  ];
  const link: Step = { kind: "link", path: executable(join(bin, tool.name), facts), target: executable(join(scripts, tool.name), facts) };
  return [
    { kind: "folder", path: bin },
    { kind: "command", title: `${tool.label} ${wanted ?? "(the newest)"}`, commands: [...uv.commands, fast], otherwise: slow },
    link,
  ];
}

function pipInto(folder: string, name: string, wanted: string | undefined, python: PythonFacts, facts: Facts): Command {
  if (!python.hasPip) {
    throw new Problem(
      {},
      `Python ${python.version} at ${python.path} has no pip, and uv is not on PATH`,
      "Add a step `uses: actions/setup-python@v6` before this one",
    );
  }
  const argv = [
    python.path,
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--no-deps",
    "--target",
    folder,
    pipSpecifier(name, wanted),
  ];
  const without = ["PIP_TARGET", "PIP_REQUIRE_VIRTUALENV", "PIP_USER", "PIP_PREFIX"];
  return { argv, folder: facts.folder, variables: { PIP_ROOT_USER_ACTION: text`ignore` }, without };
}

/** `uv` and a specifier as pip takes it. */
export function pipSpecifier(name: string, wanted: string | undefined): string {
  return `${name}${wanted ?? ""}`;
}

/** uv does not read pip's variables: the job's index and certificate authority are passed on, and no interpreter is downloaded. */
function engineVariables({ variables }: Facts): Readonly<Record<string, Text>> {
  const { PIP_INDEX_URL, PIP_CERT, UV_DEFAULT_INDEX, UV_INDEX_URL, SSL_CERT_FILE } = variables;
  return {
    UV_PYTHON_DOWNLOADS: text`never`,
    ...(PIP_INDEX_URL && !UV_DEFAULT_INDEX && !UV_INDEX_URL
      ? { UV_DEFAULT_INDEX: text`${new Secret("PIP_INDEX_URL of the job", PIP_INDEX_URL)}` }
      : {}),
    ...(PIP_CERT && !SSL_CERT_FILE ? { SSL_CERT_FILE: text`${PIP_CERT}` } : {}),
  };
}

function executable(path: string, { windows }: Facts): string {
  return windows ? `${path}.exe` : path;
}
