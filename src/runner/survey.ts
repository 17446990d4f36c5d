import type { Facts } from "../core/facts.ts";
import { join, slashed } from "../core/path.ts";
import { Problem } from "../core/problem.ts";
import { fs } from "./node.ts";

/** Takes the facts that need no process; changes nothing. */
export function surveyMachine(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): Facts {
  const windows = platform === "win32";
  const netrc = netrcFile(variables, windows);
  const withoutSecrets = whyNoSecrets(variables);
  return {
    variables,
    windows,
    folder: join(tempFolder(variables), `setup-private-python-${randomName()}`),
    workspace: slashed(filled(variables.GITHUB_WORKSPACE) ?? process.cwd()),
    ...(netrc === undefined ? {} : { netrc }),
    ...(withoutSecrets === undefined ? {} : { withoutSecrets }),
  };
}

/** Sixteen hexadecimal digits. It need not be a secret: a folder of that name is made, never found. */
function randomName(): string {
  return Array.from({ length: 16 }, () => Math.floor(Math.random() * 16).toString(16)).join("");
}

/** The job's folder for files that are gone after it (`RUNNER_TEMP`). */
export function tempFolder(variables: Readonly<Record<string, string | undefined>>): string {
  const folder = slashed(filled(variables.RUNNER_TEMP) ?? filled(variables.TMPDIR) ?? filled(variables.TEMP) ?? "/tmp");
  if (fs.existsSync(folder)) return folder;
  throw new Problem(
    {},
    `the folder ${folder} of RUNNER_TEMP does not exist`,
    "Run this action in a job of a workflow, or set RUNNER_TEMP to a folder",
  );
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : value;
}

/** `NETRC` if it is set, else the file in HOME, as Python's requests looks for it. */
function netrcFile(variables: Facts["variables"], windows: boolean): string | undefined {
  const home = filled(variables.HOME) ?? filled(variables.USERPROFILE) ?? "";
  const candidates =
    filled(variables.NETRC) === undefined ? [join(home, ".netrc"), ...(windows ? [join(home, "_netrc")] : [])] : [variables.NETRC ?? ""];
  return candidates.find((path) => canRead(path));
}

function canRead(path: string): boolean {
  if (!fs.existsSync(path)) return false;
  try {
    fs.readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/** GitHub passes no secrets to pull requests from forks, and Dependabot's own ones to its runs. */
function whyNoSecrets(variables: Facts["variables"]): Facts["withoutSecrets"] {
  if (variables.GITHUB_ACTOR === "dependabot[bot]" && variables.GITHUB_EVENT_NAME !== "pull_request_target") return "dependabot";
  if (variables.GITHUB_EVENT_NAME !== "pull_request") return undefined;
  const pull = readEvent(variables.GITHUB_EVENT_PATH).pull_request;
  const head = pull?.head?.repo?.full_name;
  return pull !== undefined && head !== pull.base?.repo?.full_name ? "fork" : undefined;
}

interface PullEvent {
  readonly pull_request?: Readonly<Record<"head" | "base", { readonly repo?: { readonly full_name?: string } | null } | undefined>>;
}

function readEvent(path: string | undefined): PullEvent {
  try {
    return JSON.parse(fs.readFileSync(path ?? "", "utf8")) as PullEvent;
  } catch {
    return {};
  }
}
