import { join } from "../core/path.ts";
import { childProcess, fs, paths } from "./node.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

/** The first program of this name on `PATH` that may be run. */
export function findProgram(name: string, variables: Variables): string | undefined {
  const path = Object.entries(variables).find(([key]) => key.toUpperCase() === "PATH")?.[1] ?? "";
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  const candidates = path
    .split(paths.delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
  return candidates.find((candidate) => mayRun(candidate));
}

function mayRun(path: string): boolean {
  try {
    fs.accessSync(path, fs.constants.X_OK);
    return fs.statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What a program prints; empty when it fails. Takes ten seconds at most. */
export function ask(argv: readonly string[], variables: Variables, folder?: string): string {
  const [program = "", ...args] = argv;
  const env = Object.fromEntries(Object.entries(variables).filter(([name]) => !/^(?:INPUT|STATE|SETUP_PRIVATE_PYTHON)_/i.test(name)));
  const result = childProcess().spawnSync(program, args, {
    env,
    encoding: "utf8",
    timeout: 10_000,
    windowsHide: true,
    stdio: ["ignore", "pipe", "ignore"],
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  return result.status === 0 ? result.stdout : "";
}
