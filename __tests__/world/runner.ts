import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { parse } from "yaml";
import { githubVariables, type JobFolders, jobFolders, machineVariables } from "./job-variables.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";
import { type RunningStep, type StepResult, startStep } from "./step.ts";
import type { World } from "./world.ts";

export type { Snapshot } from "./snapshot.ts";
export type { RunningStep, StepResult } from "./step.ts";

/** What a job begins with. */
export interface JobOptions {
  /** Without one, the job has no proxy: the machine's network, if any. */
  readonly world?: Pick<World, "environment">;
  /** Copied into the workspace: a name below `__tests__/projects`, or an absolute path. */
  readonly project?: string;
  /** The workflow's `env:`; may override anything, GITHUB_* and RUNNER_* included. */
  readonly environment?: Readonly<Record<string, string>>;
  /** `OWNER/NAME`. */
  readonly repository?: string;
  readonly event?: { readonly name: string; readonly payload?: object };
}

/** How to run an action. */
export interface UseOptions {
  readonly action?: "setup" | "index" | "publish";
  /** The scripts to run in place of those below `dist`. */
  readonly entry?: string;
  readonly postEntry?: string;
  /** The step's `env:`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** One job of a workflow, with folders of its own, as the runner would run it. */
export interface Job extends AsyncDisposable {
  readonly home: string;
  /** RUNNER_TEMP */
  readonly temp: string;
  readonly workspace: string;
  /** `uses:`; a failure of the step is a result, not an exception. */
  uses(inputs?: Readonly<Record<string, string>>, options?: UseOptions): Promise<StepResult>;
  /** The same, but while it runs; its effects reach later steps once `result` is there. */
  start(inputs?: Readonly<Record<string, string>>, options?: UseOptions): Promise<RunningStep>;
  /** `run:`; a text is a script for `sh -e`. */
  run(command: string | readonly string[], environment?: Readonly<Record<string, string>>): Promise<StepResult>;
  /** The post step of one `uses` (counted from 0), or of all that have not had theirs, last first. */
  post(index?: number): Promise<readonly StepResult[]>;
  /** HOME and RUNNER_TEMP as they are now. */
  snapshot(): Promise<Snapshot>;
}

interface Use {
  readonly inputs: Readonly<Record<string, string>>;
  readonly options: UseOptions;
  state: Readonly<Record<string, string>>;
  posted: boolean;
}

const root = join(import.meta.dirname, "..", "..");

/** Starts a job with an empty home. */
export async function startJob(options: JobOptions = {}): Promise<Job> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "job-")));
  const folders = jobFolders(folder);
  await Promise.all(Object.values(folders).map((one) => mkdir(one)));
  await writeFile(join(folders.github, "event.json"), JSON.stringify(options.event?.payload ?? {}));
  if (options.project) {
    await cp(resolve(root, "__tests__", "projects", options.project), folders.workspace, { recursive: true });
  }
  return new RunnerJob(folder, folders, options);
}

class RunnerJob implements Job {
  readonly home: string;
  readonly temp: string;
  readonly workspace: string;
  readonly #folder: string;
  readonly #files: string;
  readonly #machine: Readonly<Record<string, string>>;
  readonly #github: Readonly<Record<string, string>>;
  readonly #uses: Use[] = [];
  #exported: Readonly<Record<string, string>> = {};
  #paths: readonly string[] = [];

  constructor(folder: string, folders: JobFolders, options: JobOptions) {
    const { home, temp, workspace, github } = folders;
    this.home = home;
    this.temp = temp;
    this.workspace = workspace;
    this.#folder = folder;
    this.#files = github;
    this.#machine = { ...machineVariables(home), ...options.world?.environment, ...options.environment };
    const fixed = Object.entries(options.environment ?? {}).filter(([name]) => /^(GITHUB|RUNNER)_/.test(name));
    this.#github = { ...githubVariables(folders, options), ...Object.fromEntries(fixed) };
  }

  async uses(inputs: Readonly<Record<string, string>> = {}, options: UseOptions = {}): Promise<StepResult> {
    return (await this.start(inputs, options)).result;
  }

  async start(inputs: Readonly<Record<string, string>> = {}, options: UseOptions = {}): Promise<RunningStep> {
    const use: Use = { inputs, options, state: {}, posted: false };
    this.#uses.push(use);
    const entry = options.entry ?? join(root, "dist", options.action ?? "setup", "index.js");
    const { child, result } = await this.#step([process.execPath, entry], await useVariables(use));
    const kept = result.then((one) => {
      use.state = one.state;
      return one;
    });
    return { child, result: kept };
  }

  async run(command: string | readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<StepResult> {
    const words = typeof command === "string" ? ["sh", "-e", "-c", command] : command;
    return (await this.#step(words, environment)).result;
  }

  async post(index?: number): Promise<readonly StepResult[]> {
    const chosen = index === undefined ? this.#uses.filter((use) => !use.posted).reverse() : this.#uses.slice(index, index + 1);
    const results: StepResult[] = [];
    for (const use of chosen) {
      use.posted = true;
      const entry = use.options.postEntry ?? join(root, "dist", "post", "index.js");
      const state = Object.entries(use.state).map(([name, value]) => [`STATE_${name}`, value]);
      const variables = { ...(await useVariables(use)), ...Object.fromEntries(state) };
      results.push(await (await this.#step([process.execPath, entry], variables)).result);
    }
    return results;
  }

  snapshot(): Promise<Snapshot> {
    return takeSnapshot({ home: this.home, temp: this.temp });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  async #step([program = "", ...args]: readonly string[], own: Readonly<Record<string, string>>): Promise<RunningStep> {
    const environment = { ...this.#machine, ...this.#exported, ...own, ...this.#github };
    const path = [...this.#paths, environment.PATH ?? ""].join(delimiter);
    const command = { program, args, cwd: this.workspace, environment: { ...environment, PATH: path } };
    const { child, result } = await startStep(this.#files, command);
    const applied = result.then((one) => {
      this.#exported = { ...this.#exported, ...one.exported };
      this.#paths = [...new Set([...one.paths.toReversed(), ...this.#paths])];
      return one;
    });
    return { child, result: applied };
  }
}

async function useVariables({ inputs, options }: Use): Promise<Record<string, string>> {
  const action = options.action ?? "setup";
  const file = join(root, action === "setup" ? "" : action, "action.yml");
  const text = options.entry === undefined ? await readFile(file, "utf8") : "";
  const all = Object.entries({ ...readDefaults(text), ...inputs });
  const variables = all.map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]);
  return { ...options.environment, ...Object.fromEntries(variables) };
}

/** What the runner passes for inputs that the workflow leaves out; an expression counts as empty. */
function readDefaults(text: string): Record<string, string> {
  const declared = (parse(text) as { inputs?: Record<string, { default?: unknown } | null> } | null)?.inputs ?? {};
  const entries = Object.entries(declared).map(([name, input]) => [name, String(input?.default ?? "")] as const);
  return Object.fromEntries(entries.map(([name, value]) => [name, value.includes("${{") ? "" : value]));
}
