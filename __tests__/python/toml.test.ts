import assert from "node:assert/strict";
import { test } from "node:test";
import { readToml } from "../../src/python/read-project.ts";
import { at, list, string, strings, table } from "../../src/python/toml.ts";

test("readToml gives tables", () => assert.equal(string(at(readToml("a.toml", '[a.b]\nc = "d"'), "a", "b").c), "d"));

test("readToml names file and line", () => {
  assert.throws(() => readToml("pyproject.toml", "a = 1\nb = = 2\n"), {
    name: "Problem",
    where: { file: "pyproject.toml", line: 2 },
    message:
      /^pyproject\.toml, line 2: the file is not valid TOML \((?!Invalid TOML document)[^\n]+\)\. Correct the line, or make the file anew with the tool that writes it\.$/,
  });
});

for (const mark of ["<<<<<<< HEAD", "=======", ">>>>>>> other"]) {
  test(`readToml knows the mark ${mark}`, () =>
    assert.throws(() => readToml("uv.lock", `a = 1\n${mark}\n`), { fix: "It holds the marks of a merge conflict: resolve it" }));
}
for (const almost of ["<<<<<< x", "x <<<<<<< y", "= ======="]) {
  test(`no mark: ${almost}`, () => assert.throws(() => readToml("uv.lock", `a = 1\n${almost}\n`), { fix: /^Correct the line/ }));
}
test("readToml leaves other errors alone", () => assert.throws(() => readToml("a", undefined as unknown as string), { name: "TypeError" }));

test("the shape of a value is checked, never assumed", () => {
  for (const value of [undefined, null, 1, "a", ["a"]]) assert.deepEqual(table(value), {});
  assert.deepEqual(table({ a: 1 }), { a: 1 });
  assert.deepEqual([list({}), list(undefined), list([1])], [[], [], [1]]);
  assert.deepEqual([string(1), string(undefined), string("a")], [undefined, undefined, "a"]);
  assert.deepEqual([strings(["a", 1, null, "b"]), strings("a")], [["a", "b"], []]);
  assert.deepEqual(
    [at(undefined, "a"), at({ a: 1 }, "a", "b"), at({ a: { b: { c: 1 } } }, "a", "b"), at({ a: 1 })],
    [{}, {}, { c: 1 }, { a: 1 }],
  );
});
