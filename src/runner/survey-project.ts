import { join } from "../core/path.ts";
import { Problem } from "../core/problem.ts";
import { quoted } from "../core/read.ts";
import { fs } from "./node.ts";

/** A lockfile of fifty thousand packages has 50 MB; more is no file of a project. */
const LARGEST_FILE = 64 * 1024 * 1024;

export interface ProjectFiles {
  /** Absolute. */
  readonly folder: string;
  readonly names: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads the files of the project that count.
 *
 * @param counts - whether a file of this name is read
 */
export function surveyProject(workspace: string, workingDirectory: string, counts: (name: string) => boolean): ProjectFiles {
  const folder = join(workspace, workingDirectory);
  refuseOtherThanFolder(folder, workingDirectory);
  const names = new Set(fs.readdirSync(folder));
  const files = new Map<string, string>();
  for (const name of [...names].filter(counts).sort()) {
    const content = readText(join(folder, name), name);
    if (content !== undefined) files.set(name, content);
  }
  return { folder, names, files };
}

function refuseOtherThanFolder(folder: string, workingDirectory: string): void {
  const where = { input: "working-directory" };
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new Problem(
      where,
      `the folder ${quoted(workingDirectory)} does not exist in the workspace`,
      "Correct the path, or check out the repository before this step",
    );
  }
  if (!stat.isDirectory()) throw new Problem(where, `${quoted(workingDirectory)} is a file`, "Name the folder of the project");
}

function readText(path: string, name: string): string | undefined {
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return undefined;
  if (stat.size > LARGEST_FILE) {
    throw new Problem(
      { file: name },
      `the file has ${Math.round(stat.size / 1024 / 1024)} MB, which no file of a project has`,
      "Check what was committed",
    );
  }
  return fs.readFileSync(path, "utf8").replace(/^\ufeff/, "");
}
