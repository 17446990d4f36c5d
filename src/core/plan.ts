import type { Secret, Text, Value } from "./secret.ts";

/**
 * A plan is plain data: the steps that `runner/` applies, in order, or shows.
 * Printed or as JSON it holds no secret, only labels.
 */
export interface Plan {
  readonly steps: readonly Step[];
}

export type Step = MaskStep | SayStep | FolderStep | FileStep | VariableStep | PathStep | CommandStep | LinkStep | OutputStep;

/** Hides a secret, in every derived form, in the job's log. */
export interface MaskStep {
  readonly kind: "mask";
  readonly secret: Secret;
  /** The user it is sent with, for the form that an Authorization header has. */
  readonly user?: Value;
  /** The password it is sent with, where the secret is the user. */
  readonly password?: string;
}

/** A line for people: an annotation (`warning`, `notice`) or a plain line of the log. */
export interface SayStep {
  readonly kind: "say";
  readonly level: "warning" | "notice" | "info";
  readonly message: string;
}

/** A folder of our own (0700), gone with all that is in it after undo. */
export interface FolderStep {
  readonly kind: "folder";
  readonly path: string;
}

/** A file of our own (0600) in a folder of our own. */
export interface FileStep {
  readonly kind: "file";
  readonly path: string;
  readonly content: Text;
  /** A netrc file of the user's whose entries follow, but those for these hosts. */
  readonly carry?: { readonly netrc: string; readonly without: readonly string[] };
}

/** An environment variable for the commands of this step and, for `job`, for all later steps. */
export interface VariableStep {
  readonly kind: "variable";
  readonly name: string;
  readonly value: Text;
  readonly reach: "job" | "step";
}

/** A folder put before all others on `PATH`, for this step and all later ones. */
export interface PathStep {
  readonly kind: "path";
  readonly folder: string;
}

/** A link of our own to a program; a copy where the system has no links for us. */
export interface LinkStep {
  readonly kind: "link";
  readonly path: string;
  readonly target: string;
}

/** An output of the action. */
export interface OutputStep {
  readonly kind: "output";
  readonly name: string;
  readonly value: string;
}

export interface CommandStep {
  readonly kind: "command";
  /** What it is for, as a heading of the log. */
  readonly title: string;
  /** Run one after the other; the first that fails ends them. */
  readonly commands: readonly Command[];
  /** Run in place of all of them when one fails. */
  readonly otherwise?: readonly Command[];
  /** Whether this is the user's install: its failure is explained. */
  readonly install?: boolean;
}

export interface Command {
  /** Program and arguments; never a secret. */
  readonly argv: readonly string[];
  readonly folder: string;
  /** Variables for this command alone. */
  readonly variables?: Readonly<Record<string, Text>>;
  /** Variables that this command does not get. */
  readonly without?: readonly string[];
}
