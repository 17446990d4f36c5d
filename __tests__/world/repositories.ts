import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** A repository of the test world: its tree is the folder `packages/OWNER/REPOSITORY`, in one tagged commit. */
export interface Repository {
  readonly host: string;
  readonly path: `${string}/${string}`;
  readonly tag: string;
}

/** Every repository of the test world. */
export const repositories = [
  { host: "git.acme.test", path: "acme/acme-core", tag: "v1.0.0" },
  { host: "git.acme.test", path: "acme/acme-http", tag: "v1.1.0" },
  { host: "git.acme.test", path: "partner/widgets", tag: "v2.0.0" },
  { host: "git.other.test", path: "vendor/gadget", tag: "v0.1.0" },
] as const satisfies readonly Repository[];

const packages = join(import.meta.dirname, "packages");
const backend = join(import.meta.dirname, "backend.py");
const committer = "Acme Builder <builder@acme.test> 1735689600 +0000";

/** The machine's variables for a Git process that reads nobody's settings. */
export function quietGit(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C" };
}

/** Makes the bare repository below `folder` and returns its commit, which is the same on every machine. */
export async function makeRepository(folder: string, repository: Repository): Promise<string> {
  const bare = join(folder, `${repository.path}.git`);
  await git(["init", "--quiet", "--bare", "--object-format=sha1", "--initial-branch=main", "--template=", bare], "");
  const history = await describeHistory(repository);
  return (await git(["-C", bare, "fast-import", "--quiet"], history)).trim();
}

async function describeHistory({ path, tag }: Repository): Promise<string> {
  const files = [...(await readTree(join(packages, path))), { name: "_build/backend.py", content: await readText(backend) }];
  const changes = files.map(({ name, content }) => `M 100644 inline ${name}\n${data(content)}`);
  return [
    "commit refs/heads/main\nmark :1\n",
    `author ${committer}\ncommitter ${committer}\n${data(`Release ${tag}\n`)}`,
    ...changes,
    `reset refs/tags/${tag}\nfrom :1\n\nget-mark :1\ndone\n`,
  ].join("");
}

/** The text files below a folder, sorted, with `/` between the parts of a name. */
export async function readTree(folder: string): Promise<{ name: string; content: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".pyc"))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
  return Promise.all(names.map(async (name) => ({ name, content: await readText(join(folder, name)) })));
}

async function readText(path: string): Promise<string> {
  return (await readFile(path, "utf8")).replaceAll("\r\n", "\n");
}

function data(content: string): string {
  return `data ${Buffer.byteLength(content)}\n${content}\n`;
}

async function git(args: readonly string[], input: string): Promise<string> {
  const child = spawn("git", args, { env: quietGit(), stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (code !== 0) throw new Error(`git ${args.join(" ")}: ${errors}`);
  return output;
}
