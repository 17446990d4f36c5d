import assert from "node:assert/strict";
import { test } from "node:test";
import { defined } from "../../src/core/defined.ts";

test("defined drops undefined alone", () => {
  assert.deepEqual(defined({ a: undefined, b: null, c: "", d: 0, e: false }), { b: null, c: "", d: 0, e: false });
  assert.deepEqual(Object.keys(defined({ a: undefined })), []);
});
