import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { Agent, get } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, test } from "node:test";
import { accounts } from "./accounts.ts";
import { startJob } from "./runner.ts";
import { startWorld } from "./world.ts";

const world = await startWorld();
const agent = new Agent({
  proxyEnv: world.environment,
  ca: await readFile(world.environment.SSL_CERT_FILE ?? "", "utf8"),
});
after(async () => {
  agent.destroy();
  await world[Symbol.asyncDispose]();
});

interface Answer {
  readonly status: number | undefined;
  readonly location: string | undefined;
  readonly body: string;
}

function fetchPage(url: string, account?: { user: string; password: string }, accept = "text/html"): Promise<Answer> {
  const auth = account ? { auth: `${account.user}:${account.password}` } : {};
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { accept }, ...auth }, async (response) => {
      const body = (await buffer(response)).toString("latin1");
      resolve({ status: response.statusCode, location: response.headers.location, body });
    }).once("error", reject);
  });
}

test("the commits are the ones that the lockfiles of the sample projects name", async () => {
  const lock = await readFile(join(import.meta.dirname, "..", "projects", "poetry", "poetry.lock"), "utf8");
  const { "vendor/gadget": gadget, ...locked } = world.commits;
  for (const commit of Object.values(locked)) assert.ok(lock.includes(commit), `run scripts/relock.ts: ${commit}`);
  assert.match(gadget, /^[0-9a-f]{40}$/);
});

test("the sample project with a back end of its own has the world's", async () => {
  const copy = join(import.meta.dirname, "..", "projects", "pip-pyproject", "_build", "backend.py");
  assert.equal(await readFile(copy, "utf8"), await readFile(join(import.meta.dirname, "backend.py"), "utf8"));
});

const core = "https://git.acme.test/acme/acme-core.git/info/refs?service=git-upload-pack";
const http = core.replace("acme-core", "acme-http");
const simple = "https://index.acme.test/simple/acme-telemetry/";
const rules: readonly [string, string, { user: string; password: string } | undefined, number][] = [
  ["no credential", core, undefined, 401],
  ["an unknown token", core, { user: "x", password: "wrong" }, 401],
  ["a token with any user", core, { ...accounts.acme, user: "whoever" }, 200],
  ["a token for another owner", core, accounts.partner, 404],
  ["a token of another host", core, accounts.vendor, 401],
  ["a token for this repository", core, accounts.acmeOneRepo, 200],
  ["a token for another repository", http, accounts.acmeOneRepo, 404],
  ["a repository that is not there", http.replace("http.git", "none.git"), accounts.acme, 404],
  ["a push", core.replace("upload", "receive"), accounts.acme, 403],
  ["an index without a credential", simple, undefined, 401],
  ["an index with a wrong user", simple, { ...accounts.index, user: "x" }, 401],
  ["an index with an odd password", simple, accounts.indexOdd, 200],
  ["a host that is not there", "https://none.test/", undefined, 0],
];

for (const [what, url, account, status] of rules) {
  test(`${what}: ${status}`, async () => {
    if (status === 0) return assert.rejects(fetchPage(url));
    assert.equal((await fetchPage(url, account)).status, status);
  });
}

test("an index serves HTML and JSON, with the true hash of each file", async () => {
  const page = await fetchPage(simple, accounts.index);
  const [, path = "", sha256] = /href="([^"#]*1\.2\.0[^"#]*)#sha256=([0-9a-f]+)"/.exec(page.body) ?? [];
  const { body } = await fetchPage(simple, accounts.index, "application/vnd.pypi.simple.v1+json");
  const { files } = JSON.parse(body) as { files: { url: string; hashes: { sha256: string } }[] };
  assert.deepEqual(files.map(({ url, hashes }) => [url, hashes.sha256]).at(-1), [path, sha256]);
  const file = await fetchPage(new URL(path, simple).href, accounts.index);
  assert.equal(createHash("sha256").update(file.body, "latin1").digest("hex"), sha256);
});

test("a host that has moved sends every request to the one that asks everybody for a password", async () => {
  const moved = await fetchPage("https://moved.acme.test/acme/x?y=1", accounts.acme);
  assert.deepEqual([moved.status, moved.location], [302, "https://git.evil.test/acme/x?y=1"]);
  assert.deepEqual(world.credentialsSeenBy("git.evil.test"), []);
  assert.equal((await fetchPage(moved.location ?? "", { user: "a", password: "b:c" })).status, 401);
  assert.deepEqual(world.credentialsSeenBy("git.evil.test"), ["a:b:c"]);
  const { host, path, user, password, status } = world.requests.at(-1) ?? {};
  assert.deepEqual(
    { host, path, user, password, status },
    { host: "git.evil.test", path: "/acme/x?y=1", user: "a", password: "b:c", status: 401 },
  );
});

test("Git clones through the proxy, over https and http", async () => {
  await using job = await startJob({ world, environment: { GIT_TERMINAL_PROMPT: "0" } });
  const helper = `!f() { echo username=x; echo password=${accounts.acme.password}; }; f`;
  for (const scheme of ["https", "http"]) {
    const clone = await job.run(["git", "-c", `credential.helper=${helper}`, "clone", `${scheme}://git.acme.test/acme/acme-core`, scheme]);
    assert.equal(clone.code, 0, clone.stderr);
    assert.equal((await job.run(`git -C ${scheme} rev-parse v1.0.0`)).stdout.trim(), world.commits["acme/acme-core"]);
  }
});

test("other hosts are passed on", async () => {
  const other = createServer((request, response) => response.end(`seen ${request.url}`)).listen(0, "127.0.0.1");
  await once(other, "listening");
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/x`;
  const script = "import sys, urllib.request as u; print(u.urlopen(sys.argv[1]).read().decode())";
  await using job = await startJob({ world });
  const seen = await job.run(["python3", "-c", script, url]);
  other.close();
  assert.equal(seen.stdout.trim(), "seen /x", seen.stderr);
});

test("nothing is left of a world", async () => {
  const other = await startWorld();
  const bundle = other.environment.SSL_CERT_FILE ?? "";
  await stat(bundle);
  await other[Symbol.asyncDispose]();
  await assert.rejects(stat(bundle));
});
