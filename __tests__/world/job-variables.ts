import { join } from "node:path";

/** The folders of one job. */
export interface JobFolders {
  readonly home: string;
  readonly temp: string;
  readonly workspace: string;
  readonly toolCache: string;
  /** Command files and the event, out of sight of a snapshot. */
  readonly github: string;
}

/** Where a job keeps what, below a folder of its own. */
export function jobFolders(folder: string): JobFolders {
  const [home, temp, workspace] = [join(folder, "home"), join(folder, "temp"), join(folder, "workspace")];
  return { home, temp, workspace, toolCache: join(folder, "tools"), github: join(folder, "github") };
}

/** The few variables of this machine that a job may see: none that configures Git, pip, uv or Poetry. */
export function machineVariables(home: string): Record<string, string> {
  const kept = process.platform === "win32" ? ["PATH", "SystemRoot", "TEMP", "TMP", "PATHEXT", "ComSpec"] : ["PATH"];
  const values = kept.map((name) => [name, process.env[name] ?? ""]);
  const own = process.platform === "win32" ? { USERPROFILE: home } : {};
  return { ...Object.fromEntries(values), ...own, HOME: home, LANG: "C.UTF-8" };
}

/** The variables that the runner sets itself and that no step can change. */
export function githubVariables(
  folders: JobFolders,
  options: { readonly repository?: string; readonly event?: { readonly name: string } },
): Record<string, string> {
  const repository = options.repository ?? "acme/app";
  const server = "https://git.acme.test";
  return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTOR: "octocat",
    GITHUB_API_URL: `${server}/api/v3`,
    GITHUB_EVENT_NAME: options.event?.name ?? "push",
    GITHUB_EVENT_PATH: join(folders.github, "event.json"),
    GITHUB_JOB: "test",
    GITHUB_REF: "refs/heads/main",
    GITHUB_REF_NAME: "main",
    GITHUB_REF_TYPE: "branch",
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: repository.replace(/\/.*/, ""),
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SERVER_URL: server,
    GITHUB_SHA: "0123456789012345678901234567890123456789",
    GITHUB_WORKFLOW: "test",
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: process.arch === "arm64" ? "ARM64" : "X64",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "test",
    RUNNER_OS: { darwin: "macOS", win32: "Windows" }[process.platform as string] ?? "Linux",
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.toolCache,
  };
}
