import assert from "node:assert/strict";
import { test } from "node:test";
import type { CommandStep } from "../../src/core/plan.ts";
import { labelled } from "../../src/core/secret.ts";
import {
  activeEnvironment,
  environmentOf,
  needsPython,
  planTool,
  pythonOf,
  type ToolPlan,
  wantedVersion,
} from "../../src/setup/plan-tool.ts";
import { tools } from "../../src/tools/all.ts";
import type { ToolName } from "../../src/tools/tool.ts";
import { briefly, facts, type Given, projectOf, settings, toolFacts } from "./given.ts";

interface Case {
  readonly given?: Given;
  readonly files?: Record<string, string>;
  readonly facts?: Parameters<typeof facts>[0];
  readonly has?: Parameters<typeof toolFacts>[0];
}
const toolOf = (name: ToolName) => tools.find((tool) => tool.name === name) ?? assert.fail(name);
function plan(name: ToolName, given: Case = {}): ToolPlan {
  return planTool({
    settings: settings(given.given),
    project: projectOf(given.files ?? { "pyproject.toml": "" }),
    tool: toolOf(name),
    facts: facts(given.facts),
    toolFacts: toolFacts(given.has),
  });
}

const PY = "/py/bin/python3.13";
const F = "/tmp-of-job/spp-0af";
const VENV = "/app/.venv";
const there = { folder: VENV, version: "3.13.1", isEnvironment: true, works: true };
const OWN_ENGINE = `${F}/uv/bin/uv`;
/** The engine itself is fetched where it is not on PATH, in the same step: so a failure of that falls back as well. */
const fetching = (uv: string): string =>
  uv === OWN_ENGINE ? `\n    ${PY} -m pip install --quiet --disable-pip-version-check --no-deps --target ${F}/uv uv` : "";
const makeVenv = (uv: string, pip = "pip", folder = VENV): string =>
  `run A virtual environment with Python 3.13.1:${fetching(uv)}
    ${uv} venv --quiet --clear --python ${PY} ${folder}
    ${uv} pip install --quiet --python ${folder}/bin/python ${pip}
    or
    ${PY} -m venv --clear ${folder}${pip === "pip" ? "" : `\n    ${folder}/bin/python -m pip install --quiet --upgrade ${pip}`}`;
const PIP_INSTALL = `install pip install -e .:\n    ${VENV}/bin/python -m pip install -e .`;

const PIP: readonly [name: string, Case, readonly string[]][] = [
  ["uv on PATH", { has: { uv: "/b/uv" } }, [makeVenv("/b/uv"), PIP_INSTALL]],
  ["no uv on PATH", {}, [makeVenv(OWN_ENGINE), PIP_INSTALL]],
  ["an environment that serves", { has: { environment: there } }, [PIP_INSTALL]],
  [
    "… and another pip",
    { has: { environment: there }, given: { "tool-version": "24.0" } },
    [`run pip ==24.0.*:\n    ${VENV}/bin/python -m pip install --quiet --upgrade pip==24.0.*`, PIP_INSTALL],
  ],
  [
    "a new environment with another pip",
    { has: { uv: "/b/uv" }, given: { "tool-version": "24.0" } },
    [makeVenv("/b/uv", "pip==24.0.*"), PIP_INSTALL],
  ],
  [
    "an environment of another Python",
    { has: { uv: "/b/uv", environment: { ...there, version: "3.12.1" } } },
    [makeVenv("/b/uv"), PIP_INSTALL],
  ],
  [
    "an environment of no known Python",
    { has: { uv: "/b/uv", environment: { folder: VENV, isEnvironment: true, works: true } } },
    [makeVenv("/b/uv"), PIP_INSTALL],
  ],
  [
    "a broken environment",
    { has: { uv: "/b/uv", environment: { ...there, isEnvironment: true, works: false } } },
    [makeVenv("/b/uv"), PIP_INSTALL],
  ],
  ["an environment elsewhere", { has: { uv: "/b/uv", environment: { ...there, folder: "/else" } } }, [makeVenv("/b/uv"), PIP_INSTALL]],
  [
    "the active environment, whatever its Python",
    {
      facts: { variables: { VIRTUAL_ENV: "/active" } },
      has: { environment: { folder: "/active", version: "3.9.0", isEnvironment: true, works: true } },
    },
    ["install pip install -e .:\n    /active/bin/python -m pip install -e ."],
  ],
  ["no install", { given: { install: "false" }, has: { uv: "/b/uv" } }, [makeVenv("/b/uv")]],
  [
    "own commands",
    { given: { "install-command": "make\nmake test" }, has: { environment: there } },
    ["install make:\n    /bin-of-job/bash -e -c make", "install make test:\n    /bin-of-job/bash -e -c make test"],
  ],
  [
    "arguments",
    { given: { "install-args": "-r 'a b.txt'" }, has: { environment: there } },
    [`install pip install -r a b.txt:\n    ${VENV}/bin/python -m pip install -r a b.txt`],
  ],
];
for (const [name, given, expected] of PIP) {
  test(`pip: ${name}`, () => {
    const made = plan("pip", given);
    assert.deepEqual(briefly(made), expected);
    assert.equal(made.ask, undefined);
    assert.equal(made.toolFolder, undefined);
  });
}

