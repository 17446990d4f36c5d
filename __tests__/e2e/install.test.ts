import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  accounts,
  assertClean,
  assertNoSecretBelow,
  assertSucceeded,
  assertUndone,
  CACHE,
  index,
  sent,
  startJob,
  startJobWithUv,
  startWorld,
  type World,
} from "./fixture.ts";

const internal = index("internal", accounts.index);
const both = `${internal}\n${index("corp.idx", accounts.indexOther)}`;
const telemetry = "Hello, world, from acme-core 1.0.0 by acme-http 1.1.0 with acme-telemetry 1.2.0";

/** pip asks no public index for a private name. */
const onlyInternal = { indexes: internal, "default-index": "internal" };

/** Project, inputs beside the token, and what its program prints in a later step. */
const cases = [
  { project: "pip", inputs: onlyInternal, prints: telemetry, tool: "pip" },
  { project: "poetry", inputs: { indexes: internal }, prints: telemetry, tool: "poetry" },
  { project: "poetry-1.8", inputs: { indexes: both }, prints: `${telemetry} and vendor-metrics 0.3.0`, tool: "poetry" },
  { project: "poetry-ssh", inputs: {}, prints: "Hello, world, from acme-core 1.0.0", tool: "poetry" },
  { project: "uv", inputs: { indexes: internal }, prints: telemetry, tool: "uv" },
  { project: "uv-ssh", inputs: {}, prints: "Hello, world, from acme-core 1.0.0", tool: "uv" },
] as const;

