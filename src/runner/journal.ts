import { slashed } from "../core/path.ts";
import { setEntry } from "./commands.ts";
import { fs, paths } from "./node.ts";

/**
 * What has been done and must be undone, one JSON object a line. A line is
 * written before its effect, so that a killed step is undone as well: undoing
 * what did not happen does no harm. (A killed process loses nothing that it
 * wrote; only a machine that loses power does, and its RUNNER_TEMP with it.)
 * Holds paths, never a secret.
 */
export interface Journal {
  /** The private folder that holds the journal and all that we write. */
  readonly folder: string;
  note(entry: Entry): void;
}

export interface Entry {
  readonly kind: "folder" | "file";
  readonly path: string;
}

/** The name under which post finds the private folder (`STATE_…`). */
export const STATE = "folder";
const NAME = "journal.jsonl";

/** Makes the private folder (0700), after the runner was told of it. */
export function openJournal(folder: string, stateFile: string | undefined): Journal {
  setEntry(stateFile, STATE, folder);
  fs.mkdirSync(folder, { mode: 0o700 });
  return { folder, note: (entry) => fs.appendFileSync(`${folder}/${NAME}`, `${JSON.stringify(entry)}\n`, { mode: 0o600 }) };
}

/** The entries in the order in which they were written; a last line that was cut off is left out. */
export function readJournal(folder: string): readonly Entry[] {
  let content: string;
  try {
    content = fs.readFileSync(`${folder}/${NAME}`, "utf8");
  } catch {
    return [];
  }
  return content.split("\n").flatMap((line) => entryOf(line, folder));
}

function entryOf(line: string, folder: string): readonly Entry[] {
  try {
    const { kind, path } = JSON.parse(line) as Partial<Entry>;
    const known = kind === "folder" || kind === "file";
    return known && typeof path === "string" && isInside(path, folder) ? [{ kind, path }] : [];
  } catch {
    return [];
  }
}

/** Whether a folder is one that this action makes: the state that post is given is not trusted further. */
export function isPrivateFolder(folder: string, temp: string): boolean {
  return paths.resolve(paths.dirname(folder)) === paths.resolve(temp) && /\/setup-private-python-[0-9a-f]{16}$/.test(slashed(folder));
}

export function isInside(path: string, folder: string): boolean {
  return slashed(paths.resolve(path)).startsWith(`${slashed(paths.resolve(folder))}/`);
}