const SETTINGS = [
  "job POETRY_VIRTUALENVS_IN_PROJECT=true",
  "job POETRY_VIRTUALENVS_PREFER_ACTIVE_PYTHON=true",
  "job POETRY_VIRTUALENVS_USE_POETRY_PYTHON=false",
];
const OWN_POETRY = (uv: string, wanted = "", title = wanted): readonly string[] => [
  `folder ${F}/bin`,
  `run Poetry ${title}:${fetching(uv)}
    ${uv} tool install --quiet --python ${PY} poetry${wanted}
    or
    ${PY} -m venv --clear ${F}/tools/poetry
    ${F}/tools/poetry/bin/python -m pip install --quiet poetry${wanted}`,
  `link ${F}/bin/poetry → ${F}/tools/poetry/bin/poetry`,
  `path ${F}/bin`,
];
const found = (version: string) => ({ found: { path: "/b/tool", version } });
const lock = {
  "pyproject.toml": "",
  "poetry.lock": "# This file is automatically @generated by Poetry 1.8.3 and should not be changed by hand.",
};

const POETRY: readonly [name: string, Case, readonly string[]][] = [
  ["on PATH", { has: found("2.1.0") }, [...SETTINGS, "install poetry install --no-interaction:\n    /b/tool install --no-interaction"]],
  [
    "on PATH, as the lock wants it",
    { has: found("1.8.5"), files: lock },
    [...SETTINGS, "install poetry install --no-interaction:\n    /b/tool install --no-interaction"],
  ],
  [
    "on PATH, but the lock wants another",
    { has: { ...found("2.1.0"), uv: "/b/uv" }, files: lock },
    [
      ...OWN_POETRY("/b/uv", "~=1.8.3"),
      ...SETTINGS,
      `install poetry install --no-interaction:\n    ${F}/bin/poetry install --no-interaction`,
    ],
  ],
  [
    "on PATH, but the input wants another than the lock",
    { has: { ...found("1.8.5"), uv: "/b/uv" }, files: lock, given: { "tool-version": "2.1.0", install: "false" } },
    [...OWN_POETRY("/b/uv", "==2.1.0"), ...SETTINGS],
  ],
  ["neither it nor uv on PATH", { given: { install: "false" } }, [...OWN_POETRY(OWN_ENGINE, "", "(the newest)"), ...SETTINGS]],
];
for (const [name, given, expected] of POETRY) test(`Poetry: ${name}`, () => assert.deepEqual(briefly(plan("poetry", given)), expected));

