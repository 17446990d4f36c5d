import assert from "node:assert/strict";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import {
  accounts,
  assertNoSecretBelow,
  assertSucceeded,
  assertUndone,
  git,
  index,
  startJob,
  startJobWithUv,
  startWorld,
  type World,
} from "./fixture.ts";

const CORE = "https://git.acme.test/acme/acme-core.git";
const everything = { token: accounts.acme.password, indexes: index("internal", accounts.index), "default-index": "internal" };

describe("post", () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  it("undoes a failed install, and says why it failed", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    const setup = await job.uses({ indexes: index("internal", accounts.index), "default-index": "internal" });
    assert.equal(setup.code, 1);
    const errors = setup.annotations.filter(({ level }) => level === "error");
    assert.deepEqual(
      errors.map(({ message }) => message),
      [
        "no credential covers a Git repository on https://git.acme.test. Add a line `https://TOKEN@git.acme.test/OWNER` to the input `git-credentials`",
      ].map((one) => `${one}`),
    );
    await assertUndone(job);
  });

  it("undoes a main that was killed, at whatever moment", async () => {
    for (const delay of [0, 20, 35, 50, 65, 80, 120, 250, 600, 1200]) {
      await using job = await startJobWithUv({ world, project: "pip" });
      const before = await job.snapshot();
      const { child, result } = await job.start(everything);
      await Promise.race([wait(delay), result]);
      child.kill("SIGKILL");
      await result;
      for (const post of await job.post()) assert.equal(post.code, 0, post.log);
      const left = [...(await job.snapshot()).keys()].filter((path) => !before.has(path) && !path.startsWith("home/.cache"));
      assert.deepEqual(left, [], `killed after ${delay} ms`);
      await assertNoSecretBelow(job.home);
    }
  });

  it("after a main that changed nothing has nothing to do", async () => {
    await using job = await startJob({ world });
    assert.equal((await job.uses({ tool: "conda" })).code, 1);
    const [post] = await job.post();
    assert.equal(post?.code, 0);
    assert.match(post?.log ?? "", /Nothing to undo/);
  });

  it("removes no folder but one of this action's own, whatever state it is given", async () => {
    for (const made of ["precious", "setup-private-python-0123", "deeper/setup-private-python-0123456789abcdef"]) {
      await using job = await startJob({ world });
      const folder = join(job.temp, made);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "data"), "keep me");
      await job.uses({ tool: "none" });
      const post = await job.run([process.execPath, join(import.meta.dirname, "../../dist/post/index.js")], { STATE_folder: folder });
      assert.equal(post.code, 1);
      assert.deepEqual(await readdir(folder), ["data"]);
    }
  });

  it("follows no entry of the journal that points outside the private folder", async () => {
    await using job = await startJob({ world });
    assertSucceeded(await job.uses({ tool: "none", token: accounts.acme.password }));
    const victim = join(job.home, "victim");
    await writeFile(victim, "keep me");
    const [folder = ""] = (await readdir(job.temp)).filter((name) => name.startsWith("setup-private-python-"));
    const lines = [victim, join(job.temp, folder, "..", "..", "home", "victim")].map(
      (path) => `${JSON.stringify({ kind: "file", path })}\n`,
    );
    await writeFile(join(job.temp, folder, "journal.jsonl"), `${lines.join("")}not json\n{"kind":"file"}\n`, { flag: "a" });
    await job.post();
    assert.ok((await job.snapshot()).has("home/victim"));
    assert.deepEqual(await readdir(job.temp), []);
  });

  it("run twice is as good as once", async () => {
    await using job = await startJob({ world });
    assertSucceeded(await job.uses({ tool: "none", token: accounts.acme.password }));
    assert.deepEqual(
      (await job.post(0)).map(({ code }) => code),
      [0],
    );
    assert.deepEqual(
      (await job.post(0)).map(({ code }) => code),
      [0],
    );
  });
});

describe("two jobs at the same time with one HOME", () => {
  it("do not see each other's credentials, and each post leaves the other's alone", async () => {
    await using world = await startWorld();
    await using first = await startJob({ world });
    await using second = await startJob({ world, environment: { HOME: first.home } });
    const [one, two] = await Promise.all([
      first.uses({ tool: "none", token: accounts.acme.password, indexes: index("internal", accounts.index) }),
      second.uses({ tool: "none", "git-credentials": git(accounts.partner, "/partner") }),
    ]);
    assertSucceeded(one);
    assertSucceeded(two);
    assertSucceeded(await first.run(["git", "ls-remote", CORE]));
    assert.notEqual((await second.run(["git", "ls-remote", CORE])).code, 0);
    await first.post();
    assertSucceeded(await second.run(["git", "ls-remote", "https://git.acme.test/partner/widgets.git"]));
    await second.post();
    for (const job of [first, second]) assert.deepEqual(await readdir(job.temp), []);
    assert.deepEqual(await readdir(first.home), []);
  });
});
