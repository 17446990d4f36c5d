import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULTS, type InputName, readInputs } from "../../src/setup/inputs.ts";

const ROWS: readonly [name: string, variables: Record<string, string>, input: InputName, value: string, from: string][] = [
  ["the default", {}, "tool", "auto", "default"],
  ["an input", { INPUT_TOOL: "uv" }, "tool", "uv", "input"],
  ["an input with a dash", { "INPUT_GIT-CREDENTIALS": " x\n" }, "git-credentials", " x\n", "input"],
  ["no dash as underscore", { INPUT_GIT_CREDENTIALS: "x" }, "git-credentials", "", "default"],
  ["an organisation's default", { SETUP_PRIVATE_PYTHON_GIT_CREDENTIALS: "x" }, "git-credentials", "x", "variable"],
  ["all dashes become underscores", { SETUP_PRIVATE_PYTHON_PERSIST_CREDENTIALS: "false" }, "persist-credentials", "false", "variable"],
  ["an input before the organisation's", { INPUT_TOOL: "uv", SETUP_PRIVATE_PYTHON_TOOL: "pip" }, "tool", "uv", "input"],
  ["a blank input is none", { INPUT_TOOL: " \n", SETUP_PRIVATE_PYTHON_TOOL: "pip" }, "tool", "pip", "variable"],
  ["a blank variable is none", { INPUT_TOOL: "", SETUP_PRIVATE_PYTHON_TOOL: " " }, "tool", "auto", "default"],
];
for (const [name, variables, input, value, from] of ROWS)
  test(`readInputs: ${name}`, () => assert.deepEqual(readInputs(variables)[input], { value, from }));

test("readInputs has every input", () => {
  assert.deepEqual(Object.keys(readInputs({})), Object.keys(DEFAULTS));
  assert.deepEqual(
    Object.entries(DEFAULTS).filter(([, value]) => value !== ""),
    [
      ["tool", "auto"],
      ["working-directory", "."],
      ["install", "true"],
      ["persist-credentials", "true"],
      ["dry-run", "false"],
    ],
  );
});
