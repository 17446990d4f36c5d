import type { GitUrl } from "../core/git-url.ts";
import type { Text, Value } from "../core/secret.ts";
import type { Project } from "../python/project.ts";

export const TOOL_NAMES = ["pip", "poetry", "uv"] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/**
 * An installer, as a value with pure functions. A new one is a file beside
 * this one, a line in `all.ts` and a table test; credentials, dry run, masking
 * and undo come by themselves.
 */
export interface Tool {
  readonly name: ToolName;
  /** As people write it. */
  readonly label: string;
  readonly lockfile?: string;
  /** Whether the project's other files say that it is this tool's, when no lockfile does. */
  claims(project: Project): boolean;
  /** The PEP 440 specifier of the tool's own version that the project asks for, and where. */
  asks(project: Project): { readonly specifier: string; readonly file: string } | undefined;
  /** The Git repositories in the files that this tool reads. */
  gitUrls(project: Project): readonly GitUrl[];
  /** The indexes that the project's files name; undefined when this tool knows no names. */
  indexes(project: Project): readonly NamedIndex[] | undefined;
  /** An index name as this tool compares it. */
  normalise(index: string): string;
  /** What gives this tool the credential of an index. */
  indexVariables(use: IndexUse): readonly Variable[];
  /** The variable that moves the cache in which the tool keeps an Authorization header when an index answers `Vary: Authorization` (measured). */
  readonly headerCache?: string;
  /** What gives this tool's own Git client the credentials of these repositories. */
  gitVariables(urls: readonly CoveredUrl[]): readonly Variable[];
  /** What has to be set because those variables are. */
  besides(project: Project, variables: readonly Variable[]): readonly Variable[];
  /** Whether the environment has to be made before the install command. */
  wantsEnvironment(project: Project): boolean;
  /** Where the project's environment will be, or why the tool itself has to be asked. */
  environment(project: Project, variables: Variables): { readonly folder: string } | { readonly ask: readonly string[] };
  /** What makes the tool use that environment and the job's interpreter. */
  settings(context: SettingsContext): readonly Variable[];
  /** The arguments of the default install: strict with the lockfile. */
  install(project: Project, variables: Variables, args: readonly string[]): readonly string[];
  /** The cause and the mend of a failed install that this tool alone can tell, from its output. */
  explain(output: string): Advice | undefined;
}

export type Variables = Readonly<Record<string, string | undefined>>;

export interface Variable {
  readonly name: string;
  readonly value: Text;
  /** What values of one name are joined with, the job's own first; without it the value replaces the job's. */
  readonly joined?: string;
}

/** An index as a file of the project names it. */
export interface NamedIndex {
  readonly name: string;
  readonly url: string;
  readonly file: string;
  /** Whether the file says that it replaces the public index. */
  readonly isDefault?: boolean;
}

/** An index of the inputs, matched to the project. */
export interface IndexUse {
  readonly name: string;
  /** The URL of the input, without credentials. */
  readonly url: string;
  readonly user?: Value;
  readonly password?: Value;
  readonly isDefault: boolean;
  /** The same index in the project's files. */
  readonly named?: NamedIndex;
  /** Letters that no other credential of the job uses. */
  readonly id: string;
}

/** A repository of the project's files that a credential covers. */
export interface CoveredUrl {
  readonly url: GitUrl;
  readonly user: Value;
  readonly password: Value;
  readonly id: string;
}

export interface SettingsContext {
  readonly project: Project;
  /** What the job sets; it is never overridden. */
  readonly variables: Variables;
  /** The interpreter that `actions/setup-python` has set, if it has. */
  readonly setInterpreter?: string;
  /** The private folder of this run, gone after the job. */
  readonly folder: string;
}

export interface Advice {
  readonly what: string;
  readonly fix: string;
}
