import type { Journal } from "../journal.ts";

/** What the steps of one run share. */
export interface Context {
  readonly journal: Journal;
  /** The environment of the commands, as changed so far. */
  readonly environment: Record<string, string | undefined>;
  /** The runner's files (`GITHUB_ENV`, `GITHUB_PATH`), by variable. */
  readonly runnerFiles: Readonly<Record<string, string | undefined>>;
  readonly windows: boolean;
}

/** How one kind of step is applied and shown; undo is the journal's. */
export interface Handler<S> {
  apply(step: S, context: Context): void | Promise<void>;
  /** One or more lines without a secret, for the dry run. */
  show(step: S): string;
}
