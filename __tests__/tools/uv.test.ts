import assert from "node:assert/strict";
import { test } from "node:test";
import { Secret } from "../../src/core/secret.ts";
import type { IndexUse } from "../../src/tools/tool.ts";
import { uv } from "../../src/tools/uv.ts";
import { plainly, projectOf } from "../setup/given.ts";

const of = (pyproject: string, more: Record<string, string> = {}) => projectOf({ "pyproject.toml": pyproject, ...more });

const CLAIMS: readonly [ReturnType<typeof of>, boolean][] = [
  [of("[tool.uv]"), true],
  [of('[build-system]\nbuild-backend = "uv_build"'), true],
  [of('[build-system]\nbuild-backend = "uv_builder"'), false],
  [projectOf({ "uv.toml": "" }), true],
  [of("[tool.poetry]"), false],
  [projectOf({}), false],
];
for (const [project, expected] of CLAIMS) {
  test(`uv claims ${[...project.names]} ${JSON.stringify(project.pyproject)}: ${expected}`, () =>
    assert.equal(uv.claims(project), expected));
}

const ASKS: readonly [name: string, ReturnType<typeof of>, ReturnType<typeof uv.asks>][] = [
  ["nothing", of(""), undefined],
  ["pyproject.toml", of('[tool.uv]\nrequired-version = ">=0.8"'), { specifier: ">=0.8", file: "pyproject.toml" }],
  [
    "uv.toml, which uv prefers",
    of('[tool.uv]\nrequired-version = ">=0.8"', { "uv.toml": 'required-version = "0.9.1"' }),
    { specifier: "==0.9.1", file: "uv.toml" },
  ],
  ["uv.toml alone", projectOf({ "uv.toml": 'required-version = "~=0.9.1"' }), { specifier: "~=0.9.1", file: "uv.toml" }],
];
for (const [name, project, expected] of ASKS) test(`uv's version: ${name}`, () => assert.deepEqual(uv.asks(project), expected));
test("a required-version that cannot be read names its file", () =>
  assert.throws(() => uv.asks(projectOf({ "uv.toml": 'required-version = "x"' })), { where: { file: "uv.toml" } }));

test("uv reads Git URLs of the lock, the sources and the standard tables", () => {
  const project = of(
    `
[project]
dependencies = ["d @ git+https://h.example/o/d"]
[tool.uv.sources]
a = {git = "https://h.example/o/a.git", tag = "v1"}
b = [{git = "ssh://git@h.example/o/b", marker = "x"}, {index = "corp"}]
c = {path = "../c"}
`,
    {
      "uv.lock": `
[[package]]
name = "e"
source = { git = "https://h.example/o/e?subdirectory=x&tag=v1#0123456789abcdef0123456789abcdef01234567" }
[[package]]
name = "f"
source = { git = "ssh://git@h.example/o/f#0123" }
[[package]]
name = "g"
source = { registry = "https://pypi.acme.example/simple" }
`,
    },
  );
  assert.deepEqual(
    uv.gitUrls(project).map(({ text }) => text),
    ["https://h.example/o/e", "ssh://git@h.example/o/f", "https://h.example/o/a.git", "ssh://git@h.example/o/b", "https://h.example/o/d"],
  );
});

test("uv's indexes by name, from both files", () => {
  const project = of(
    '[[tool.uv.index]]\nname = "corp"\nurl = "https://pypi.acme.example/simple"\ndefault = true\n[[tool.uv.index]]\nurl = "https://nameless.example"',
    {
      "uv.toml": '[[index]]\nname = "two"\nurl = "https://two.example/simple"',
    },
  );
  assert.deepEqual(uv.indexes(project), [
    { name: "corp", url: "https://pypi.acme.example/simple", file: "pyproject.toml", isDefault: true },
    { name: "two", url: "https://two.example/simple", file: "uv.toml", isDefault: false },
  ]);
  assert.deepEqual(uv.indexes(of("")), []);
  assert.equal(uv.normalise("corp-idx.x"), "CORP_IDX_X");
});

