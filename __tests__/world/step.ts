import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Commands, readCommands } from "./commands.ts";
import { readEnvFile, readPathFile } from "./env-file.ts";

/** What a step did, as the runner sees it. */
export interface StepResult extends Commands {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What it wrote to GITHUB_ENV. */
  readonly exported: Readonly<Record<string, string>>;
  /** What it wrote to GITHUB_PATH. */
  readonly paths: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  /** What it wrote to GITHUB_STEP_SUMMARY. */
  readonly summary: string;
}

/** A step that is under way. */
export interface RunningStep {
  readonly child: ChildProcess;
  readonly result: Promise<StepResult>;
}

/** What to run, where, and with which variables. */
export interface StepCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
}

const files = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"] as const;

/** Starts a step with command files of its own below `folder`. */
export async function startStep(folder: string, command: StepCommand): Promise<RunningStep> {
  await mkdir(folder, { recursive: true });
  const own = await mkdtemp(join(folder, "step-"));
  await Promise.all(files.map((name) => writeFile(join(own, name), "")));
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: { ...command.environment, ...Object.fromEntries(files.map((name) => [name, join(own, name)])) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const both: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => both.push(chunk) && stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => both.push(chunk) && stderr.push(chunk));
  const ended = new Promise<Pick<StepResult, "code" | "signal">>((resolve, reject) => {
    child.once("error", reject).once("close", (code, signal) => resolve({ code, signal }));
  });
  const result = ended.then(async (end) => ({
    ...end,
    stdout: join8(stdout),
    stderr: join8(stderr),
    ...readCommands(join8(both)),
    ...(await readFiles(own)),
  }));
  return { child, result };
}

function join8(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}

async function readFiles(folder: string): Promise<Pick<StepResult, "outputs" | "exported" | "paths" | "state" | "summary">> {
  const read = (name: (typeof files)[number]): Promise<string> => readFile(join(folder, name), "utf8");
  const values = async (name: (typeof files)[number]): Promise<Record<string, string>> => Object.fromEntries(readEnvFile(await read(name)));
  const exported = await values("GITHUB_ENV");
  if ("NODE_OPTIONS" in exported) throw new Error("Can't store NODE_OPTIONS using '$GITHUB_ENV' command.");
  return {
    exported,
    paths: readPathFile(await read("GITHUB_PATH")),
    outputs: await values("GITHUB_OUTPUT"),
    state: await values("GITHUB_STATE"),
    summary: await read("GITHUB_STEP_SUMMARY"),
  };
}
