import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseTool } from "../../src/setup/choose-tool.ts";
import { type Given, projectOf, settings } from "./given.ts";

const choose = (files: Record<string, string>, given: Given = {}): string => {
  const choice = chooseTool(settings(given), projectOf(files));
  return choice === undefined ? "none" : `${choice.tool.name}: ${choice.because}`;
};

const GOOD: readonly [files: Record<string, string>, given: Given, expected: string][] = [
  [{ "poetry.lock": "" }, { tool: "none" }, "none"],
  [{ "poetry.lock": "" }, { tool: "uv" }, "uv: the input tool"],
  [{}, { tool: "pip" }, "pip: the input tool"],
  [{ "poetry.lock": "", "uv.lock": "" }, { tool: "poetry" }, "poetry: the input tool"],
  [{ "poetry.lock": "", "requirements.txt": "" }, {}, "poetry: poetry.lock"],
  [{ "uv.lock": "", "pyproject.toml": "[tool.poetry]" }, {}, "uv: uv.lock"],
  [{ "uv.lock": "", "pdm.lock": "" }, {}, "uv: uv.lock"],
  [{ "pyproject.toml": "[tool.poetry]" }, {}, "poetry: pyproject.toml"],
  [{ "pyproject.toml": "[tool.uv]" }, {}, "uv: pyproject.toml"],
  [{ "pyproject.toml": "[tool.uv]\n[tool.poetry]" }, {}, "poetry: pyproject.toml"],
  [{ "pyproject.toml": "" }, {}, "pip: the project's files"],
  [{ "requirements.txt": "" }, {}, "pip: the project's files"],
  [{ "Pipfile.lock": "", "requirements.txt": "" }, {}, "pip: the project's files"],
  [{ "pdm.lock": "", "pyproject.toml": "[tool.poetry]" }, {}, "poetry: pyproject.toml"],
];
for (const [files, given, expected] of GOOD)
  test(`${Object.keys(files).join(" ")} ${given.tool ?? "auto"} → ${expected}`, () => assert.equal(choose(files, given), expected));

const BAD: readonly [files: Record<string, string>, given: Given, message: string][] = [
  [
    { "poetry.lock": "", "uv.lock": "" },
    {},
    "tool: the project has poetry.lock and uv.lock, so its installer is not plain. Say which: `tool: poetry` or `tool: uv`",
  ],
  [
    { "pdm.lock": "" },
    {},
    "tool: pdm.lock was found, and PDM is not supported yet. Set `tool: none` and run PDM in a later step: it finds the credentials.",
  ],
  [
    { Pipfile: "", "Pipfile.lock": "" },
    {},
    "tool: Pipfile.lock was found, and Pipenv is not supported yet. Set `tool: none` and run Pipenv in a later step: it finds the credentials.",
  ],
  [
    { Pipfile: "" },
    {},
    "tool: Pipfile was found, and Pipenv is not supported yet. Set `tool: none` and run Pipenv in a later step: it finds the credentials.",
  ],
  [
    {},
    {},
    "tool: nothing to install was found in the workspace: no lockfile, pyproject.toml, setup.py or requirements*.txt. Check out the repository before this step, set `working-directory`, or set `tool: none` for the credentials alone.",
  ],
  [
    {},
    { "working-directory": "sub" },
    "tool: nothing to install was found in sub: no lockfile, pyproject.toml, setup.py or requirements*.txt. Check out the repository before this step, set `working-directory`, or set `tool: none` for the credentials alone.",
  ],
];
for (const [files, given, message] of BAD) test(message, () => assert.throws(() => choose(files, given), { name: "Problem", message }));

test("a project of PDM's, which always has a pyproject.toml, is not given to pip", () => {
  assert.throws(() => choose({ "pdm.lock": "", "pyproject.toml": "[tool.pdm]" }), {
    what: "pdm.lock was found, and PDM is not supported yet",
  });
});
