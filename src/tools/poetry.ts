import { type GitUrl, readGitUrl } from "../core/git-url.ts";
import { join } from "../core/path.ts";
import { text } from "../core/secret.ts";
import { poetryVariablePart } from "../python/names.ts";
import { type Project, standardGitUrls } from "../python/project.ts";
import { at, list, string, table } from "../python/toml.ts";
import { compatible, fromPoetryConstraint } from "../python/versions.ts";
import type { NamedIndex, Tool, Variable, Variables } from "./tool.ts";

/** Poetry (https://python-poetry.org), 1.8 and later. */
export const poetry: Tool = {
  name: "poetry",
  label: "Poetry",
  lockfile: "poetry.lock",
  claims: ({ pyproject }) =>
    "poetry" in at(pyproject, "tool") || /^poetry\./.test(string(at(pyproject, "build-system")["build-backend"]) ?? ""),
  asks,
  gitUrls: (project) => [...lockedGitUrls(project), ...declaredGitUrls(project), ...standardGitUrls(project)],
  indexes: sources,
  normalise: poetryVariablePart,
  indexVariables,
  headerCache: "POETRY_CACHE_DIR",
  /** Poetry asks its own Git client first, which knows credentials only by the exact URL of the lockfile (measured). */
  gitVariables: (urls) => [
    ...urls
      .filter(({ url }) => url.protocol !== "ssh")
      .flatMap(({ url, user, password, id }) => [
        { name: `POETRY_REPOSITORIES_${id}_URL`, value: text`${url.text}` },
        { name: `POETRY_HTTP_BASIC_${id}_USERNAME`, value: text`${user}` },
        { name: `POETRY_HTTP_BASIC_${id}_PASSWORD`, value: text`${password}` },
      ]),
    ...(urls.some(({ url }) => url.protocol === "ssh") ? SYSTEM_GIT : []),
  ],
  besides,
  wantsEnvironment: () => false,
  environment,
  settings: ({ project, variables, folder }) => [
    ...(decidesItself(project, variables)
      ? ownPlace(project, variables, folder)
      : [{ name: "POETRY_VIRTUALENVS_IN_PROJECT", value: text`true` }]),
    ...ACTIVE_PYTHON.filter(({ name }) => variables[name] === undefined),
  ],
  install: (_project, _variables, args) => ["install", "--no-interaction", ...args],
  explain(output) {
    if (/pyproject\.toml changed significantly since poetry\.lock was last generated/.test(output)) {
      return {
        what: "poetry.lock does not match pyproject.toml",
        fix: "Run `poetry lock` (before Poetry 2: `poetry lock --no-update`) and commit poetry.lock",
      };
    }
    return undefined;
  },
};

/** The client with a Git configuration: 1.8 takes the first name only, 2.x the second (measured). */
const SYSTEM_GIT: readonly Variable[] = ["POETRY_EXPERIMENTAL_SYSTEM_GIT_CLIENT", "POETRY_SYSTEM_GIT_CLIENT"].map((name) => ({
  name,
  value: text`true`,
}));

/** The job's interpreter rather than the one that Poetry itself runs on: 1.8 takes the first, 2.x the second. */
const ACTIVE_PYTHON: readonly Variable[] = [
  { name: "POETRY_VIRTUALENVS_PREFER_ACTIVE_PYTHON", value: text`true` },
  { name: "POETRY_VIRTUALENVS_USE_POETRY_PYTHON", value: text`false` },
];

function asks(project: Project): ReturnType<Tool["asks"]> {
  const required = string(at(project.pyproject, "tool", "poetry")["requires-poetry"]);
  const said = required === undefined ? undefined : fromPoetryConstraint({ file: "pyproject.toml" }, required);
  if (said !== undefined) return { specifier: said, file: "pyproject.toml" };
  const specifier = project.poetryLockWriter === undefined ? undefined : compatible(project.poetryLockWriter);
  return specifier === undefined ? undefined : { specifier, file: "poetry.lock" };
}

