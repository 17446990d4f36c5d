import { defined } from "../core/defined.ts";
import type { Facts, PythonFacts, ToolFacts } from "../core/facts.ts";
import { join } from "../core/path.ts";
import type { Command, Plan, Step } from "../core/plan.ts";
import { Problem } from "../core/problem.ts";
import { matches } from "../python/matches.ts";
import type { Project } from "../python/project.ts";
import type { Tool, Variables } from "../tools/tool.ts";
import { fetchUv, installProgram, pipSpecifier } from "./programs.ts";
import type { Settings } from "./settings.ts";

export interface ToolPlan extends Plan {
  /** The program of the tool, as the install command calls it. */
  readonly program: readonly string[];
  /** Where the environment will be; undefined when the tool has to be asked. */
  readonly environment: string | undefined;
  /** The arguments that make the tool say where it is. */
  readonly ask: readonly string[] | undefined;
  /** The folder of a tool of our own, which tells its version. */
  readonly toolFolder: string | undefined;
}

export interface ToolContext {
  readonly settings: Settings;
  readonly project: Project;
  readonly tool: Tool;
  readonly facts: Facts;
  readonly toolFacts: ToolFacts;
}

/** The environment that the job has made active itself; the one of an earlier use of this action does not count. */
export function activeEnvironment(variables: Variables): string | undefined {
  const active = join(variables.VIRTUAL_ENV ?? "");
  return active === "" || active === join(variables.SETUP_PRIVATE_PYTHON_ENVIRONMENT ?? "") ? undefined : active;
}

/** The specifier of the tool's version: the input's, else the project's. */
export function wantedVersion(settings: Settings, tool: Tool, project: Project): string | undefined {
  return settings.toolVersion ?? tool.asks(project)?.specifier;
}

/** The tool, its environment where that has to be made before, and the install command. */
export function planTool(context: ToolContext): ToolPlan {
  const { settings, project, tool, facts, toolFacts } = context;
  const place = environmentOf(context);
  const settingsSteps = tool
    .settings({ project, variables: facts.variables, folder: facts.folder, ...defined({ setInterpreter: toolFacts.setInterpreter }) })
    .map(({ name, value }): Step => ({ kind: "variable", name, value, reach: "job" }));
  const isThere = isReusable(context, place);
  const had = tool.name === "pip" ? pipProgram(context, place, isThere) : program(context);
  const made = tool.wantsEnvironment(project) && place !== undefined && !isThere ? makeEnvironment(context, place) : [];
  const decided = tool.environment(project, facts.variables);
  return {
    program: had.program,
    environment: place,
    ask: place === undefined && "ask" in decided ? decided.ask : undefined,
    toolFolder: had.toolFolder,
    steps: [...had.steps(made), ...settingsSteps, ...(settings.install ? installSteps(context, had.program) : [])],
  };
}

/** Whether the plan needs the job's interpreter: to install the tool, or to make an environment. */
export function needsPython({ settings, project, tool, toolFacts }: Omit<ToolContext, "facts">): boolean {
  return tool.name === "pip" || tool.wantsEnvironment(project) || suitable(toolFacts, wantedVersion(settings, tool, project)) === undefined;
}

function suitable({ found }: ToolFacts, wanted: string | undefined): ToolFacts["found"] {
  return found !== undefined && matches(found.version, wanted) ? found : undefined;
}

interface Had {
  readonly program: readonly string[];
  readonly toolFolder?: string;
  steps(environment: readonly Step[]): readonly Step[];
}

/** The tool on `PATH` if it is one that the project wants, else one of our own. */
function program({ settings, project, tool, facts, toolFacts }: ToolContext): Had {
  const wanted = wantedVersion(settings, tool, project);
  const found = suitable(toolFacts, wanted);
  if (found !== undefined) return { program: [found.path], steps: (environment) => environment };
  const ours = installProgram(tool, wanted, needPython(toolFacts), facts, toolFacts);
  return { program: [ours.path], toolFolder: ours.folder, steps: (environment) => [...ours.steps, ...environment] };
}

/** pip as a module of the environment; one that is there already gets another pip only where one is asked for. */
function pipProgram({ settings, facts }: ToolContext, place: string | undefined, isThere: boolean): Had {
  const python = pythonOf(place ?? "", facts.windows);
  const wanted = settings.toolVersion;
  const argv = [python, "-m", "pip", "install", "--quiet", "--upgrade", pipSpecifier("pip", wanted)];
  const upgrade: readonly Step[] =
    isThere && wanted !== undefined ? [{ kind: "command", title: `pip ${wanted}`, commands: [{ argv, folder: facts.folder }] }] : [];
  return { program: [python, "-m", "pip"], steps: (environment) => [...environment, ...upgrade] };
}

