import { type GitUrl, readGitUrl } from "../core/git-url.ts";
import { isAbsolute, join } from "../core/path.ts";
import { text } from "../core/secret.ts";
import { uvVariablePart } from "../python/names.ts";
import { type Project, standardGitUrls } from "../python/project.ts";
import { at, list, string, type Table, table } from "../python/toml.ts";
import { readSpecifier } from "../python/versions.ts";
import type { NamedIndex, Tool } from "./tool.ts";

/** An argument or a variable that says otherwise about the lockfile. */
const SAYS_OTHERWISE = /^(?:--locked|--frozen|--no-locked|-U|--upgrade(?:-package)?|-P)(?:=|$)/;

/** uv (https://docs.astral.sh/uv). */
export const uv: Tool = {
  name: "uv",
  label: "uv",
  lockfile: "uv.lock",
  claims: ({ pyproject, names }) =>
    names.has("uv.toml") || "uv" in at(pyproject, "tool") || string(at(pyproject, "build-system")["build-backend"]) === "uv_build",
  asks(project) {
    const inPyproject = string(at(project.pyproject, "tool", "uv")["required-version"]);
    const required = string(project.uvToml?.["required-version"]) ?? inPyproject;
    const file = required === inPyproject ? "pyproject.toml" : "uv.toml";
    return required === undefined ? undefined : { specifier: readSpecifier({ file }, required), file };
  },
  gitUrls: (project) => [...lockedGitUrls(project), ...declaredGitUrls(project), ...standardGitUrls(project)],
  indexes: (project) => [...named(at(project.pyproject, "tool", "uv"), "pyproject.toml"), ...named(project.uvToml ?? {}, "uv.toml")],
  normalise: uvVariablePart,
  indexVariables({ name, url, named: known, user, password, isDefault }) {
    const part = uvVariablePart(known?.name ?? name);
    return [
      ...(isDefault && known?.isDefault !== true
        ? [{ name: "UV_DEFAULT_INDEX", value: text`${known?.name ?? name}=${known?.url ?? url}` }]
        : []),
      ...(user === undefined ? [] : [{ name: `UV_INDEX_${part}_USERNAME`, value: text`${user}` }]),
      ...(password === undefined ? [] : [{ name: `UV_INDEX_${part}_PASSWORD`, value: text`${password}` }]),
    ];
  },
  gitVariables: () => [],
  besides: () => [],
  wantsEnvironment: (project) => !managesProject(project),
  environment(project, { UV_PROJECT_ENVIRONMENT: set }) {
    if (set === undefined || set === "" || !managesProject(project)) return { folder: join(project.folder, ".venv") };
    return { folder: isAbsolute(set) ? set : join(project.folder, set) };
  },
  settings: ({ project, variables, setInterpreter }) =>
    setInterpreter === undefined || variables.UV_PYTHON !== undefined || !managesProject(project)
      ? []
      : [{ name: "UV_PYTHON", value: text`${setInterpreter}` }],
  install({ names, requirements }, variables, args) {
    if (!names.has("pyproject.toml") && requirements.has("requirements.txt")) return ["pip", "install", "-r", "requirements.txt", ...args];
    const decided = variables.UV_LOCKED ?? variables.UV_FROZEN ?? args.find((arg) => SAYS_OTHERWISE.test(arg));
    return ["sync", ...(names.has("uv.lock") && decided === undefined ? ["--locked"] : []), ...args];
  },
  explain(output) {
    if (/lockfile at `[^`]*uv\.lock` needs to be updated/.test(output)) {
      return { what: "uv.lock does not match pyproject.toml", fix: "Run `uv lock` and commit uv.lock" };
    }
    return undefined;
  },
};

/** Without a pyproject.toml only `uv pip` works, which would install into the interpreter that `UV_PYTHON` names. */
function managesProject({ names }: Project): boolean {
  return names.has("pyproject.toml");
}

/** `source = { git = "URL?tag=v1#COMMIT" }` */
function lockedGitUrls(project: Project): readonly GitUrl[] {
  return list(project.uvLock?.package).flatMap((one) => {
    const spelled = string(at(table(one), "source").git);
    return spelled === undefined ? [] : (readGitUrl(spelled.replace(/[?#].*$/, "")) ?? []);
  });
}

function declaredGitUrls(project: Project): readonly GitUrl[] {
  return Object.values(at(project.pyproject, "tool", "uv", "sources"))
    .flatMap((one) => (Array.isArray(one) ? one : [one]))
    .flatMap((one) => readGitUrl(string(table(one).git) ?? "") ?? []);
}

function named(root: Table, file: string): readonly NamedIndex[] {
  return list(root.index).flatMap((one) => {
    const { name, url, default: isDefault } = table(one);
    return typeof name === "string" && typeof url === "string" ? [{ name, url, file, isDefault: isDefault === true }] : [];
  });
}
