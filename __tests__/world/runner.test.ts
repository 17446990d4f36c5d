import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readCommands } from "./commands.ts";
import { readEnvFile } from "./env-file.ts";
import { startJob } from "./runner.ts";

const good: readonly [string, Record<string, string>][] = [
  ["", {}],
  ["A=1\n\nB=x=y<<z\n", { A: "1", B: "x=y<<z" }],
  ["A=no newline", { A: "no newline" }],
  ["A<<EOF\none\n\ntwo=2\nEOF\nB=2\n", { A: "one\n\ntwo=2", B: "2" }],
  ["A<<EOF\nEOF\n", { A: "" }],
  ["A<<EOF\n\nEOF", { A: "" }],
  ["A=1\nA=2\n", { A: "2" }],
];

for (const [content, values] of good) {
  test(`the environment file ${JSON.stringify(content)} is read`, () => {
    assert.deepEqual(Object.fromEntries(readEnvFile(content)), values);
  });
}

for (const content of ["A\n", "=1\n", "<<EOF\nEOF\n", "A<<\n", "A<<EOF\nx\n", "A<<EOF\nx\nEO", "A<<EOF\nx"]) {
  test(`the environment file ${JSON.stringify(content)} is rejected`, () => {
    assert.throws(() => readEnvFile(content), /^Error: Invalid/);
  });
}

test("commands are decoded, and a mask is not part of the log", () => {
  const output =
    "a\n::add-mask::x%25y\n::error file=a%2Cb.py,line=3,title=T%3A::one%0Atwo\n::stop-commands::k\n::notice::no\n::k::\n::warning::w";
  const { masks, annotations, log } = readCommands(output);
  assert.deepEqual(masks, ["x%y"]);
  assert.deepEqual(annotations, [
    { level: "error", message: "one\ntwo", properties: { file: "a,b.py", line: "3", title: "T:" } },
    { level: "warning", message: "w", properties: {} },
  ]);
  assert.equal(log, output.replace("::add-mask::x%25y\n", ""));
});

const action = `
import { appendFileSync as add, mkdirSync, writeFileSync } from "node:fs";
const { env } = process;
const name = env["INPUT_MY-NAME"];
if (env.STATE_name !== undefined) {
  console.log("post of " + env.STATE_name + " " + env.GREETING);
} else {
  add(env.GITHUB_STATE, "name=" + name + "\\n");
  add(env.GITHUB_ENV, "GREETING<<E\\nhello\\n" + name + "\\nE\\n");
  add(env.GITHUB_PATH, env.RUNNER_TEMP + "/" + name + "\\n");
  add(env.GITHUB_OUTPUT, "hit=true\\n");
  mkdirSync(env.RUNNER_TEMP + "/" + name);
  writeFileSync(env.RUNNER_TEMP + "/" + name + "/hello", "#!/bin/sh\\necho " + name + "\\n", { mode: 0o755 });
  console.log("::add-mask::s3cret");
  console.log(Object.keys(env).filter((one) => /^(PIP|UV|POETRY|GIT)_/.test(one)).join());
  if (name === "slow") setInterval(() => {}, 1000);
}
`;

test("a job runs actions, later steps and post steps as the runner does", { timeout: 20_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "entry-"));
  const entry = join(folder, "action.mjs");
  await writeFile(entry, action);
  const options = { entry, postEntry: entry };
  await using job = await startJob({ environment: { GITHUB_REPOSITORY: "other/app" } });
  const before = await job.snapshot();
  const one = await job.uses({ "my-name": "one" }, options);
  assert.deepEqual([one.code, one.outputs, one.masks, one.log.trim()], [0, { hit: "true" }, ["s3cret"], ""]);
  await job.uses({ "my-name": "two" }, options);
  assert.equal((await job.run(["hello"])).stdout, "two\n");
  assert.equal((await job.run('echo "$GREETING $GITHUB_REPOSITORY"')).stdout, "hello\ntwo other/app\n");
  assert.deepEqual([...before.keys()], []);
  assert.deepEqual([...(await job.snapshot()).keys()], ["temp/one", "temp/one/hello", "temp/two", "temp/two/hello"]);
  const slow = await job.start({ "my-name": "slow" }, options);
  slow.child.stdout?.once("data", () => slow.child.kill("SIGKILL"));
  assert.equal((await slow.result).signal, "SIGKILL");
  const posts = await job.post();
  assert.deepEqual(
    posts.map((post) => post.stdout.split("\n")[0]),
    ["post of slow hello", "post of two hello", "post of one hello"],
  );
  assert.deepEqual(await job.post(), []);
  await rm(folder, { recursive: true });
});