const use = (more: Partial<IndexUse>): IndexUse => ({
  name: "corp.idx",
  url: "https://pypi.acme.example/in",
  user: "ci",
  password: new Secret("p", "s3cret"),
  isDefault: false,
  id: "A",
  ...more,
});
const named = { name: "Corp-idx", url: "https://pypi.acme.example/simple", file: "pyproject.toml" };
const SENT = ["UV_INDEX_CORP_IDX_USERNAME=ci", "UV_INDEX_CORP_IDX_PASSWORD=s3cret"];
const INDEX: readonly [name: string, IndexUse, readonly string[]][] = [
  ["by name", use({}), SENT],
  ["by the project's name", use({ named }), SENT],
  ["the default", use({ isDefault: true }), ["UV_DEFAULT_INDEX=corp.idx=https://pypi.acme.example/in", ...SENT]],
  [
    "the default by the project's name and URL",
    use({ isDefault: true, named }),
    ["UV_DEFAULT_INDEX=Corp-idx=https://pypi.acme.example/simple", ...SENT],
  ],
  ["the project's own default", use({ isDefault: true, named: { ...named, isDefault: true } }), SENT],
  ["the default without a credential", { name: "x", url: "https://h", isDefault: true, id: "A" }, ["UV_DEFAULT_INDEX=x=https://h"]],
  ["an empty password", use({ password: "" }), ["UV_INDEX_CORP_IDX_USERNAME=ci", "UV_INDEX_CORP_IDX_PASSWORD="]],
];
for (const [name, given, expected] of INDEX)
  test(`uv's variables of an index: ${name}`, () => assert.deepEqual(plainly(uv.indexVariables(given)), expected));

const PLACES: readonly [string | undefined, string][] = [
  [undefined, "/app/.venv"],
  ["", "/app/.venv"],
  ["env", "/app/env"],
  ["/opt-of-job/env", "/opt-of-job/env"],
  ["C:\\env", "C:\\env"],
];
for (const [set, folder] of PLACES) {
  test(`uv's environment with UV_PROJECT_ENVIRONMENT ${set}: ${folder}`, () =>
    assert.deepEqual(uv.environment(of(""), { UV_PROJECT_ENVIRONMENT: set }), { folder }));
}

test("uv takes the job's interpreter, unless the job says otherwise", () => {
  const project = of("");
  assert.deepEqual(plainly(uv.settings({ project, variables: {}, setInterpreter: "/py", folder: "/f" })), ["UV_PYTHON=/py"]);
  assert.deepEqual(uv.settings({ project, variables: { UV_PYTHON: "3.12" }, setInterpreter: "/py", folder: "/f" }), []);
  assert.deepEqual(uv.settings({ project, variables: {}, folder: "/f" }), []);
  assert.deepEqual(uv.gitVariables([]), []);
});

test("uv makes the environment of a project; of a requirements file it has to be made", () => {
  assert.equal(uv.wantsEnvironment(of("")), false);
  assert.equal(uv.wantsEnvironment(projectOf({ "requirements.txt": "" })), true);
});

const LOCKED = of("", { "uv.lock": "" });
type Install = [name: string, project: ReturnType<typeof of>, variables: Record<string, string>, args: string, expected: string];
const INSTALL: readonly Install[] = [
  ["a lock", LOCKED, {}, "", "sync --locked"],
  ["arguments", LOCKED, {}, "--extra dev", "sync --locked --extra dev"],
  ["no lock", of(""), {}, "", "sync"],
  ...["--frozen", "--locked", "--no-locked", "-U", "--upgrade", "--upgrade-package x", "--upgrade-package=x", "-P x"].map(
    (said): Install => [said, LOCKED, {}, said, `sync ${said}`],
  ),
  ["--upgrader is another", LOCKED, {}, "--upgrader", "sync --locked --upgrader"],
  ["x--frozen is another", LOCKED, {}, "x--frozen", "sync --locked x--frozen"],
  ["UV_FROZEN", LOCKED, { UV_FROZEN: "1" }, "", "sync"],
  ["UV_LOCKED", LOCKED, { UV_LOCKED: "1" }, "", "sync"],
  ["requirements.txt beside pyproject.toml", of("", { "requirements.txt": "" }), {}, "", "sync"],
  ["requirements.txt alone", projectOf({ "requirements.txt": "" }), {}, "--strict", "pip install -r requirements.txt --strict"],
];
for (const [name, project, variables, args, expected] of INSTALL) {
  test(`uv installs: ${name}`, () => assert.equal(uv.install(project, variables, args === "" ? [] : args.split(" ")).join(" "), expected));
}
test("a project without pyproject.toml goes into the environment that was made for it", () => {
  const project = projectOf({ "requirements.txt": "" });
  assert.deepEqual(uv.settings({ project, variables: {}, setInterpreter: "/py", folder: "/f" }), []);
  assert.deepEqual(uv.environment(project, { UV_PROJECT_ENVIRONMENT: "env" }), { folder: "/app/.venv" });
});

test("uv explains a lock out of date", () => {
  assert.deepEqual(uv.explain("error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided."), {
    what: "uv.lock does not match pyproject.toml",
    fix: "Run `uv lock` and commit uv.lock",
  });
  assert.deepEqual(uv.explain("The lockfile at `sub/uv.lock` needs to be updated")?.fix, "Run `uv lock` and commit uv.lock");
  assert.equal(uv.explain("The lockfile at `uv.lock` is fine"), undefined);
});