describe("one step installs, a later one runs the program, post undoes", () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  for (const { project, inputs, prints, tool } of cases) {
    it(project, async () => {
      await using job = await startJobWithUv({ world, project });
      const setup = await job.uses({ token: accounts.acme.password, ...inputs });
      assertSucceeded(setup);
      assert.equal(setup.outputs.tool, tool);
      assert.match(setup.outputs["tool-version"] ?? "", /^\d+\.\d+/);
      assert.match(setup.outputs["python-version"] ?? "", /^3\.\d+\.\d+$/);
      assert.equal(setup.outputs["environment-path"], `${job.workspace}/.venv`);
      const app = await job.run(["python", "app.py"]);
      assert.equal(app.stdout.trim(), prints, app.log);
      assertClean(setup, app);
      await assertUndone(job);
    });
  }

  it("pip-pyproject: the project itself, editable", async () => {
    await using job = await startJobWithUv({ world, project: "pip-pyproject" });
    assertSucceeded(await job.uses({ token: accounts.acme.password, ...onlyInternal }));
    const listed = await job.run(["python", "-m", "pip", "list", "--format=freeze"]);
    assert.match(listed.stdout, /^acme-http==1\.1\.0$/m);
    await assertUndone(job);
  });

  it("the Poetry that the lockfile was written with is the one that is installed", async () => {
    await using job = await startJobWithUv({ world, project: "poetry-1.8" });
    const setup = await job.uses({ token: accounts.acme.password, indexes: both });
    assert.match(setup.outputs["tool-version"] ?? "", /^1\.8\./, setup.log);
    const version = await job.run("poetry --version");
    assert.match(version.stdout, /1\.8\./);
  });

  it("a machine with no uv fetches it as a package", async () => {
    await using job = await startJob({ world, project: "pip", environment: CACHE });
    assert.notEqual((await job.run("command -v uv")).code, 0);
    const setup = await job.uses({ token: accounts.acme.password, ...onlyInternal });
    assertSucceeded(setup);
    assert.doesNotMatch(setup.log, /trying without uv/);
    assert.equal((await job.run(["python", "app.py"])).stdout.trim(), telemetry);
    await assertUndone(job);
  });

  it("without a usable uv, venv and pip make the environment", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    const broken = await job.run(
      'mkdir -p "$HOME/bin" && printf "#!/bin/sh\\nexit 3\\n" > "$HOME/bin/uv" && chmod +x "$HOME/bin/uv" && echo "$HOME/bin" >> "$GITHUB_PATH"',
    );
    assertSucceeded(broken);
    const setup = await job.uses({ token: accounts.acme.password, ...onlyInternal });
    assertSucceeded(setup);
    assert.match(setup.log, /trying without uv/);
    assert.equal((await job.run(["python", "app.py"])).stdout.trim(), telemetry);
  });

  it("uv with a requirements file alone installs into the environment it made", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    const pythonLocation = (await job.run(["python3", "-c", "import sys; print(sys.base_prefix)"])).stdout.trim();
    const environment = { pythonLocation, UV_CACHE_DIR: `${job.home}/uv-cache` };
    const setup = await job.uses({ token: accounts.acme.password, ...onlyInternal, tool: "uv" }, { environment });
    assertSucceeded(setup);
    assert.equal(setup.outputs["environment-path"], `${job.workspace}/.venv`);
    assert.equal((await job.run([".venv/bin/python", "app.py"])).stdout.trim(), telemetry);
  });

  it("a default index that does not have pip: the one that Python brings serves", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    const other = index("other", accounts.indexOther);
    await job.run("echo vendor-metrics > requirements.txt");
    assertSucceeded(await job.uses({ indexes: other, "default-index": "other" }));
    assertSucceeded(await job.run(["python", "-c", "import vendor_metrics"]));
  });

  it("a folder that is no virtual environment is never emptied", async () => {
    for (const place of [".venv", "own"]) {
      await using job = await startJobWithUv({ world, project: "pip" });
      assertSucceeded(await job.run(`mkdir "${place}" && echo keep > "${place}/data"`));
      const environment = place === "own" ? { VIRTUAL_ENV: `${job.workspace}/own` } : {};
      const setup = await job.uses({ token: accounts.acme.password, ...onlyInternal }, { environment });
      assert.equal(setup.code, 1);
      assert.match(setup.annotations[0]?.message ?? "", place === "own" ? /^VIRTUAL_ENV names / : /is there and is no virtual environment/);
      assertSucceeded(await job.run(`test "$(cat "${place}/data")" = keep`));
    }
  });

  it("an active virtual environment is used, and none is made", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    assertSucceeded(
      await job.run(
        'python3 -m venv "$HOME/own" && echo "VIRTUAL_ENV=$HOME/own" >> "$GITHUB_ENV" && echo "$HOME/own/bin" >> "$GITHUB_PATH"',
      ),
    );
    const setup = await job.uses({ token: accounts.acme.password, ...onlyInternal });
    assertSucceeded(setup);
    assert.equal(setup.outputs["environment-path"], `${job.home}/own`);
    assert.equal((await job.run("test ! -e .venv && python app.py")).stdout.trim(), telemetry);
  });

  it("install-args and install-command", async () => {
    await using job = await startJobWithUv({ world, project: "poetry" });
    const credentials = `https://x-access-token:${accounts.partner.password}@${accounts.partner.host}/partner`;
    const inputs = { token: accounts.acme.password, indexes: internal, "git-credentials": credentials };
    assertSucceeded(await job.uses({ ...inputs, "install-args": "--with extra" }));
    assertSucceeded(await job.run(["python", "-c", "import widgets"]));
    const own = await job.uses({ ...inputs, "install-command": "poetry check\npoetry run python -c 'import widgets; print(40 + 2)'" });
    assertSucceeded(own);
    assert.match(own.log, /^42$/m);
  });

  it("install: false sets up the tool and the credentials alone", async () => {
    await using job = await startJobWithUv({ world, project: "poetry" });
    const setup = await job.uses({ token: accounts.acme.password, indexes: internal, install: "false" });
    assertSucceeded(setup);
    assert.equal(setup.outputs["environment-path"], "");
    assertSucceeded(await job.run("test ! -e .venv && poetry install --no-interaction && .venv/bin/python app.py"));
    await assertUndone(job);
  });

  it("tool-version chooses pip's version as well", async () => {
    await using job = await startJobWithUv({ world, project: "pip" });
    const setup = await job.uses({ token: accounts.acme.password, ...onlyInternal, "tool-version": "23.0" });
    assertSucceeded(setup);
    assert.match(setup.outputs["tool-version"] ?? "", /^23\.0/);
    await assertUndone(job);
  });

  it("each server saw the credential that was given for it, and no other", () => {
    assert.deepEqual([...world.credentialsSeenBy("git.acme.test")].sort(), [sent(accounts.acme), sent(accounts.partner)].sort());
    assert.deepEqual(world.credentialsSeenBy("index.acme.test"), [sent(accounts.index)]);
    assert.deepEqual(world.credentialsSeenBy("index.other.test"), [sent(accounts.indexOther)]);
    const partner = world.requests.filter(({ password }) => password === accounts.partner.password);
    assert.ok(partner.length > 0 && partner.every(({ path }) => path.startsWith("/partner/")));
  });
});

describe("persist-credentials: false", () => {
  it("only the install command sees them", async () => {
    await using world = await startWorld();
    await using job = await startJobWithUv({ world, project: "pip" });
    const setup = await job.uses({ token: accounts.acme.password, ...onlyInternal, "persist-credentials": "false" });
    assertSucceeded(setup);
    assert.deepEqual(Object.keys(setup.exported).sort(), ["SETUP_PRIVATE_PYTHON_ENVIRONMENT", "VIRTUAL_ENV"]);
    await assertNoSecretBelow(job.temp);
    await assertNoSecretBelow(job.home);
    assert.equal((await job.run(["python", "app.py"])).stdout.trim(), telemetry);
    const later = await job.run("GIT_TERMINAL_PROMPT=0 git ls-remote https://git.acme.test/acme/acme-core.git");
    assert.notEqual(later.code, 0);
    await assertUndone(job);
  });

  it("and they are gone when the install fails", async () => {
    await using world = await startWorld();
    await using job = await startJobWithUv({ world, project: "pip" });
    const setup = await job.uses({ token: accounts.acme.password, "persist-credentials": "false", "install-command": "exit 7" });
    assert.equal(setup.code, 1);
    await assertNoSecretBelow(job.temp);
  });
});
