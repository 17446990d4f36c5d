import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem, place } from "../../src/core/problem.ts";

const TEXT: readonly [ConstructorParameters<typeof Problem>, string][] = [
  [[{}, "it broke", "Mend it"], "it broke. Mend it."],
  [[{ input: "token" }, "it broke.", "Mend it!"], "token: it broke. Mend it!"],
  [[{ input: "indexes", line: 3 }, "is it broken?", "Write `x`"], "indexes, line 3: is it broken? Write `x`"],
  [[{ file: "uv.lock", line: 1 }, "it broke:", ""], "uv.lock, line 1: it broke:"],
  [[{ input: "token", file: "uv.lock" }, "a. b", "c"], "token: a. b. c."],
  [[{ line: 3 }, "a", "b"], "a. b."],
];
for (const [args, expected] of TEXT) test(expected, () => assert.equal(new Problem(...args).message, expected));

test("a Problem is an error with its parts", () => {
  const problem = new Problem({ input: "x", line: 1 }, "what", "fix");
  assert.ok(problem instanceof Error);
  assert.equal(problem.name, "Problem");
  assert.deepEqual(
    { where: problem.where, what: problem.what, fix: problem.fix },
    { where: { input: "x", line: 1 }, what: "what", fix: "fix" },
  );
});

test("place", () => {
  assert.equal(place({}), "");
  assert.equal(place({ file: "a" }), "a: ");
  assert.equal(place({ input: "a", line: 0 }), "a, line 0: ");
});

test("a sentence that ends in code has an end before the next", () => {
  assert.equal(new Problem({}, "there is a credential from `token`", "Keep one").message, "there is a credential from `token`. Keep one.");
});
