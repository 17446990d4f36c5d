import assert from "node:assert/strict";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, it } from "node:test";
import { forms } from "../../src/core/forms.ts";
import {
  accounts,
  assertClean,
  assertNoSecret,
  assertNoSecretBelow,
  assertSucceeded,
  git,
  index,
  startJobWithUv,
  startWorld,
} from "./fixture.ts";

/** pip asks no public index for a private name. */
const forPip = { "default-index": "internal" };
const inputs = { token: accounts.acme.password, "git-credentials": git(accounts.vendor), indexes: index("internal", accounts.indexOdd) };

describe("a secret", () => {
  it("is masked in every form before anything else is printed", async () => {
    await using world = await startWorld();
    await using job = await startJobWithUv({ world, project: "uv" });
    const setup = await job.uses({ ...inputs, install: "false" });
    assertSucceeded(setup);
    for (const { password, user } of [accounts.acme, accounts.vendor, accounts.indexOdd]) {
      for (const form of forms(password, user)) assert.ok(setup.masks.includes(form), `not masked: ${form}`);
    }
    const lines = setup.stdout.split("\n");
    const lastMask = lines.findLastIndex((line) => line.startsWith("::add-mask::"));
    assert.ok(lines.slice(0, lastMask).every((line) => line.startsWith("::add-mask::") || /^uv, because of uv\.lock$/.test(line)));
  });

  it("is in no argument of any program, of Git's own neither", async () => {
    await using world = await startWorld();
    for (const project of ["pip", "poetry", "uv"]) {
      await using job = await startJobWithUv({ world, project });
      const traces = join(job.home, "traces");
      const shims = join(job.home, "shims");
      await Promise.all([mkdir(traces), mkdir(shims)]);
      for (const name of ["git", "uv", "python", "python3", "sh", "bash"]) {
        const script = `#!/bin/bash\nprintf '%s\\n' "$0 $*" >> '${traces}/arguments'\nPATH="\${PATH#*${delimiter}}" exec ${name} "$@"\n`;
        await writeFile(join(shims, name), script);
        await chmod(join(shims, name), 0o755);
      }
      assertSucceeded(await job.run(`echo '${shims}' >> "$GITHUB_PATH"`));
      const setup = await job.uses({ ...inputs, ...(project === "pip" ? forPip : {}) }, { environment: { GIT_TRACE2_EVENT: traces } });
      assertSucceeded(setup);
      const files = await readdir(traces);
      assert.ok(files.includes("arguments") && files.length > 1, `the traces are there: ${files}`);
      for (const file of files) assertNoSecret(await readFile(join(traces, file), "utf8"), file);
    }
  });

  it("is in no URL that a server saw, nor in what pip, Poetry and uv leave in the workspace and in HOME", async () => {
    await using world = await startWorld();
    for (const project of ["pip", "poetry", "uv"]) {
      await using job = await startJobWithUv({ world, project });
      assertSucceeded(await job.uses({ ...inputs, ...(project === "pip" ? forPip : {}) }));
      await assertNoSecretBelow(job.workspace);
      await assertNoSecretBelow(job.home);
    }
    for (const { path } of world.requests) assertNoSecret(path, "a URL");
  });

  it("lies in files that only their owner may read, whatever the umask", async () => {
    await using world = await startWorld();
    await using job = await startJobWithUv({ world, project: "pip" });
    const dist = join(import.meta.dirname, "../../dist/setup/index.js");
    const script = `umask 000; INPUT_TOKEN='${accounts.acme.password}' INPUT_TOOL=none INPUT_INDEXES='${inputs.indexes}' exec '${process.execPath}' '${dist}'`;
    assertSucceeded(await job.run(script));
    const [name = ""] = await readdir(job.temp);
    const folder = join(job.temp, name);
    for (const [path, mode] of [
      ["", 0o700],
      ["access", 0o700],
      ["access/git-1", 0o600],
      ["access/gitconfig", 0o600],
      ["access/netrc", 0o600],
      ["journal.jsonl", 0o600],
    ] as const) {
      assert.equal((await stat(join(folder, path))).mode & 0o777, mode, path);
    }
  });

  it("is in neither plan nor journal: the dry run shows labels, and changes nothing", async () => {
    await using world = await startWorld();
    await using job = await startJobWithUv({ world, project: "poetry" });
    const before = await job.snapshot();
    const setup = await job.uses({ ...inputs, "dry-run": "true" });
    assertSucceeded(setup);
    assertClean(setup);
    assert.deepEqual(setup.masks, []);
    assert.deepEqual([setup.exported, setup.paths, setup.outputs, setup.state], [{}, [], {}, {}]);
    assert.match(setup.log, /password=<token>/);
    assert.match(setup.log, /\$ .*poetry install --no-interaction/);
    assert.deepEqual(await job.snapshot(), before);
    assert.deepEqual(await readdir(job.workspace), ["app.py", "poetry.lock", "pyproject.toml"]);
  });

  it("stays in the action: the tools get no INPUT_ variable, and their output no workflow command", async () => {
    await using world = await startWorld();
    await using job = await startJobWithUv({ world, project: "pip" });
    const command =
      "if env | grep -q '^INPUT_'; then exit 9; fi; echo '::save-state name=folder::/precious'; echo '::set-output name=tool::evil'";
    const setup = await job.uses({ ...inputs, "install-command": command });
    assertSucceeded(setup);
    assert.match(setup.stdout, /::stop-commands::(\S+)\n::save-state name=folder::\/precious\n::set-output name=tool::evil\n::\1::/);
    await job.post();
    await assertNoSecretBelow(job.temp);
  });
});
