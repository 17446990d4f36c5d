/** Where a problem lies: an input (and its line), or a file of the project (and its line). */
export interface Where {
  readonly input?: string;
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
}

/**
 * What the user has to know and do. Its text is the annotation of the job:
 * where, what happened, how to mend it. Never holds a secret. Any other error
 * is a bug of ours and shows its stack.
 */
export class Problem extends Error {
  readonly where: Where;
  readonly what: string;
  readonly fix: string;

  constructor(where: Where, what: string, fix: string) {
    super(`${place(where)}${ended(what, /[.:!?]$/)} ${ended(fix, /[.:!?`]$/)}`.trim());
    this.name = "Problem";
    this.where = where;
    this.what = what;
    this.fix = fix;
  }
}

export function place(where: Where): string {
  const name = where.input ?? where.file;
  if (name === undefined) return "";
  return where.line === undefined ? `${name}: ` : `${name}, line ${where.line}: `;
}

/** With a full stop, but not behind a command to copy. */
function ended(words: string, end: RegExp): string {
  return words === "" || end.test(words) ? words : `${words}.`;
}
