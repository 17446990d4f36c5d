import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readGitUrl } from "../../src/core/git-url.ts";
import { labelled, Secret } from "../../src/core/secret.ts";
import { FOREIGN_LOCKFILES, tools } from "../../src/tools/all.ts";
import { TOOL_NAMES, type Variable } from "../../src/tools/tool.ts";
import { projectOf } from "../setup/given.ts";

const SECRET = "Zq7-s3cret-value";
const password = new Secret("password", SECRET);
const url = readGitUrl("https://git.example/acme/pkg.git") ?? assert.fail();
const ssh = readGitUrl("git@git.example:acme/pkg.git") ?? assert.fail();
const empty = projectOf({});
const odd = projectOf({
  "pyproject.toml":
    "project = 1\nbuild-system = []\n[tool]\nuv = {index = 3, sources = {a = 1, b = [2]}, required-version = 1}\npoetry = {source = [1, {name = 2}], dependencies = [1], group = {x = 1}, requires-poetry = 1}",
  "poetry.lock": "package = [1, {source = 1}, {source = {type = 'git'}}]",
  "poetry.toml": "virtualenvs = 1",
  "uv.lock": "package = {a = 1}",
  "uv.toml": "index = [[1]]\nrequired-version = []",
  "requirements.txt": "\u0000 @@ git+ git+://",
});

/** Names that every shell and `GITHUB_ENV` take, and secrets only behind their labels. */
function good(variables: readonly Variable[]): void {
  for (const { name, value } of variables) {
    assert.match(name, /^[A-Z][A-Z0-9_]*$/);
    assert.ok(!labelled(value).includes(SECRET), name);
  }
}

for (const tool of tools) {
  describe(tool.label, () => {
    test("has a name that the input takes, of its own", () => {
      assert.ok(TOOL_NAMES.includes(tool.name));
      assert.equal(tools.filter(({ name }) => name === tool.name).length, 1);
      assert.equal(tool.label.toLowerCase(), tool.name);
    });

    test("claims nothing where there is nothing, and finds nothing there", () => {
      assert.equal(tool.claims(empty), false);
      assert.equal(tool.asks(empty), undefined);
      assert.deepEqual(tool.gitUrls(empty), []);
      assert.deepEqual(tool.indexes(empty) ?? [], []);
    });

    test("stands files that hold what nobody expects", () => {
      assert.equal(tool.claims(odd), true);
      assert.equal(tool.asks(odd), undefined);
      assert.deepEqual(tool.gitUrls(odd), []);
      assert.deepEqual(tool.indexes(odd) ?? [], []);
      assert.ok("folder" in tool.environment(odd, {}));
    });

    for (const isDefault of [true, false]) {
      for (const name of ["corp", "corp-idx.x", "2nd", "A_b"]) {
        test(`gives ${isDefault ? "the default " : ""}index ${name} by good variables`, () => {
          good(tool.indexVariables({ name, url: "https://pypi.acme.example/simple", user: "ci", password, isDefault, id: "SPP_I_A" }));
          good(
            tool.indexVariables({
              name,
              url: "https://pypi.acme.example/simple",
              user: password,
              password: "",
              isDefault,
              id: "SPP_I_A",
              named: { name, url: "https://pypi.acme.example/", file: "x" },
            }),
          );
          good(tool.indexVariables({ name, url: "https://pypi.acme.example/simple", isDefault, id: "SPP_I_A" }));
        });
      }
    }

    test("gives Git credentials by good variables", () => {
      good(
        tool.gitVariables([
          { url, user: "ci", password, id: "SPP_G_A" },
          { url: ssh, user: password, password: "", id: "SPP_G_B" },
        ]),
      );
      assert.deepEqual(tool.gitVariables([]), []);
    });

    test("compares names of indexes by one form", () => {
      for (const name of ["corp", "corp-idx.x", "Corp_IDX"]) assert.equal(tool.normalise(tool.normalise(name)), tool.normalise(name));
    });

    test("never overrides what the job sets", () => {
      const context = { project: projectOf({ "pyproject.toml": "" }), python: "/py", folder: "/f" };
      const set = tool.settings({ ...context, variables: {} });
      good(set);
      const variables = Object.fromEntries(set.map(({ name }) => [name, "job"]));
      const again = tool.settings({ ...context, variables }).filter(({ name }) => name in variables);
      assert.deepEqual(again, []);
    });

    test("ends the install command with the user's arguments", () => {
      const argv = tool.install(projectOf({ "pyproject.toml": "" }), {}, ["--a", "b c"]);
      assert.deepEqual(argv.slice(-2), ["--a", "b c"]);
      assert.ok(argv.includes("install") || argv.includes("sync"));
    });

    test("puts the environment into the project, or says how to ask for it", () => {
      assert.deepEqual(tool.environment(projectOf({ "pyproject.toml": "" }), {}), { folder: "/app/.venv" });
    });

    test("explains nothing that it does not know", () => {
      for (const output of ["", "Killed", "error: something else"]) assert.equal(tool.explain(output), undefined);
    });
  });
}

test("every name that the input takes is a tool, pip last, as it takes what no other claims", () => {
  assert.deepEqual(
    tools.map(({ name }) => name),
    ["poetry", "uv", "pip"],
  );
  assert.deepEqual([...TOOL_NAMES].sort(), tools.map(({ name }) => name).sort());
});

test("lockfiles are each one tool's", () => {
  const lockfiles = [...tools.flatMap(({ lockfile }) => lockfile ?? []), ...FOREIGN_LOCKFILES.map(({ file }) => file)];
  assert.deepEqual(lockfiles, ["poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "Pipfile"]);
});
