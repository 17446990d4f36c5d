import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { accounts, assertUndone, git, index, startJobWithUv, startWorld } from "./fixture.ts";

const cases = [
  {
    project: "poetry",
    dependency: ['python = ">=3.9"', 'python = ">=3.10"'],
    says: "poetry.lock does not match pyproject.toml. Run `poetry lock` (before Poetry 2: `poetry lock --no-update`) and commit poetry.lock.",
  },
  {
    project: "uv",
    dependency: ['requires-python = ">=3.9"', 'requires-python = ">=3.10"'],
    says: "uv.lock does not match pyproject.toml. Run `uv lock` and commit uv.lock.",
  },
] as const;

describe("a lockfile that does not match pyproject.toml: the annotation gives the command that mends it", () => {
  for (const { project, dependency, says } of cases) {
    it(project, async () => {
      await using world = await startWorld();
      await using job = await startJobWithUv({ world, project });
      const file = join(job.workspace, "pyproject.toml");
      const [from, to] = dependency;
      const content = await readFile(file, "utf8");
      const changed = content.includes(from) ? content.replace(from, to) : content.replace('">=3.9"', '">=3.10"');
      assert.notEqual(changed, content);
      await writeFile(file, changed);
      const setup = await job.uses({
        token: accounts.acme.password,
        "git-credentials": git(accounts.partner, "/partner"),
        indexes: index("internal", accounts.index),
      });
      assert.equal(setup.code, 1, setup.log);
      assert.deepEqual(
        setup.annotations.map(({ level, message }) => `${level}: ${message}`),
        [`error: ${says}`],
        setup.log,
      );
      await assertUndone(job);
    });
  }
});
