import { slashed } from "../core/path.ts";
import { childProcess, fs, paths } from "./node.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

/** The first program of this name on `PATH` that may be run. */
export function findProgram(name: string, variables: Variables): string | undefined {
  const path = variables.PATH ?? Object.entries(variables).find(([key]) => key.toUpperCase() === "PATH")?.[1] ?? "";
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  for (const folder of path.split(paths.delimiter)) {
    const found = folder === "" ? undefined : endings.map((ending) => `${folder}/${name}${ending}`).find(mayRun);
    if (found !== undefined) return slashed(found);
  }
  return undefined;
}

/** By the file's mode: most places on `PATH` do not have it, and an exception for each costs more than all else here. */
function mayRun(path: string): boolean {
  try {
    const stat = fs.statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() === true && (process.platform === "win32" || (stat.mode & 0o111) !== 0);
  } catch {
    return false;
  }
}

/** The environment of a child: the inputs of the action, secrets among them, are not passed on. */
export function withoutInputs(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !/^(?:INPUT|STATE|SETUP_PRIVATE_PYTHON)_/i.test(name)));
}

/** What a program prints; empty when it fails. Takes ten seconds at most. */
export function ask(argv: readonly string[], variables: Variables, folder?: string): string {
  const [program = "", ...args] = argv;
  const result = childProcess().spawnSync(program, args, {
    env: withoutInputs(variables),
    encoding: "utf8",
    timeout: 10_000,
    windowsHide: true,
    stdio: ["ignore", "pipe", "ignore"],
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  return result.status === 0 ? result.stdout : "";
}
