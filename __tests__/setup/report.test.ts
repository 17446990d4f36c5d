import assert from "node:assert/strict";
import { test } from "node:test";
import { explain } from "../../src/setup/explain.ts";
import { planResult } from "../../src/setup/report.ts";
import { uv } from "../../src/tools/uv.ts";
import { briefly } from "./given.ts";

const outputs = (tool: string, version: string, python: string, environment: string): readonly string[] => [
  `output tool=${tool}`,
  `output tool-version=${version}`,
  `output python-version=${python}`,
  `output environment-path=${environment}`,
];
const known = { tool: "uv", toolVersion: "0.9.1", pythonVersion: "3.13.1", environment: "/app/.venv", windows: false };
const later = (folder: string): readonly string[] => [
  `path ${folder}`,
  "job VIRTUAL_ENV=/app/.venv",
  "job SETUP_PRIVATE_PYTHON_ENVIRONMENT=/app/.venv",
];

const RESULTS: readonly [name: string, Parameters<typeof planResult>[0], readonly string[]][] = [
  [
    "all is known",
    known,
    [
      ...later("/app/.venv/bin"),
      ...outputs("uv", "0.9.1", "3.13.1", "/app/.venv"),
      "info Ready: uv 0.9.1, Python 3.13.1, environment /app/.venv",
    ],
  ],
  [
    "Windows",
    { ...known, windows: true },
    [
      ...later("/app/.venv/Scripts"),
      ...outputs("uv", "0.9.1", "3.13.1", "/app/.venv"),
      "info Ready: uv 0.9.1, Python 3.13.1, environment /app/.venv",
    ],
  ],
  ["nothing is known", { tool: "none", windows: false }, [...outputs("none", "", "", ""), "info Ready: none"]],
];
for (const [name, result, expected] of RESULTS) test(`the result: ${name}`, () => assert.deepEqual(briefly(planResult(result)), expected));

const CHECK_TOKEN = "Check that the token has not expired and that it may read this repository";
const CHECK_URL = "Check the spelling of the URL, and that the token may read this repository";
const EXPLAIN: readonly [name: string, output: string, what: string, fix: string][] = [
  [
    "the tool's own reason first",
    "The lockfile at `uv.lock` needs to be updated\nfatal: Authentication failed for 'https://h.example/o/r/'",
    "uv.lock does not match pyproject.toml",
    "Run `uv lock` and commit uv.lock",
  ],
  [
    "no credential",
    "fatal: could not read Username for 'https://h.example:8443': terminal prompts disabled",
    "no credential covers a Git repository on https://h.example:8443",
    "Add a line `https://TOKEN@h.example:8443/OWNER` to the input `git-credentials`",
  ],
  [
    "no credential, with a slash",
    "could not read Username for 'http://h.example/'",
    "no credential covers a Git repository on http://h.example",
    "Add a line `http://TOKEN@h.example/OWNER` to the input `git-credentials`",
  ],
  [
    "refused",
    "fatal: Authentication failed for 'https://h.example/o/r.git/'",
    "the server refused the credential for https://h.example/o/r.git/",
    CHECK_TOKEN,
  ],
  [
    "refused, with a user",
    "fatal: Authentication failed for 'https://u:p@h.example/o/r.git/'",
    "the server refused the credential for https://h.example/o/r.git/",
    CHECK_TOKEN,
  ],
  [
    "missing",
    "fatal: repository 'https://h.example/o/r.git/' not found",
    "https://h.example/o/r.git/ does not exist, or its credential may not see it",
    CHECK_URL,
  ],
  [
    "missing, with a user",
    "remote: Repository not found.\nfatal: Repository 'http://u@h.example/o/r' not found",
    "http://h.example/o/r does not exist, or its credential may not see it",
    CHECK_URL,
  ],
  ["anything else", "Killed", "`uv sync` ended with exit code 137", "The log of the step says why"],
];
for (const [name, output, what, fix] of EXPLAIN)
  test(`explain: ${name}`, () => assert.deepEqual(explain(uv, "uv sync", 137, output), { what, fix }));
test("explain without a tool", () =>
  assert.deepEqual(explain(undefined, "make", 2, "The lockfile at `uv.lock` needs to be updated"), {
    what: "`make` ended with exit code 2",
    fix: "The log of the step says why",
  }));
