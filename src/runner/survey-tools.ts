import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { delimiter } from "node:path";
import type { EnvironmentFacts, GitFacts, PythonFacts, ToolFacts } from "../core/facts.ts";
import { join, slashed } from "../core/path.ts";

type Variables = Readonly<Record<string, string | undefined>>;

export function surveyGit(variables: Variables): GitFacts {
  const git = findProgram("git", variables);
  const version = git === undefined ? undefined : /git version (\d+(?:\.\d+)*)/.exec(ask([git, "--version"], variables))?.[1];
  return version === undefined ? {} : { version };
}

/**
 * @param tool - the name of the program to look for; undefined for one that is part of the environment (pip)
 * @param environment - the folder where the project's environment will be
 */
export function surveyTools(variables: Variables, tool: string | undefined, environment: string | undefined): ToolFacts {
  const { python, tried } = surveyPython(variables);
  const uv = findProgram("uv", variables);
  const path = tool === "uv" ? uv : tool === undefined ? undefined : findProgram(tool, variables);
  const version = path === undefined ? undefined : /\d+(?:\.\d+)+\S*/.exec(ask([path, "--version"], variables))?.[0]?.replace(/[),]+$/, "");
  const there = environment === undefined ? undefined : surveyEnvironment(environment);
  return {
    pythonTried: tried,
    shell: findProgram("bash", variables) ?? findProgram("sh", variables) ?? "sh",
    ...(python === undefined ? {} : { python }),
    ...(uv === undefined ? {} : { uv }),
    ...(path === undefined || version === undefined ? {} : { found: { path, version } }),
    ...(there === undefined ? {} : { environment: there }),
  };
}

/** The base executable, so that an environment active now (an earlier use of this action) is not built upon. */
const PROBE = `import importlib.util as u, json, os, sys
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps({"path": base if os.path.exists(base) else sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "hasPip": u.find_spec("pip") is not None}))`;

function surveyPython(variables: Variables): { python?: PythonFacts; tried: readonly string[] } {
  const location = variables.pythonLocation;
  const set =
    location === undefined || location === ""
      ? []
      : [join(location, "bin/python"), join(location, "python.exe")].filter((path) => existsSync(path));
  const onPath = ["python", "python3"].flatMap((name) => findProgram(name, variables) ?? []);
  const tried = [...set, ...onPath];
  for (const candidate of tried) {
    try {
      const python = JSON.parse(ask([candidate, "-I", "-c", PROBE], variables)) as PythonFacts;
      if (/^3\.\d+\.\d+$/.test(python.version)) return { python: { ...python, path: slashed(python.path) }, tried };
    } catch {
      // Python 2, or a stand-in that only prints where to get Python: the next one.
    }
  }
  return { tried };
}

/** What a virtual environment says of itself in `pyvenv.cfg` (Python's `venv` module; `version` or, from uv and virtualenv, `version_info`). */
export function surveyEnvironment(folder: string): EnvironmentFacts | undefined {
  let config: string;
  try {
    config = readFileSync(join(folder, "pyvenv.cfg"), "utf8");
  } catch {
    return existsSync(folder) ? { folder, works: false } : undefined;
  }
  const version = /^version(?:_info)?\s*=\s*(\d+\.\d+\.\d+)/m.exec(config)?.[1];
  const works = existsSync(join(folder, "bin/python")) || existsSync(join(folder, "Scripts/python.exe"));
  return { folder, works, ...(version === undefined ? {} : { version }) };
}

/** The version of a package in an environment, from the name of its `.dist-info` folder: no process is started. */
export function installedVersion(environment: string, name: string): string | undefined {
  const folders = [join(environment, "Lib/site-packages"), ...libFolders(environment), environment];
  for (const folder of folders.filter((one) => existsSync(one))) {
    const found = readdirSync(folder).find((entry) => entry.toLowerCase().startsWith(`${name}-`) && entry.endsWith(".dist-info"));
    if (found !== undefined) return found.slice(name.length + 1, -".dist-info".length);
  }
  return undefined;
}

function libFolders(environment: string): readonly string[] {
  const lib = join(environment, "lib");
  if (!existsSync(lib)) return [];
  return readdirSync(lib)
    .filter((name) => name.startsWith("python"))
    .map((name) => join(lib, name, "site-packages"));
}

/** The first program of this name on `PATH` that may be run. */
export function findProgram(name: string, variables: Variables): string | undefined {
  const path = Object.entries(variables).find(([key]) => key.toUpperCase() === "PATH")?.[1] ?? "";
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  const candidates = path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
  return candidates.find((candidate) => mayRun(candidate));
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What a program prints; empty when it fails. Takes ten seconds at most. */
export function ask(argv: readonly string[], variables: Variables, folder?: string): string {
  const [program = "", ...args] = argv;
  const env = Object.fromEntries(Object.entries(variables).filter(([name]) => !/^INPUT_|^STATE_/i.test(name)));
  const result = spawnSync(program, args, {
    env,
    encoding: "utf8",
    timeout: 10_000,
    windowsHide: true,
    stdio: ["ignore", "pipe", "ignore"],
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  return result.status === 0 ? result.stdout : "";
}
