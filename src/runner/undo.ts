import { type Entry, isPrivateFolder, readJournal } from "./journal.ts";
import { fs } from "./node.ts";

export interface Undone {
  readonly removed: number;
  /** What could not be removed, and why. */
  readonly left: readonly string[];
}

/** Undoes the journal backwards, goes on after a failure, and removes the private folder last. */
export function undoAll(folder: string, temp: string): Undone {
  if (!isPrivateFolder(folder, temp)) return { removed: 0, left: [`${folder}: not a folder of this action`] };
  return undoEntries([{ kind: "folder", path: folder }, ...readJournal(folder)]);
}

/** Undoes what lies within one folder of the private one. */
export function undoWithin(folder: string, journalFolder: string): Undone {
  return undoEntries(readJournal(journalFolder).filter(({ path }) => path === folder || path.startsWith(`${folder}/`)));
}

function undoEntries(entries: readonly Entry[]): Undone {
  const left: string[] = [];
  let removed = 0;
  for (const { path } of [...entries].reverse()) {
    try {
      if (remove(path)) removed += 1;
    } catch (error) {
      left.push(`${path}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { removed, left };
}

function remove(path: string): boolean {
  if (fs.lstatSync(path, { throwIfNoEntry: false }) === undefined) return false;
  try {
    fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    makeWritable(path);
    fs.rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  }
  return true;
}

/** Git and build tools write read-only folders, which their owner cannot empty. */
function makeWritable(path: string): void {
  if (!fs.lstatSync(path).isDirectory()) return;
  fs.chmodSync(path, 0o700);
  for (const name of fs.readdirSync(path)) makeWritable(`${path}/${name}`);
}