test("Poetry: what is known beforehand", () => {
  const { program, environment, ask, toolFolder } = plan("poetry", { has: { uv: "/b/uv" } });
  assert.deepEqual(
    { program, environment, ask, toolFolder },
    { program: [`${F}/bin/poetry`], environment: VENV, ask: undefined, toolFolder: `${F}/tools/poetry` },
  );
  const decided = plan("poetry", {
    files: { "pyproject.toml": "", "poetry.toml": "[virtualenvs]\nin-project = false" },
    has: found("2.1.0"),
  });
  assert.deepEqual([decided.environment, decided.ask, decided.toolFolder], [undefined, ["env", "info", "--path"], undefined]);
  const active = plan("poetry", { facts: { variables: { VIRTUAL_ENV: "/active" } }, has: found("2.1.0") });
  assert.deepEqual([active.environment, active.ask], ["/active", undefined]);
});

const OWN_UV = (wanted = "", title = wanted): readonly string[] => [
  `run uv ${title}:\n    ${PY} -m pip install --quiet --disable-pip-version-check --no-deps --target ${F}/tools/uv uv${wanted}`,
  `folder ${F}/bin`,
  `link ${F}/bin/uv → ${F}/tools/uv/bin/uv`,
  `link ${F}/bin/uvx → ${F}/tools/uv/bin/uvx`,
  `path ${F}/bin`,
];
const UV: readonly [name: string, Case, readonly string[]][] = [
  [
    "on PATH",
    { has: found("0.9.0"), files: { "pyproject.toml": "", "uv.lock": "" } },
    ["install uv sync --locked:\n    /b/tool sync --locked"],
  ],
  ["not on PATH", { given: { "tool-version": ">=0.9" } }, [...OWN_UV(">=0.9"), `install uv sync:\n    ${F}/bin/uv sync`]],
  [
    "the interpreter that setup-python has set",
    { has: { ...found("0.9.0"), setInterpreter: "/set/python" }, given: { install: "false" } },
    ["job UV_PYTHON=/set/python"],
  ],
  ["the newest", { given: { install: "false" } }, [...OWN_UV("", "(the newest)")]],
];
for (const [name, given, expected] of UV) test(`uv: ${name}`, () => assert.deepEqual(briefly(plan("uv", given)), expected));

test("uv makes the environment of a project without pyproject.toml, without pip in it", () => {
  const [first] = briefly(plan("uv", { files: { "requirements.txt": "" }, has: { ...found("0.9.0"), uv: "/b/uv" } }));
  assert.equal(
    first,
    `run A virtual environment with Python 3.13.1:\n    /b/uv venv --quiet --clear --python ${PY} ${VENV}\n    or\n    ${PY} -m venv --clear ${VENV}`,
  );
  const reused = briefly(plan("uv", { files: { "requirements.txt": "" }, has: { ...found("0.9.0"), environment: there } }));
  assert.ok(!reused.some((one) => one.startsWith("run ")));
});

test("uv takes no active environment", () =>
  assert.equal(plan("uv", { facts: { variables: { VIRTUAL_ENV: "/active" } }, has: found("0.9.0") }).environment, VENV));

test("on Windows, programs end in .exe and environments have Scripts", () => {
  const windows = { windows: true, folder: "C:\\t\\spp-0af" };
  assert.deepEqual(briefly(plan("poetry", { facts: windows, given: { install: "false" } })).slice(0, 4), [
    "folder C:/t/spp-0af/bin",
    `run Poetry (the newest):
    ${PY} -m pip install --quiet --disable-pip-version-check --no-deps --target C:/t/spp-0af/uv uv
    C:/t/spp-0af/uv/bin/uv.exe tool install --quiet --python ${PY} poetry
    or
    ${PY} -m venv --clear C:/t/spp-0af/tools/poetry
    C:/t/spp-0af/tools/poetry/Scripts/python.exe -m pip install --quiet poetry`,
    "link C:/t/spp-0af/bin/poetry.exe → C:/t/spp-0af/tools/poetry/Scripts/poetry.exe",
    "path C:/t/spp-0af/bin",
  ]);
  assert.ok(briefly(plan("uv", { facts: windows })).includes("link C:/t/spp-0af/bin/uvx.exe → C:/t/spp-0af/tools/uv/bin/uvx.exe"));
  assert.deepEqual(plan("pip", { facts: windows, has: { uv: "/b/uv" } }).program, ["/app/.venv/Scripts/python.exe", "-m", "pip"]);
  assert.equal(pythonOf("/e", false), "/e/bin/python");
});

