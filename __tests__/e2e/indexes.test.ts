import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { accounts, assertClean, assertSucceeded, assertUndone, index, sent, startJobWithUv, startWorld, type World } from "./fixture.ts";

const internal = index("internal", accounts.index);
const WITHOUT_NETRC = { "install-command": "env -u NETRC poetry install --no-interaction" };

describe("indexes", () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  it("default-index replaces the public one for pip: only it is asked", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    await writeFile(join(job.workspace, "requirements.txt"), "acme-telemetry>=1\n");
    const setup = await job.uses({ indexes: internal, "default-index": "internal", install: "false", tool: "none" });
    assertSucceeded(setup);
    assert.equal(setup.exported.PIP_INDEX_URL, "https://index.acme.test/simple/");
    assert.equal(setup.exported.UV_DEFAULT_INDEX, "internal=https://index.acme.test/simple/");
    assert.deepEqual(setup.annotations, []);
    const target = join(job.temp, "target");
    const pip = await job.run(["python3", "-m", "pip", "install", "--no-input", "--target", target, "-r", "requirements.txt"]);
    assertSucceeded(pip);
    assert.match(pip.stdout, /acme[-_]telemetry-1\.2\.0/);
    const uv = await job.run(["uv", "pip", "install", "--target", `${target}-uv`, "acme-telemetry"]);
    assertSucceeded(uv);
    assertClean(setup, pip, uv);
  });

  it("an index beside the public one warns of dependency confusion", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    const setup = await job.uses({ indexes: internal, token: accounts.acme.password, install: "false" });
    assertSucceeded(setup);
    assert.equal(setup.exported.PIP_EXTRA_INDEX_URL, "https://index.acme.test/simple/");
    assert.match(setup.annotations[0]?.message ?? "", /dependency confusion/);
  });

  it("the job's own PIP_EXTRA_INDEX_URL is kept and added to", async () => {
    await using job = await startJobWithUv({
      world,
      project: "pip",
      environment: { PIP_EXTRA_INDEX_URL: "https://mirror.acme.test/simple" },
    });
    const setup = await job.uses({ indexes: internal, token: accounts.acme.password, install: "false" });
    assert.equal(setup.exported.PIP_EXTRA_INDEX_URL, "https://mirror.acme.test/simple https://index.acme.test/simple/");
  });

  for (const project of ["pip", "poetry", "uv"]) {
    it(`a password with odd characters reaches ${project} as it is`, async () => {
      await using job = await startJobWithUv({ world, project });
      const from = world.requests.length;
      const only = project === "pip" ? { "default-index": "internal" } : {};
      const setup = await job.uses({ indexes: index("internal", accounts.indexOdd), token: accounts.acme.password, ...only });
      assertSucceeded(setup);
      const seen = world.requests.slice(from).filter(({ host, password }) => host === "index.acme.test" && password !== undefined);
      assert.deepEqual([...new Set(seen.map(({ user, password }) => `${user}:${password}`))], [sent(accounts.indexOdd)]);
      assertClean(setup);
      await assertUndone(job);
    });
  }

  it("a percent-encoded password is the same password", async () => {
    await using job = await startJobWithUv({ world, project: "uv" });
    const encoded = { ...accounts.indexOdd, password: encodeURIComponent(accounts.indexOdd.password) };
    assertSucceeded(await job.uses({ indexes: index("internal", encoded), token: accounts.acme.password }));
  });

  for (const project of ["poetry", "poetry-1.8"]) {
    it(`${project}: the variables by name are enough, for pages and files, also of a dotted name`, async () => {
      await using job = await startJobWithUv({ world, project });
      const lines = project === "poetry" ? internal : `${internal}\n${index("corp.idx", accounts.indexOther)}`;
      assertSucceeded(await job.uses({ indexes: lines, token: accounts.acme.password, ...WITHOUT_NETRC }));
    });
  }

  for (const project of ["poetry", "poetry-1.8"]) {
    it(`${project}: the job's own variables for its sources go on working beside a token for Git`, async () => {
      const { user, password } = accounts.index;
      const own = { POETRY_HTTP_BASIC_INTERNAL_USERNAME: user, POETRY_HTTP_BASIC_INTERNAL_PASSWORD: password };
      await using job = await startJobWithUv({ world, project, environment: own });
      const other = project === "poetry" ? {} : { indexes: index("corp.idx", accounts.indexOther) };
      assertSucceeded(await job.uses({ token: accounts.acme.password, ...other }));
    });
  }

  it("uv: the variables by name are enough", async () => {
    await using job = await startJobWithUv({ world, project: "uv" });
    assertSucceeded(
      await job.uses({ indexes: internal, token: accounts.acme.password, "install-command": "env -u NETRC uv sync --locked" }),
    );
  });

  it("the entries of the user's own netrc are carried over, and the file is left alone", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    const { user, password, host } = accounts.indexOther;
    const own = `# mine\nmachine ${host} login ${user} password ${password}\nmachine index.acme.test login old password stale\n`;
    await writeFile(join(job.home, ".netrc"), own, { mode: 0o600 });
    await writeFile(join(job.workspace, "requirements.txt"), "acme-telemetry\nvendor-metrics\n");
    const lines = `${internal}\nother=https://${host}/simple/`;
    const only = { "default-index": "internal" };
    const before = (await job.snapshot()).get("home/.netrc");
    assertSucceeded(await job.uses({ indexes: lines, ...only }));
    assert.equal((await job.snapshot()).get("home/.netrc"), before);
  });

  it("a credential by name is not sent to another host that the project's file gives that name", async () => {
    await using job = await startJobWithUv({ world, project: "uv" });
    await writeFile(
      join(job.workspace, "pyproject.toml"),
      '[project]\nname = "app"\nversion = "1"\n[[tool.uv.index]]\nname = "internal"\nurl = "https://index.evil.test/simple/"\n',
    );
    const setup = await job.uses({ indexes: internal });
    assert.equal(setup.code, 1);
    assert.match(setup.annotations[0]?.message ?? "", /^indexes, line 1: .*index\.evil\.test/);
    assert.deepEqual(world.credentialsSeenBy("index.evil.test"), []);
  });

  it("a redirect to another host does not carry the credential", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    const moved = { ...accounts.index, host: "moved.acme.test" };
    assertSucceeded(await job.uses({ tool: "none", indexes: index("internal", moved), "default-index": "internal" }));
    const target = join(job.temp, "target");
    const from = world.requests.length;
    assert.notEqual((await job.run(["python3", "-m", "pip", "install", "--no-input", "--target", target, "acme-telemetry"])).code, 0);
    assert.notEqual((await job.run(["uv", "pip", "install", "--no-cache", "--target", target, "acme-telemetry"])).code, 0);
    const seen = world.requests.slice(from);
    assert.ok(seen.some(({ host, password }) => host === "moved.acme.test" && password === moved.password));
    assert.ok(seen.some(({ host }) => host === "git.evil.test"));
    assert.deepEqual(world.credentialsSeenBy("git.evil.test"), []);
  });

  it("an organisation's default variable works as the input does", async () => {
    await using job = await startJobWithUv({ world, project: "uv" });
    const environment = { SETUP_PRIVATE_PYTHON_INDEXES: internal, SETUP_PRIVATE_PYTHON_TOKEN: accounts.acme.password };
    assertSucceeded(await job.uses({}, { environment }));
  });
});
