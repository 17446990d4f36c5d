import { createHash } from "node:crypto";
import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";

/** Each file, link and folder below some folders: `NAME/PATH` → mode and hash of the content. */
export type Snapshot = ReadonlyMap<string, string>;

/** Looks at the folders, each under its name in the record. */
export async function takeSnapshot(folders: Readonly<Record<string, string>>): Promise<Snapshot> {
  const seen: [string, string][] = [];
  for (const [name, folder] of Object.entries(folders)) await look(folder, name, seen);
  return new Map(seen.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function look(folder: string, name: string, seen: [string, string][]): Promise<void> {
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry);
    const stats = await lstat(path);
    const mode = (stats.mode & 0o7777).toString(8).padStart(4, "0");
    if (stats.isSymbolicLink()) seen.push([`${name}/${entry}`, `link ${await readlink(path)}`]);
    else if (stats.isFile()) seen.push([`${name}/${entry}`, `${mode} ${await hash(path)}`]);
    else seen.push([`${name}/${entry}`, `${mode} ${stats.isDirectory() ? "folder" : "other"}`]);
    if (stats.isDirectory()) await look(path, `${name}/${entry}`, seen);
  }
}

async function hash(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}