const command = (made: ToolPlan, n: number): CommandStep => made.steps.filter((step) => step.kind === "command")[n] ?? assert.fail();

test("an engine of ours never downloads an interpreter and takes the job's index and authority", () => {
  const variables = (job: Record<string, string>): Record<string, string> => {
    const [first] = command(plan("pip", { has: { uv: "/b/uv" }, facts: { variables: job } }), 0).commands;
    return Object.fromEntries(Object.entries(first?.variables ?? {}).map(([name, value]) => [name, labelled(value)]));
  };
  const never = { UV_PYTHON_DOWNLOADS: "never" };
  assert.deepEqual(variables({}), never);
  assert.deepEqual(variables({ PIP_INDEX_URL: "", PIP_CERT: "" }), never);
  assert.deepEqual(variables({ PIP_INDEX_URL: "https://u:p@h", PIP_CERT: "/c.pem" }), {
    ...never,
    UV_DEFAULT_INDEX: "<PIP_INDEX_URL of the job>",
    SSL_CERT_FILE: "/c.pem",
  });
  assert.deepEqual(variables({ PIP_INDEX_URL: "x", UV_DEFAULT_INDEX: "y", PIP_CERT: "c", SSL_CERT_FILE: "d" }), never);
  assert.deepEqual(variables({ PIP_INDEX_URL: "x", UV_INDEX_URL: "y" }), never);
});

test("Poetry's own environment lies where we say", () => {
  const [first] = command(plan("poetry", { has: { uv: "/b/uv" } }), 0).commands;
  assert.deepEqual(
    Object.entries(first?.variables ?? {}).map(([name, value]) => `${name}=${labelled(value)}`),
    ["UV_PYTHON_DOWNLOADS=never", `UV_TOOL_DIR=${F}/tools`, `UV_TOOL_BIN_DIR=${F}/bin`],
  );
  assert.equal(first?.folder, F);
});

test("the job's settings of pip do not move a package of ours", () => {
  assert.deepEqual(command(plan("pip"), 0).commands[0]?.without, ["PIP_TARGET", "PIP_REQUIRE_VIRTUALENV", "PIP_USER", "PIP_PREFIX"]);
});

test("the install sees an active environment only where the job made it", () => {
  const without = (variables: Record<string, string>, given: Given = {}) =>
    command(plan("uv", { has: found("0.9.0"), facts: { variables }, given }), 0).commands[0]?.without;
  for (const given of [{}, { "install-command": "make" }]) {
    assert.deepEqual(without({}, given), ["VIRTUAL_ENV"]);
    assert.deepEqual(without({ VIRTUAL_ENV: "/ours", SETUP_PRIVATE_PYTHON_ENVIRONMENT: "/ours" }, given), ["VIRTUAL_ENV"]);
    assert.deepEqual(without({ VIRTUAL_ENV: "/active" }, given), []);
  }
  assert.equal(command(plan("uv", { has: found("0.9.0") }), 0).commands[0]?.folder, "/app");
});

const ACTIVE: readonly [Record<string, string>, string | undefined][] = [
  [{}, undefined],
  [{ VIRTUAL_ENV: "" }, undefined],
  [{ VIRTUAL_ENV: "/a" }, "/a"],
  [{ VIRTUAL_ENV: "/a", SETUP_PRIVATE_PYTHON_ENVIRONMENT: "/a" }, undefined],
  [{ VIRTUAL_ENV: "/a", SETUP_PRIVATE_PYTHON_ENVIRONMENT: "/b" }, "/a"],
];
for (const [variables, expected] of ACTIVE)
  test(`active with ${JSON.stringify(variables)}: ${expected}`, () => assert.equal(activeEnvironment(variables), expected));

