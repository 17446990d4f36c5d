import assert from "node:assert/strict";
import { test } from "node:test";
import { type InputName, readInputs } from "../../src/setup/inputs.ts";
import { readSettings } from "../../src/setup/settings.ts";
import { type Given, job, settings } from "./given.ts";

const NOTHING = {
  gitCredentials: [],
  indexes: [],
  tool: "auto",
  workingDirectory: ".",
  install: true,
  installArgs: [],
  installCommands: [],
  persistCredentials: true,
  dryRun: false,
};
test("no input: the defaults", () => assert.deepEqual(settings(), NOTHING));

const GOOD: readonly [Given, object][] = [
  [{ tool: "poetry" }, { tool: "poetry" }],
  [{ tool: " none " }, { tool: "none" }],
  [{ "tool-version": "1.8" }, { toolVersion: "==1.8.*" }],
  [{ "working-directory": "./sub" }, { workingDirectory: "sub" }],
  [{ "working-directory": "a/./b" }, { workingDirectory: "a/./b" }],
  [{ "working-directory": "/ws/sub" }, { workingDirectory: "/ws/sub" }],
  [{ "working-directory": "a..b" }, { workingDirectory: "a..b" }],
  [{ install: "False" }, { install: false }],
  [{ "install-args": "--with 'a b'" }, { installArgs: ["--with", "a b"] }],
  [{ "install-command": "one\n# no\n two" }, { installCommands: ["one", "two"] }],
  [{ "persist-credentials": "false" }, { persistCredentials: false }],
  [{ "dry-run": "TRUE" }, { dryRun: true }],
  [
    { tool: "none", install: "false" },
    { tool: "none", install: false },
  ],
];
for (const [given, expected] of GOOD)
  test(`settings ${JSON.stringify(given)}`, () => assert.deepEqual(settings(given), { ...NOTHING, ...expected }));

test("default-index is one of the indexes", () =>
  assert.equal(settings({ indexes: "a=https://h.example\nb=https://h.example/b", "default-index": "b" }).defaultIndex, "b"));

const BAD: readonly [Given, string][] = [
  [{ tool: "Poetry" }, 'tool: "Poetry" is not known. Write `poetry`'],
  [{ tool: "hatch" }, 'tool: "hatch" is not known. Use one of: auto, pip, poetry, uv, none.'],
  [
    { "tool-version": "newest" },
    'tool-version: "newest" is neither a version nor a PEP 440 specifier. Write for example `1.8.5`, `1.8` or `>=1.8,<3`',
  ],
  [{ install: "yes" }, 'install: "yes" is neither true nor false. Write `install: true` or `false`'],
  [{ "persist-credentials": "0" }, 'persist-credentials: "0" is neither true nor false. Write `persist-credentials: true` or `false`'],
  [{ "dry-run": "on" }, 'dry-run: "on" is neither true nor false. Write `dry-run: true` or `false`'],
  [{ "install-args": "'a" }, "install-args: a quote is not closed. Close it, or escape it with a backslash."],
  [{ "working-directory": "~/x" }, 'working-directory: "~/x" begins with ~, which only a shell expands. Write the path in full.'],
  [
    { "install-command": "ok\na\u200bb" },
    "install-command, line 2: the value contains an invisible character (U+200B). Paste the value again as plain text, on one line.",
  ],
  [
    { "default-index": "a" },
    'default-index: no index is called "a"; `indexes` is empty. Add a line `NAME=URL` to `indexes`, or correct the name.',
  ],
  [
    { "default-index": "A", indexes: "a=https://h.example\nb=https://h.example" },
    'default-index: no index is called "A"; `indexes` has: a, b. Add a line `NAME=URL` to `indexes`, or correct the name.',
  ],
  [
    { "install-args": "-v", "install-command": "x" },
    "install-args: `install-command` replaces the command that `install-args` would be added to. Write the arguments into `install-command`",
  ],
  [
    { install: "false", "install-command": "x" },
    "install-command: `install: false` says that nothing is installed. Remove one of the two.",
  ],
  [{ tool: "none", "tool-version": "1" }, "tool-version: `tool: none` installs no tool. Remove `tool-version`, or name the tool."],
];
for (const [given, message] of BAD) test(message, () => assert.throws(() => settings(given), { name: "Problem", message }));

for (const path of ["..", "../x", "a/..", "a\\..\\b"]) {
  test(`working-directory ${path}`, () =>
    assert.throws(() => settings({ "working-directory": path }), {
      where: { input: "working-directory" },
      what: `${JSON.stringify(path).replaceAll("\\\\", "\\")} contains \`..\``,
      fix: "Write the path without `..`",
    }));
}

test("an organisation's default never contradicts what a workflow says", () => {
  const read = (variables: Record<string, string>) => readSettings(readInputs(variables), job());
  assert.deepEqual(read({ SETUP_PRIVATE_PYTHON_INSTALL_ARGS: "-v", "INPUT_INSTALL-COMMAND": "x" }).installCommands, ["x"]);
  assert.equal(read({ SETUP_PRIVATE_PYTHON_INSTALL: "false", "INPUT_INSTALL-COMMAND": "x" }).install, false);
  assert.equal(read({ INPUT_INSTALL: "false", SETUP_PRIVATE_PYTHON_INSTALL_COMMAND: "x" }).install, false);
  const organisations = ["TOOL_VERSION", "INSTALL_ARGS", "INSTALL_COMMAND"].map((name) => [`SETUP_PRIVATE_PYTHON_${name}`, "1"] as const);
  for (const [name, value] of [...organisations, ["SETUP_PRIVATE_PYTHON_PERSIST_CREDENTIALS", "false"] as const]) {
    assert.equal(read({ INPUT_TOOL: "none", [name]: value }).tool, "none");
  }
});

test("a run without secrets is told so first", () => {
  assert.throws(() => settings({ tool: "?" }, job({ withoutSecrets: "fork" })), { where: { input: "token" } });
  assert.doesNotThrow(() => settings({ token: "tok-1" }, job({ withoutSecrets: "fork" })));
});

const CONTRADICTIONS: readonly [Given, InputName][] = [
  [{ tool: "none", "install-args": "-q" }, "install-args"],
  [{ tool: "none", "install-command": "make" }, "install-command"],
  [{ tool: "none", "persist-credentials": "false" }, "persist-credentials"],
  [{ install: "false", "persist-credentials": "false" }, "persist-credentials"],
];
for (const [given, input] of CONTRADICTIONS) {
  test(`${JSON.stringify(given)} contradicts itself`, () => assert.throws(() => settings(given), { name: "Problem", where: { input } }));
}
test("an organisation's default index that the workflow's indexes do not have is left aside", () => {
  const inputs = readInputs({ SETUP_PRIVATE_PYTHON_DEFAULT_INDEX: "corp", INPUT_INDEXES: "other=https://h.example" });
  assert.equal(readSettings(inputs, job()).defaultIndex, undefined);
  const both = readInputs({ SETUP_PRIVATE_PYTHON_DEFAULT_INDEX: "corp", INPUT_INDEXES: "corp=https://h.example" });
  assert.equal(readSettings(both, job()).defaultIndex, "corp");
});
