/** What is true of the machine and the job before anything is done; plain data, taken by `runner/survey`. */
export interface Facts {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly windows: boolean;
  /** The private folder that this run would make: absolute, not there yet. */
  readonly folder: string;
  /** `GITHUB_WORKSPACE`, or the current folder. */
  readonly workspace: string;
  /** The netrc file that the user's programs read now, if there is one. */
  readonly netrc?: string;
  /** Why the run gets no secrets, if so. */
  readonly withoutSecrets?: "fork" | "dependabot";
}

/** Git on this machine: its version (`2.39.5`, or `2.32` for that or later), or undefined when there is none. */
export interface GitFacts {
  readonly version?: string;
}

/** What there is to install with. */
export interface ToolFacts {
  /** The job's interpreter, where one is needed: to ask it costs more than all the rest. */
  readonly python?: PythonFacts;
  /** What was tried to find it, to say so where there is none. */
  readonly pythonTried?: readonly string[];
  /** The interpreter that `actions/setup-python` has set (`pythonLocation`). */
  readonly setInterpreter?: string;
  /** The tool on `PATH`. */
  readonly found?: { readonly path: string; readonly version: string };
  /** uv on `PATH`. */
  readonly uv?: string;
  /** The environment that is there already. */
  readonly environment?: EnvironmentFacts;
  /** `bash`, else `sh`: runs the lines of `install-command`. */
  readonly shell: string;
}

export interface PythonFacts {
  /** The interpreter itself, not the one of a virtual environment. */
  readonly path: string;
  /** `3.13.1` */
  readonly version: string;
  readonly hasPip: boolean;
}

/** A virtual environment, from its `pyvenv.cfg`. */
export interface EnvironmentFacts {
  readonly folder: string;
  readonly version?: string;
  /** Whether it is one at all, with a `pyvenv.cfg`: no other folder is ever emptied. */
  readonly isEnvironment: boolean;
  /** Whether its interpreter is there. */
  readonly works: boolean;
}
