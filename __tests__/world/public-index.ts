import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The installers themselves: the only names that an index of the test world passes on, as a company's index passes on what it does not have. */
const INSTALLERS: ReadonlySet<string> = new Set(["pip", "uv", "poetry"]);

/** The page of an installer on the index that pip is configured with; undefined for any other name. */
export async function publicPage(project: string): Promise<string | undefined> {
  if (!INSTALLERS.has(project)) return undefined;
  return `${(await publicIndex()).replace(/\/+$/, "")}/${project}/`;
}

/** Asked of pip, never spelled: what is set, else the default that its help states. */
async function publicIndex(): Promise<string> {
  const pip = async (...args: string[]): Promise<string> => (await run("python3", ["-m", "pip", ...args])).stdout;
  const set = await pip("config", "get", "global.index-url").catch(() => process.env.PIP_INDEX_URL ?? "");
  if (set.trim() !== "") return set.trim();
  const stated = /\(default\s+(https:\S+?)\)/.exec((await pip("install", "--help")).replace(/\s+/g, " "))?.[1];
  if (stated === undefined) throw new Error("pip does not say which index it uses");
  return stated;
}
