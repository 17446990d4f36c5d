import { join } from "../core/path.ts";
import { Problem } from "../core/problem.ts";
import { text } from "../core/secret.ts";
import { standardGitUrls } from "../python/project.ts";
import { gitRequirements } from "../python/requirements.ts";
import type { Tool } from "./tool.ts";

const NAMES_TARGET = /^(?:-r|-e|--requirement|--editable|--group)(?:=|$)|^-[re]\S|^\.(?:$|\[|\/)/;

/** pip (https://pip.pypa.io): an environment `.venv` with pip in it is made for the project, unless one is active. */
export const pip: Tool = {
  name: "pip",
  label: "pip",
  claims: (project) => project.requirements.size > 0 || project.names.has("pyproject.toml") || project.names.has("setup.py"),
  asks: () => undefined,
  gitUrls: (project) => [
    ...[...project.requirements.values()].flatMap((content) => gitRequirements(content).map(({ url }) => url)),
    ...standardGitUrls(project),
  ],
  indexes: () => undefined,
  normalise: (index) => index,
  indexVariables: ({ url, isDefault }) => [
    isDefault ? { name: "PIP_INDEX_URL", value: text`${url}` } : { name: "PIP_EXTRA_INDEX_URL", value: text`${url}`, joined: " " },
  ],
  headerCache: "PIP_CACHE_DIR",
  gitVariables: () => [],
  besides: () => [],
  wantsEnvironment: () => true,
  environment: (project) => ({ folder: join(project.folder, ".venv") }),
  settings: () => [],
  install: (project, _variables, args) => ["install", ...targets(project, args), ...args],
  explain(output) {
    if (/THESE PACKAGES DO NOT MATCH THE HASHES|Hashes are required in --require-hashes mode/.test(output)) {
      return {
        what: "the requirements file and the packages do not agree on the hashes",
        fix: "Make the file anew with the tool that wrote it (`pip-compile --generate-hashes`), and commit it",
      };
    }
    if (/EOFError: EOF when reading a line|^User for [\w.:-]+:/m.test(output)) {
      const host = /User for ([\w.:-]+):/.exec(output)?.[1];
      return {
        what: `${host ?? "an index"} asked for a user name and password, and no credential covers it`,
        fix: `Add a line \`NAME=https://USER:PASSWORD@${host ?? "HOST"}/simple\` to the input \`indexes\``,
      };
    }
    return undefined;
  },
};

/** `requirements.txt`, the only other requirements file, or the project itself. */
function targets({ requirements, names }: Parameters<Tool["install"]>[0], args: readonly string[]): readonly string[] {
  if (requirements.has("requirements.txt")) return ["-r", "requirements.txt"];
  if (args.some((arg) => NAMES_TARGET.test(arg))) return [];
  const [only, ...others] = [...requirements.keys()].sort();
  if (only !== undefined && others.length === 0) return ["-r", only];
  if (only !== undefined) {
    throw new Problem(
      { input: "install-args" },
      `several requirements files were found (${[only, ...others].join(", ")}), and none is requirements.txt`,
      `Say which: \`install-args: -r ${only}\``,
    );
  }
  if (names.has("pyproject.toml") || names.has("setup.py")) return ["-e", "."];
  throw new Problem(
    { input: "tool" },
    "pip has nothing to install: no requirements*.txt, pyproject.toml or setup.py was found",
    "Set `working-directory`, `install-command`, or `install: false`",
  );
}
