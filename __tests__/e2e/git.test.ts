import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import {
  accounts,
  assertClean,
  assertSucceeded,
  assertUndone,
  git,
  sent,
  startJob,
  startJobWithUv,
  startWorld,
  type World,
} from "./fixture.ts";

const CORE = "https://git.acme.test/acme/acme-core.git";
const HTTP = "https://git.acme.test/acme/acme-http.git";
const WIDGETS = "https://git.acme.test/partner/widgets.git";
const GADGET = "https://git.other.test/vendor/gadget.git";
const alone = { tool: "none" } as const;

describe("Git over https", () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  it("two owners on one host and a second host: each server and owner gets its own credential", async () => {
    await using job = await startJob({ world });
    const lines = [git(accounts.partner, "/partner"), git(accounts.vendor)].join("\n");
    const setup = await job.uses({ ...alone, token: accounts.acme.password, "git-credentials": lines });
    assertSucceeded(setup);
    for (const url of [CORE, WIDGETS, GADGET]) assertSucceeded(await job.run(["git", "ls-remote", url]));
    assertClean(setup);
    assert.deepEqual(world.credentialsSeenBy("git.other.test"), [sent(accounts.vendor)]);
    for (const { path, password } of world.requests.filter(({ host, password }) => host === "git.acme.test" && password !== undefined)) {
      assert.equal(password, path.startsWith("/partner/") ? accounts.partner.password : accounts.acme.password, path);
    }
    await assertUndone(job);
  });

  it("the longest matching path wins, in whatever order the lines stand", async () => {
    const lines = [
      git({ ...accounts.acme, password: "wrongPassword0000" }),
      git(accounts.acme, "/acme"),
      git(accounts.acmeOneRepo, "/acme/acme-core"),
    ];
    for (const order of [lines, lines.toReversed()]) {
      await using job = await startJob({ world });
      const from = world.requests.length;
      assertSucceeded(await job.uses({ ...alone, "git-credentials": order.join("\n") }));
      for (const url of [CORE, CORE.slice(0, -4), HTTP]) assertSucceeded(await job.run(["git", "ls-remote", url]));
      const seen = world.requests.slice(from).filter(({ password }) => password !== undefined);
      assert.deepEqual(
        new Set(seen.map(({ path, password }) => `${path.split("/")[2]?.replace(".git", "")} ${password}`)),
        new Set([`acme-core ${accounts.acmeOneRepo.password}`, `acme-http ${accounts.acme.password}`]),
      );
    }
  });

  it("ssh spellings go over https where a token covers them", async () => {
    await using job = await startJob({ world });
    assertSucceeded(
      await job.uses({ ...alone, token: accounts.acme.password, "git-credentials": git(accounts.acmeOneRepo, "/acme/acme-core") }),
    );
    for (const url of ["git@git.acme.test:acme/acme-core.git", "ssh://git@git.acme.test/acme/acme-http.git"]) {
      assertSucceeded(await job.run(["git", "ls-remote", url]));
    }
  });

  it("a redirect to another host does not carry the credential", async () => {
    await using job = await startJob({ world });
    const lines = ["https://x:movedHostToken0123456@moved.acme.test"].join("\n");
    assertSucceeded(await job.uses({ ...alone, "git-credentials": lines }));
    const result = await job.run(["git", "ls-remote", "https://moved.acme.test/acme/acme-core.git"]);
    assert.notEqual(result.code, 0);
    assert.ok(world.requests.some(({ host }) => host === "git.evil.test"));
    assert.deepEqual(world.credentialsSeenBy("git.evil.test"), []);
  });

  it("a user's own helper neither answers for our scopes nor is given our token, and a 401 erases nothing", async () => {
    await using job = await startJob({ world });
    const store =
      'git config --global credential.helper store && printf "https://x:staleToken0000000000@git.acme.test\\n" > "$HOME/.git-credentials" && chmod 600 "$HOME/.git-credentials"';
    assertSucceeded(await job.run(store));
    const before = await job.snapshot();
    assertSucceeded(await job.uses({ ...alone, token: accounts.acme.password }));
    assertSucceeded(await job.run(["git", "ls-remote", CORE]));
    assert.notEqual((await job.run(["git", "ls-remote", "https://git.acme.test/acme/not-there.git"])).code, 0);
    assertSucceeded(await job.run(["git", "ls-remote", CORE]));
    await job.post();
    assert.deepEqual(await job.snapshot(), before);
    assert.ok(!world.requests.some(({ path, password }) => password === "staleToken0000000000" && path.startsWith("/acme/acme-core")));
  });

  it("the header that checkout leaves in the work tree does not override the token; its own repository keeps it", async () => {
    await using job = await startJobWithUv({ world, project: "pip", repository: "acme/app" });
    const header = `AUTHORIZATION: basic ${Buffer.from("x-access-token:checkoutsOwnToken000").toString("base64")}`;
    assertSucceeded(await job.run(`git init -q . && git config http.https://git.acme.test/.extraheader "${header}"`));
    assertSucceeded(
      await job.uses({ token: accounts.acme.password, "git-credentials": git(accounts.partner, "/partner"), install: "false" }),
    );
    assertSucceeded(await job.run(["git", "ls-remote", HTTP]));
    assertSucceeded(await job.run(["git", "ls-remote", WIDGETS]));
    const from = world.requests.length;
    await job.run(["git", "ls-remote", "https://git.acme.test/acme/app.git"]);
    const own = world.requests.slice(from).filter(({ password }) => password !== undefined);
    assert.equal(own[0]?.password, "checkoutsOwnToken000");
  });

  it("git config --global and the job's own GIT_CONFIG_COUNT work as ever", async () => {
    await using job = await startJob({
      world,
      environment: { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "user.name", GIT_CONFIG_VALUE_0: "Ada" },
    });
    assertSucceeded(await job.uses({ ...alone, token: accounts.acme.password }));
    assertSucceeded(await job.run("git config --global user.email ada@acme.test"));
    const read = await job.run(
      "git config user.name && git config --global user.email && git ls-remote -q https://git.acme.test/acme/acme-core.git v1.0.0",
    );
    assert.match(read.stdout, /^Ada\nada@acme\.test\n[0-9a-f]{40}\trefs\/tags\/v1\.0\.0\n$/, read.log);
    await job.post();
    assert.match(await readFile(`${job.home}/.gitconfig`, "utf8"), /email = ada@acme\.test/);
  });

  it("a host that the credential was not given for is asked without one", async () => {
    await using job = await startJob({ world });
    assertSucceeded(await job.uses({ ...alone, token: accounts.acme.password }));
    const from = world.requests.length;
    for (const url of [WIDGETS, "https://git.evil.test/acme/acme-core.git", "http://git.acme.test/acme/acme-core.git"]) {
      assert.notEqual((await job.run(["git", "ls-remote", url])).code, 0);
    }
    assert.deepEqual(
      world.requests.slice(from).filter(({ password }) => password !== undefined),
      [],
    );
  });

  it("plain http works, with a warning", async () => {
    await using job = await startJob({ world });
    const setup = await job.uses({ ...alone, "git-credentials": git(accounts.acme, "/acme").replace("https:", "http:") });
    assertSucceeded(setup);
    assert.deepEqual(
      setup.annotations.map(({ level }) => level),
      ["warning"],
    );
    assertSucceeded(await job.run(["git", "ls-remote", CORE.replace("https:", "http:")]));
  });

  it("an owner spelled in another case of letters is the same owner", async () => {
    await using job = await startJobWithUv({ world, project: "pip", repository: "Acme/app" });
    assertSucceeded(await job.uses({ token: accounts.acme.password, install: "false" }));
    assertSucceeded(await job.run(["git", "ls-remote", HTTP]));
  });
});
