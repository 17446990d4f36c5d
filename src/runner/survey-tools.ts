import type { EnvironmentFacts, PythonFacts, ToolFacts } from "../core/facts.ts";
import { join, slashed } from "../core/path.ts";
import { fs } from "./node.ts";
import { ask, findProgram, type Variables } from "./programs.ts";

/**
 * @param tool - the name of the program to look for; undefined for one that is part of the environment (pip)
 * @param environment - the folder where the project's environment will be
 */
export function surveyTools(variables: Variables, tool: string | undefined, environment: string | undefined): ToolFacts {
  const uv = findProgram("uv", variables);
  const path = tool === "uv" ? uv : tool === undefined ? undefined : findProgram(tool, variables);
  const version = path === undefined ? undefined : /\d+(?:\.\d+)+\S*/.exec(ask([path, "--version"], variables))?.[0]?.replace(/[),]+$/, "");
  const there = environment === undefined ? undefined : surveyEnvironment(environment);
  const set = setInterpreter(variables);
  return {
    shell: findProgram("bash", variables) ?? findProgram("sh", variables) ?? "sh",
    ...(uv === undefined ? {} : { uv }),
    ...(path === undefined || version === undefined ? {} : { found: { path, version } }),
    ...(there === undefined ? {} : { environment: there }),
    ...(set === undefined ? {} : { setInterpreter: set }),
  };
}

/** The base executable, so that an environment active now (an earlier use of this action) is not built upon. */
const PROBE = `import importlib.util as u, json, os, sys
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps({"path": base if os.path.exists(base) else sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "hasPip": u.find_spec("pip") is not None}))`;

/** The job's interpreter: the one that `actions/setup-python` has set, else the first on `PATH` that is a Python 3. */
export function surveyPython(variables: Variables): Pick<ToolFacts, "python" | "pythonTried"> {
  const set = setInterpreter(variables);
  const onPath = ["python", "python3"].flatMap((name) => findProgram(name, variables) ?? []);
  const pythonTried = [...(set === undefined ? [] : [set]), ...onPath];
  for (const candidate of pythonTried) {
    try {
      const python = JSON.parse(ask([candidate, "-I", "-c", PROBE], variables)) as PythonFacts;
      if (/^3\.\d+\.\d+$/.test(python.version)) return { python: { ...python, path: slashed(python.path) }, pythonTried };
    } catch {
      // Python 2, or a stand-in that only prints where to get Python: the next one.
    }
  }
  return { pythonTried };
}

function setInterpreter({ pythonLocation: location }: Variables): string | undefined {
  if (location === undefined || location === "") return undefined;
  return [join(location, "bin/python"), join(location, "python.exe")].find((path) => fs.existsSync(path));
}

/** What a virtual environment says of itself in `pyvenv.cfg` (Python's `venv` module; `version` or, from uv and virtualenv, `version_info`). */
export function surveyEnvironment(folder: string): EnvironmentFacts | undefined {
  let config: string;
  try {
    config = fs.readFileSync(join(folder, "pyvenv.cfg"), "utf8");
  } catch {
    return fs.existsSync(folder) ? { folder, isEnvironment: false, works: false } : undefined;
  }
  const version = /^version(?:_info)?\s*=\s*(\d+\.\d+\.\d+)/m.exec(config)?.[1];
  const works = fs.existsSync(join(folder, "bin/python")) || fs.existsSync(join(folder, "Scripts/python.exe"));
  return { folder, isEnvironment: true, works, ...(version === undefined ? {} : { version }) };
}

/** The version of a package in an environment, from the name of its `.dist-info` folder: no process is started. */
export function installedVersion(environment: string, name: string): string | undefined {
  const folders = [join(environment, "Lib/site-packages"), ...libFolders(environment), environment];
  for (const folder of folders.filter((one) => fs.existsSync(one))) {
    const found = fs.readdirSync(folder).find((entry) => entry.toLowerCase().startsWith(`${name}-`) && entry.endsWith(".dist-info"));
    if (found !== undefined) return found.slice(name.length + 1, -".dist-info".length);
  }
  return undefined;
}

function libFolders(environment: string): readonly string[] {
  const lib = join(environment, "lib");
  if (!fs.existsSync(lib)) return [];
  return fs
    .readdirSync(lib)
    .filter((name) => name.startsWith("python"))
    .map((name) => join(lib, name, "site-packages"));
}