function lockedGitUrls(project: Project): readonly GitUrl[] {
  return list(project.poetryLock?.package).flatMap((one) => {
    const source = at(table(one), "source");
    return source.type === "git" ? (readGitUrl(string(source.url) ?? "") ?? []) : [];
  });
}

function declaredGitUrls(project: Project): readonly GitUrl[] {
  const root = at(project.pyproject, "tool", "poetry");
  const groups = Object.values(at(root, "group")).map((group) => at(table(group), "dependencies"));
  return [at(root, "dependencies"), at(root, "dev-dependencies"), ...groups]
    .flatMap((dependencies) => Object.values(dependencies))
    .flatMap((one) => (Array.isArray(one) ? one : [one]))
    .flatMap((one) => readGitUrl(string(table(one).git) ?? "") ?? []);
}

function sources(project: Project): readonly NamedIndex[] {
  return list(at(project.pyproject, "tool", "poetry").source).flatMap((one) => {
    const { name, url } = table(one);
    return typeof name === "string" && typeof url === "string" ? [{ name, url, file: "pyproject.toml" }] : [];
  });
}

/**
 * The name's own variables serve the pages. Files are looked up by URL, and
 * once any `POETRY_REPOSITORIES_*` is set, as for Git, Poetry looks only among
 * those (measured, 1.8 and 2.5): so the source gets one as well, under a name
 * of letters. It also serves a source whose name makes no variable, as with a dot.
 */
function indexVariables({ name, url, named, user, password, id }: Parameters<Tool["indexVariables"]>[0]): readonly Variable[] {
  if (user === undefined || password === undefined) return [];
  const part = poetryVariablePart(named?.name ?? name);
  const keys = /^[A-Z0-9_]+$/.test(part) ? [part, id] : [id];
  return [
    { name: `POETRY_REPOSITORIES_${id}_URL`, value: text`${named?.url ?? url}` },
    ...keys.flatMap((key) => [
      { name: `POETRY_HTTP_BASIC_${key}_USERNAME`, value: text`${user}` },
      { name: `POETRY_HTTP_BASIC_${key}_PASSWORD`, value: text`${password}` },
    ]),
  ];
}

/** The sources that the job itself has credentials for would lose them with the files' URLs: they are named in the same way. */
function besides(project: Project, variables: readonly Variable[]): readonly Variable[] {
  if (!variables.some(({ name }) => name.startsWith("POETRY_REPOSITORIES_"))) return [];
  return sources(project).flatMap(({ name, url }) => {
    const part = poetryVariablePart(name);
    return /^[A-Z_]+$/.test(part) ? [{ name: `POETRY_REPOSITORIES_${part}_URL`, value: text`${url}` }] : [];
  });
}

function environment(project: Project, variables: Variables): ReturnType<Tool["environment"]> {
  return decidesItself(project, variables) ? { ask: ["env", "info", "--path"] } : { folder: join(project.folder, ".venv") };
}

/** Whether the job or `poetry.toml` has said where environments lie. */
function decidesItself(project: Project, variables: Variables): boolean {
  const keys = ["create", "in-project", "path"];
  const said = at(project.poetryToml, "virtualenvs");
  return keys.some((key) => key in said || variables[`POETRY_VIRTUALENVS_${poetryVariablePart(key)}`] !== undefined);
}

/** Poetry's own place is in its cache, which may have to move: then the environments stay put in the private folder. */
function ownPlace(project: Project, variables: Variables, folder: string): readonly Variable[] {
  const said = "path" in at(project.poetryToml, "virtualenvs") || variables.POETRY_VIRTUALENVS_PATH !== undefined;
  return said ? [] : [{ name: "POETRY_VIRTUALENVS_PATH", value: text`${join(folder, "virtualenvs")}` }];
}
