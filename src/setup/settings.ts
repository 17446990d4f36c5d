import { isAbsolute } from "../core/path.ts";
import { Problem } from "../core/problem.ts";
import { boolean, choice, lines, quoted, single, words } from "../core/read.ts";
import { readSpecifier } from "../python/versions.ts";
import { TOOL_NAMES } from "../tools/tool.ts";
import { type GitCredential, readGitCredentials } from "./git-credentials.ts";
import { type Index, readIndexes } from "./indexes.ts";
import type { Input, InputName, Inputs } from "./inputs.ts";
import { type Job, refuseEmptySecrets } from "./job.ts";

/** The inputs, typed and checked against each other; all errors of inputs alone are found by then. */
export interface Settings {
  readonly gitCredentials: readonly GitCredential[];
  readonly indexes: readonly Index[];
  readonly defaultIndex?: string;
  readonly tool: (typeof TOOL_CHOICES)[number];
  /** PEP 440. */
  readonly toolVersion?: string;
  /** As given: absolute, or relative to the workspace. */
  readonly workingDirectory: string;
  readonly install: boolean;
  readonly installArgs: readonly string[];
  /** Command lines for a shell, in place of the default command. */
  readonly installCommands: readonly string[];
  readonly persistCredentials: boolean;
  readonly dryRun: boolean;
}

const TOOL_CHOICES = ["auto", ...TOOL_NAMES, "none"] as const;

/** @throws Problem that names the input, its line and the fix, and quotes no secret */
export function readSettings(inputs: Inputs, job: Job): Settings {
  const one = (name: InputName): string => single(name, inputs[name].value);
  refuseEmptySecrets(inputs, job);
  const version = one("tool-version");
  const indexes = readIndexes(inputs.indexes, job);
  const settings: Settings = {
    gitCredentials: readGitCredentials(inputs, job),
    indexes,
    ...readDefaultIndex(one("default-index"), indexes, inputs["default-index"].from),
    tool: choice("tool", one("tool"), TOOL_CHOICES),
    ...(version === "" ? {} : { toolVersion: readSpecifier({ input: "tool-version" }, version) }),
    workingDirectory: readFolder("working-directory", one("working-directory")),
    install: boolean("install", one("install")),
    installArgs: words("install-args", inputs["install-args"].value),
    installCommands: lines("install-command", inputs["install-command"].value).map(({ text }) => text),
    persistCredentials: boolean("persist-credentials", one("persist-credentials")),
    dryRun: boolean("dry-run", one("dry-run")),
  };
  refuseContradictions(settings, inputs);
  return settings;
}

/** An organisation's default that this workflow's indexes do not have is left aside. */
function readDefaultIndex(name: string, indexes: readonly Index[], from: Input["from"]): { readonly defaultIndex?: string } {
  if (name === "") return {};
  if (from === "variable" && !indexes.some((index) => index.name === name)) return {};
  if (indexes.some((index) => index.name === name)) return { defaultIndex: name };
  const known = indexes.length === 0 ? "`indexes` is empty" : `\`indexes\` has: ${indexes.map((index) => index.name).join(", ")}`;
  throw new Problem(
    { input: "default-index" },
    `no index is called ${quoted(name)}; ${known}`,
    `Add a line \`NAME=URL\` to \`indexes\`, or correct the name`,
  );
}

function readFolder(input: InputName, value: string): string {
  if (value.split(/[\\/]/).includes("..")) {
    throw new Problem({ input }, `${quoted(value)} contains \`..\``, "Write the path without `..`");
  }
  if (value.startsWith("~")) {
    throw new Problem({ input }, `${quoted(value)} begins with ~, which only a shell expands`, "Write the path in full");
  }
  return isAbsolute(value) ? value : value.replace(/^\.\//, "");
}

function refuseContradictions(settings: Settings, inputs: Inputs): void {
  const said = (name: InputName): boolean => inputs[name].from === "input";
  if (settings.installCommands.length > 0 && settings.installArgs.length > 0 && said("install-args")) {
    throw new Problem(
      { input: "install-args" },
      "`install-command` replaces the command that `install-args` would be added to",
      "Write the arguments into `install-command`",
    );
  }
  if (!settings.install && said("install") && settings.installCommands.length > 0 && said("install-command")) {
    throw new Problem({ input: "install-command" }, "`install: false` says that nothing is installed", "Remove one of the two");
  }
  for (const name of ["install-args", "install-command"] as const) {
    if (settings.tool === "none" && said(name)) {
      throw new Problem({ input: name }, "`tool: none` installs nothing", `Remove \`${name}\`, or name the tool`);
    }
  }
  if (!settings.persistCredentials && said("persist-credentials") && (settings.tool === "none" || !settings.install)) {
    throw new Problem(
      { input: "persist-credentials" },
      "nothing is installed, so nothing would see the credentials",
      "Remove `persist-credentials: false`, or let this step install",
    );
  }
  if (settings.tool === "none" && settings.toolVersion !== undefined && said("tool-version")) {
    throw new Problem({ input: "tool-version" }, "`tool: none` installs no tool", "Remove `tool-version`, or name the tool");
  }
}
