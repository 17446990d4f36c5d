import assert from "node:assert/strict";
import { test } from "node:test";
import { letters, poetryVariablePart, uvVariablePart } from "../../src/python/names.ts";

const NAMES: readonly [name: string, uv: string, poetry: string][] = [
  ["internal", "INTERNAL", "INTERNAL"],
  ["corp-idx.x", "CORP_IDX_X", "CORP_IDX.X"],
  ["a--b_c2", "A__B_C2", "A__B_C2"],
];
for (const [name, uv, poetry] of NAMES) {
  test(`${name} → uv ${uv}, Poetry ${poetry}`, () => assert.deepEqual([uvVariablePart(name), poetryVariablePart(name)], [uv, poetry]));
}

for (const [n, expected] of [
  [0, "A"],
  [1, "B"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
] as const) {
  test(`letters ${n} → ${expected}`, () => assert.equal(letters(n), expected));
}
