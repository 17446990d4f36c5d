import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { forms } from "../../src/core/forms.ts";
import { type Account, accounts } from "../world/accounts.ts";
import type { Job, JobOptions, StepResult } from "../world/runner.ts";
import { startJob } from "../world/runner.ts";
import { fetchUv } from "../world/uv.ts";

export { accounts } from "../world/accounts.ts";
export { startJob } from "../world/runner.ts";
export { startWorld, type World } from "../world/world.ts";

const root = join(import.meta.dirname, "..", "..");
/** Kept between runs, so that a tool is fetched once. */
export const CACHE = { UV_CACHE_DIR: join(root, ".cache", "uv") };

/** A job on a machine that has uv, as many images do. */
export function startJobWithUv(options: JobOptions): Promise<Job> {
  const PATH = [fetchUv(), process.env.PATH].join(delimiter);
  // A uv project's packages must come from the servers, not from the cache of an earlier run.
  const cache = options.project?.startsWith("uv") === true ? {} : CACHE;
  return startJob({ ...options, environment: { ...cache, PATH, ...options.environment } });
}

/** A line of `indexes`. */
export function index(name: string, account: Account, path = "/simple/"): string {
  return `${name}=https://${account.user}:${account.password}@${account.host}${path}`;
}

/** A line of `git-credentials`. */
export function git(account: Account, path = ""): string {
  return `https://${account.user}:${account.password}@${account.host}${path}`;
}

/** `user:password`, as the world notes what it saw. */
export function sent(account: Account): string {
  return `${account.user}:${account.password}`;
}

const secrets = Object.values(accounts).flatMap((account) => forms(account.password, account.user));

export function assertNoSecret(text: string, where: string): void {
  const found = secrets.find((form) => text.includes(form));
  assert.equal(found, undefined, `a secret (${found}) is in ${where}`);
}

/** The log, apart from the lines that tell the runner what to mask, shows no secret. */
export function assertClean(...results: readonly StepResult[]): void {
  for (const result of results) assertNoSecret(result.log, `the log:\n${result.log}`);
}

export async function assertNoSecretBelow(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) assertNoSecret((await readFile(path)).toString("latin1"), path);
  }
}

export function assertSucceeded(result: StepResult): void {
  assert.equal(result.code, 0, result.log);
}

/** Runs post and checks that RUNNER_TEMP is empty again, and that nothing but the installers' caches came into HOME. */
export async function assertUndone(job: Job): Promise<void> {
  for (const post of await job.post()) assert.equal(post.code, 0, post.log);
  const left = [...(await job.snapshot()).keys()].filter(
    (path) => !/^(?:home|temp|home\/\.cache(?:\/.*)?|home\/\.rustup(?:\/.*)?)$/.test(path),
  );
  assert.deepEqual(left, []);
  await assertNoSecretBelow(job.home);
  await assertNoSecretBelow(job.workspace);
}
