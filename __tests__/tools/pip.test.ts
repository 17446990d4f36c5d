import assert from "node:assert/strict";
import { test } from "node:test";
import { Secret } from "../../src/core/secret.ts";
import { pip } from "../../src/tools/pip.ts";
import { plainly, projectOf } from "../setup/given.ts";

const PYPROJECT = { "pyproject.toml": "" };

const CLAIMS: readonly [Parameters<typeof projectOf>, boolean][] = [
  [[{}], false],
  [[{}, "README.md"], false],
  [[{}, "setup.py"], true],
  [[PYPROJECT], true],
  [[{ "requirements-dev.txt": "" }], true],
];
for (const [files, expected] of CLAIMS)
  test(`pip claims ${JSON.stringify(files)}: ${expected}`, () => assert.equal(pip.claims(projectOf(...files)), expected));

test("pip reads Git URLs of requirements files and of pyproject.toml", () => {
  const files = {
    "requirements.txt": "a @ git+https://h.example/o/a@v1\nrequests",
    "requirements-dev.txt": "-e git+ssh://git@h.example/o/b#egg=b",
    "pyproject.toml": '[project]\ndependencies = ["c @ git+https://h.example/o/c"]',
  };
  assert.deepEqual(
    pip.gitUrls(projectOf(files)).map(({ text }) => text),
    ["https://h.example/o/a", "ssh://git@h.example/o/b", "https://h.example/o/c"],
  );
});

test("pip knows no names of indexes and asks for no version", () => {
  assert.equal(pip.indexes(projectOf(PYPROJECT)), undefined);
  assert.equal(pip.normalise("A-b.c"), "A-b.c");
  assert.equal(pip.asks(projectOf(PYPROJECT)), undefined);
});

test("pip gets an index by URL, never a credential", () => {
  const use = { name: "x", url: "https://pypi.acme.example/simple", id: "A", user: "ci", password: new Secret("p", "s3cret") };
  assert.deepEqual(plainly(pip.indexVariables({ ...use, isDefault: true })), ["PIP_INDEX_URL=https://pypi.acme.example/simple"]);
  const extra = pip.indexVariables({ ...use, isDefault: false });
  assert.deepEqual(plainly(extra), ["PIP_EXTRA_INDEX_URL=https://pypi.acme.example/simple"]);
  assert.deepEqual(
    extra.map(({ joined }) => joined),
    [" "],
  );
});

test("pip's place and settings", () => {
  const project = projectOf(PYPROJECT);
  assert.deepEqual(pip.environment(project, {}), { folder: "/app/.venv" });
  assert.equal(pip.wantsEnvironment(project), true);
  assert.deepEqual(pip.settings({ project, variables: {}, setInterpreter: "/py", folder: "/f" }), []);
  assert.deepEqual(pip.gitVariables([]), []);
});

type Install = [name: string, files: Parameters<typeof projectOf>, args: readonly string[], expected: string];
const INSTALL: readonly Install[] = [
  ["requirements.txt", [{ "requirements.txt": "", "requirements-dev.txt": "", ...PYPROJECT }], [], "install -r requirements.txt"],
  ["requirements.txt and what is said", [{ "requirements.txt": "" }], ["-r", "x.txt"], "install -r requirements.txt -r x.txt"],
  ["the only other one", [{ "requirements-dev.txt": "", ...PYPROJECT }], ["--pre"], "install -r requirements-dev.txt --pre"],
  ["the project", [PYPROJECT], [], "install -e ."],
  ["setup.py", [{}, "setup.py"], ["--no-deps"], "install -e . --no-deps"],
  ...["-r x", "-e .[dev]", "--requirement x", "--requirement=x", "--editable .", "--editable=.", "--group dev", "-rx", "-e."].map(
    (said): Install => [`as said: ${said}`, [PYPROJECT], said.split(" "), `install ${said}`],
  ),
  ["not a target: -edit", [{ "requirements-dev.txt": "" }], ["--r"], "install -r requirements-dev.txt --r"],
  ["not a target: --requirements", [PYPROJECT], ["--requirements"], "install -e . --requirements"],
];
for (const [name, files, args, expected] of INSTALL)
  test(`pip installs ${name}`, () => assert.equal(pip.install(projectOf(...files), {}, args).join(" "), expected));

test("pip does not guess among several requirements files", () => {
  const project = projectOf({ "requirements-test.txt": "", "requirements-dev.txt": "", ...PYPROJECT });
  assert.throws(() => pip.install(project, {}, []), {
    name: "Problem",
    message:
      "install-args: several requirements files were found (requirements-dev.txt, requirements-test.txt), and none is requirements.txt. Say which: `install-args: -r requirements-dev.txt`",
  });
  assert.deepEqual(pip.install(project, {}, ["-r", "requirements-test.txt"]), ["install", "-r", "requirements-test.txt"]);
});

test("pip says that there is nothing to install", () => {
  assert.throws(() => pip.install(projectOf({}), {}, []), {
    message:
      "tool: pip has nothing to install: no requirements*.txt, pyproject.toml or setup.py was found. Set `working-directory`, `install-command`, or `install: false`",
  });
});

const ASKED = (host: string, place: string) => ({
  what: `${host} asked for a user name and password, and no credential covers it`,
  fix: `Add a line \`NAME=https://USER:PASSWORD@${place}/simple\` to the input \`indexes\``,
});
const HASHES = {
  what: "the requirements file and the packages do not agree on the hashes",
  fix: "Make the file anew with the tool that wrote it (`pip-compile --generate-hashes`), and commit it",
};
const EXPLAIN: readonly [string, ReturnType<typeof pip.explain>][] = [
  ["Looking in indexes\nUser for pypi.acme.example: ", ASKED("pypi.acme.example", "pypi.acme.example")],
  ["User for pypi.acme.example:8443: \nEOFError: EOF when reading a line", ASKED("pypi.acme.example:8443", "pypi.acme.example:8443")],
  ["EOFError: EOF when reading a line", ASKED("an index", "HOST")],
  ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", HASHES],
  ["ERROR: Hashes are required in --require-hashes mode, but they are missing", HASHES],
  ["the words User for x: within a line", undefined],
  ["", undefined],
];
for (const [output, expected] of EXPLAIN)
  test(`pip explains ${JSON.stringify(output)}`, () => assert.deepEqual(pip.explain(output), expected));

test("an extra of the project itself is not installed beside `-e .`", () => {
  assert.deepEqual(pip.install(projectOf(PYPROJECT), {}, [".[dev]"]), ["install", ".[dev]"]);
});