test("environmentOf: active, else the tool's, else to be asked", () => {
  const of = (name: ToolName, variables: Record<string, string>) =>
    environmentOf({ project: projectOf({}), tool: toolOf(name), facts: facts({ variables }) });
  assert.equal(of("pip", {}), VENV);
  assert.equal(of("pip", { VIRTUAL_ENV: "/a" }), "/a");
  assert.equal(of("uv", { VIRTUAL_ENV: "/a" }), VENV);
  assert.equal(of("poetry", { POETRY_VIRTUALENVS_CREATE: "false" }), undefined);
});

test("wantedVersion: the input's, else the project's", () => {
  assert.equal(wantedVersion(settings({ "tool-version": "2" }), toolOf("poetry"), projectOf(lock)), "==2.*");
  assert.equal(wantedVersion(settings(), toolOf("poetry"), projectOf(lock)), "~=1.8.3");
  assert.equal(wantedVersion(settings(), toolOf("uv"), projectOf(lock)), undefined);
});

test("no Python, and why", () => {
  const { python: _none, ...none } = toolFacts();
  const run = (tried: readonly string[]) =>
    planTool({
      settings: settings(),
      project: projectOf({}),
      tool: toolOf("pip"),
      facts: facts(),
      toolFacts: { ...none, pythonTried: tried },
    });
  assert.throws(() => run([]), {
    message: "no Python was found: no `python` or `python3` is on PATH. Add a step `uses: actions/setup-python@v6` before this one.",
  });
  assert.throws(() => run(["/a", "/b"]), { what: "no Python was found: none of these runs as Python 3: /a, /b" });
});
test("a Python without pip, and no uv", () => {
  const python = { path: PY, version: "3.13.1", hasPip: false };
  assert.throws(() => plan("poetry", { has: { python } }), {
    message: `Python 3.13.1 at ${PY} has no pip, and uv is not on PATH. Add a step \`uses: actions/setup-python@v6\` before this one.`,
  });
  assert.doesNotThrow(() => plan("poetry", { has: { python, uv: "/b/uv" } }));
  assert.throws(() => plan("uv", { has: { python } }), { name: "Problem" });
});

const REFUSED: readonly [name: string, Case, string][] = [
  [
    "the active environment that does not work",
    { facts: { variables: { VIRTUAL_ENV: "/active" } } },
    "VIRTUAL_ENV names /active, and there is no working virtual environment",
  ],
  [
    "a folder that is no environment",
    { has: { environment: { folder: VENV, isEnvironment: false, works: false } } },
    `${VENV} is there and is no virtual environment`,
  ],
];
for (const [name, given, what] of REFUSED)
  test(`never emptied: ${name}`, () => assert.throws(() => plan("pip", given), { name: "Problem", what }));

const NEEDS: readonly [name: string, ToolName, Case, boolean][] = [
  ["pip", "pip", {}, true],
  ["uv on PATH", "uv", { has: found("0.9.0") }, false],
  ["uv on PATH, of another version", "uv", { has: found("0.9.0"), given: { "tool-version": "0.8" } }, true],
  ["uv on PATH, for requirements", "uv", { has: found("0.9.0"), files: { "requirements.txt": "" } }, true],
  ["no uv", "uv", {}, true],
  ["Poetry on PATH", "poetry", { has: found("2.1.0") }, false],
];
for (const [name, tool, given, needed] of NEEDS) {
  test(`the interpreter is ${needed ? "" : "not "}asked for: ${name}`, () => {
    const context = {
      settings: settings(given.given),
      project: projectOf(given.files ?? { "pyproject.toml": "" }),
      tool: toolOf(tool),
      toolFacts: toolFacts(given.has),
    };
    assert.equal(needsPython(context), needed);
  });
}

test("an active environment is the same with a slash at its end", () => {
  assert.equal(activeEnvironment({ VIRTUAL_ENV: "/app/.venv/" }), "/app/.venv");
  assert.equal(activeEnvironment({ VIRTUAL_ENV: "/app/.venv", SETUP_PRIVATE_PYTHON_ENVIRONMENT: "/app/.venv/" }), undefined);
});