/** The active environment, else where the tool will put it; undefined when the tool has to be asked. uv takes no active one. */
export function environmentOf({ project, tool, facts }: Pick<ToolContext, "project" | "tool" | "facts">): string | undefined {
  const active = activeEnvironment(facts.variables);
  if (active !== undefined && tool.name !== "uv") return active;
  const place = tool.environment(project, facts.variables);
  return "folder" in place ? place.folder : undefined;
}

/** The active environment, or one of the same interpreter; any other is made anew. */
function isReusable({ facts, toolFacts: { environment: there, python } }: ToolContext, place: string | undefined): boolean {
  return (
    there !== undefined &&
    there.folder === place &&
    there.works &&
    (there.folder === activeEnvironment(facts.variables) || there.version === python?.version)
  );
}

/** To make an environment anew empties its folder: never the job's own one, and none that is something else. */
function refuseToEmpty(folder: string, { variables }: Facts, { environment: there }: ToolFacts): void {
  if (folder === activeEnvironment(variables)) {
    throw new Problem(
      {},
      `VIRTUAL_ENV names ${folder}, and there is no working virtual environment`,
      "Make it before this step, or unset VIRTUAL_ENV",
    );
  }
  if (there === undefined || there.isEnvironment) return;
  throw new Problem(
    {},
    `${folder} is there and is no virtual environment`,
    "Remove or rename it, or make an environment of your own active before this step",
  );
}

/** uv makes an environment a hundred times faster than `python -m venv`; pip is put into it for a project of pip's. */
function makeEnvironment({ settings, tool, facts, toolFacts }: ToolContext, folder: string): readonly Step[] {
  const python = needPython(toolFacts);
  refuseToEmpty(folder, facts, toolFacts);
  const uv = fetchUv(python, facts, toolFacts);
  const inside = pythonOf(folder, facts.windows);
  const seed = tool.name === "pip" ? [pipSpecifier("pip", settings.toolVersion)] : [];
  const venv: Command = {
    argv: [uv.path, "venv", "--quiet", "--clear", "--python", python.path, folder],
    folder: facts.folder,
    ...uv.environment,
  };
  const pip: Command = {
    argv: [uv.path, "pip", "install", "--quiet", "--python", inside, ...seed],
    folder: facts.folder,
    ...uv.environment,
  };
  const plainVenv: Command = { argv: [python.path, "-m", "venv", "--clear", folder], folder: facts.folder };
  const upgrade: Command = { argv: [inside, "-m", "pip", "install", "--quiet", "--upgrade", ...seed], folder: facts.folder };
  const commands = [...uv.commands, ...(seed.length === 0 ? [venv] : [venv, pip])];
  return [
    {
      kind: "command",
      title: `A virtual environment with Python ${python.version}`,
      commands,
      otherwise: seed.length === 0 || settings.toolVersion === undefined ? [plainVenv] : [plainVenv, upgrade],
    },
  ];
}

function installSteps({ settings, project, tool, facts, toolFacts }: ToolContext, program: readonly string[]): readonly Step[] {
  const without = activeEnvironment(facts.variables) === undefined ? ["VIRTUAL_ENV"] : [];
  const folder = project.folder;
  if (settings.installCommands.length > 0) {
    return settings.installCommands.map((line) => ({
      kind: "command",
      title: line,
      commands: [{ argv: [toolFacts.shell, "-e", "-c", line], folder, without }],
      install: true,
    }));
  }
  const args = tool.install(project, facts.variables, settings.installArgs);
  return [
    {
      kind: "command",
      title: `${tool.name} ${args.join(" ")}`,
      commands: [{ argv: [...program, ...args], folder, without }],
      install: true,
    },
  ];
}

export function pythonOf(environment: string, windows: boolean): string {
  return windows ? join(environment, "Scripts/python.exe") : join(environment, "bin/python");
}

function needPython({ python, pythonTried = [] }: ToolFacts): PythonFacts {
  if (python !== undefined) return python;
  const tried =
    pythonTried.length === 0 ? "no `python` or `python3` is on PATH" : `none of these runs as Python 3: ${pythonTried.join(", ")}`;
  throw new Problem({}, `no Python was found: ${tried}`, "Add a step `uses: actions/setup-python@v6` before this one");
}
