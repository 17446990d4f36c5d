import type { GitUrl } from "../core/git-url.ts";
import { gitReference } from "./requirements.ts";
import { at, strings, type Table } from "./toml.ts";

/** The project as its files say it; what a file means to one installer is that installer's business. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  /** The names of all files in the folder. */
  readonly names: ReadonlySet<string>;
  readonly pyproject?: Table;
  readonly poetryLock?: Table;
  readonly poetryToml?: Table;
  readonly uvLock?: Table;
  readonly uvToml?: Table;
  /** The version of Poetry that wrote `poetry.lock`, from its first line (Poetry 1.4 and later). */
  readonly poetryLockWriter?: string;
  /** Requirements files by name, as text. */
  readonly requirements: ReadonlyMap<string, string>;
}

const PROJECT_FILES: readonly string[] = ["pyproject.toml", "poetry.lock", "poetry.toml", "uv.lock", "uv.toml"];

/** Whether the content of a file of this name counts. */
export function isProjectFile(name: string): boolean {
  return PROJECT_FILES.includes(name) || isRequirements(name);
}

export function isRequirements(name: string): boolean {
  return /^requirements[\w.-]*\.txt$/i.test(name);
}

/** A project none of whose files count. */
export function emptyProject(folder: string, names: ReadonlySet<string>): Project {
  return { folder, names, requirements: new Map() };
}

/** The Git dependencies that PEP 621 and PEP 735 have a place for in `pyproject.toml`. */
export function standardGitUrls(project: Project): readonly GitUrl[] {
  const groups = [at(project.pyproject, "project", "optional-dependencies"), at(project.pyproject, "dependency-groups")];
  const requirements = [
    ...strings(at(project.pyproject, "project").dependencies),
    ...groups.flatMap((group) => Object.values(group).flatMap(strings)),
  ];
  return requirements.flatMap((requirement) => gitReference(requirement)?.url ?? []);
}
