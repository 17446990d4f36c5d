import assert from "node:assert/strict";
import { test } from "node:test";
import { boolean, choice, lines, quoted, refuseUnprintable, single, words } from "../../src/core/read.ts";

test("lines: numbered, cut, without empty ones and comments", () => {
  assert.deepEqual(lines("x", "\r\n  a b \n#c\n  # d\n\te#f\r\n"), [
    { text: "a b", line: 2 },
    { text: "e#f", line: 5 },
  ]);
  assert.deepEqual(lines("x", ""), []);
  assert.throws(() => lines("x", "a\nb\u200b c"), {
    message: "x, line 2: the value contains an invisible character (U+200B). Paste the value again as plain text, on one line.",
  });
  assert.deepEqual(lines("x", "# \u0000 in a comment"), []);
});

test("single: one line, cut", () => {
  assert.equal(single("x", " a\tb \n"), "a\tb");
  assert.throws(() => single("x", "a\nb"), {
    message: "x: the value contains a line break. Paste the value again as plain text, on one line.",
  });
  assert.throws(() => single("x", "a\rb"), { what: "the value contains a line break" });
});

const REFUSED = [
  "\u0000",
  "\u0008",
  "\u000b",
  "\u001f",
  "\u007f",
  "\u009f",
  "\u200b",
  "\u200f",
  "\u2028",
  "\u202e",
  "\u2060",
  "\ufeff",
  "\ufffd",
];
for (const c of REFUSED) {
  const name = `U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  test(`refuses ${name}`, () =>
    assert.throws(() => refuseUnprintable({}, `a${c}b`), { what: `the value contains an invisible character (${name})` }));
}
for (const c of ["\t", " ", "~", "\u00a0", "é", "\u200a", "\u2010", "\u2027", "\u202f", "漢", "😀"]) {
  test(`takes ${JSON.stringify(c)}`, () => assert.doesNotThrow(() => refuseUnprintable({}, c)));
}

test("a value has an end", () => {
  assert.doesNotThrow(() => refuseUnprintable({}, "a".repeat(16_384)));
  assert.throws(() => refuseUnprintable({ input: "x" }, "a".repeat(16_385)), {
    message: "x: the value has 16385 characters; 16384 is the most. Check what was pasted.",
  });
});

for (const [value, expected] of [
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
] as const) {
  test(`boolean ${value}`, () => assert.equal(boolean("x", value), expected));
}
for (const value of ["", "yes", "1", "tRUE", "truex", "xtrue", "falsey", "xfalse", "true\n"]) {
  test(`no boolean: ${JSON.stringify(value)}`, () =>
    assert.throws(() => boolean("x", value), { name: "Problem", fix: "Write `x: true` or `false`" }));
}
test("boolean says what was written", () =>
  assert.throws(() => boolean("x", "yes"), { message: 'x: "yes" is neither true nor false. Write `x: true` or `false`' }));

test("choice", () => {
  assert.equal(choice("x", "b", ["a", "b"]), "b");
  assert.throws(() => choice("x", "c", ["a", "b"]), { message: 'x: "c" is not known. Use one of: a, b.' });
  assert.throws(() => choice("x", "B", ["a", "b"]), { message: 'x: "B" is not known. Write `b`' });
});

test("quoted: harmless and short", () => {
  assert.equal(quoted("a\u001b[31m\u202e"), '"a\ufffd[31m\ufffd"');
  assert.equal(quoted("a".repeat(80)), `"${"a".repeat(80)}"`);
  assert.equal(quoted("a".repeat(81)), `"${"a".repeat(77)}…"`);
});

const WORDS: readonly [string, readonly string[]][] = [
  ["", []],
  ["  ", []],
  ["a", ["a"]],
  [" --with  dev\n--no-root ", ["--with", "dev", "--no-root"]],
  ["'a b' \"c d\" e\\ f", ["a b", "c d", "e f"]],
  ["a'b c'd\"e f\"", ["ab cde f"]],
  ["'' \"\"", ["", ""]],
  ['"a\\"b\\\\c\\$d\\`e\\n"', ['a"b\\c$d`e\\n']],
  ["'a\\b'", ["a\\b"]],
  ["\\' \\\"", ["'", '"']],
  ["$HOME *", ["$HOME", "*"]],
];
for (const [value, expected] of WORDS) test(`words ${JSON.stringify(value)}`, () => assert.deepEqual(words("x", value), expected));

for (const value of ["'a", '"a', "a'b", "a\\", '"a\\"', "b 'c"]) {
  test(`words refuses ${JSON.stringify(value)}`, () =>
    assert.throws(() => words("x", value), { message: "x: a quote is not closed. Close it, or escape it with a backslash." }));
}
test("words refuses a line break within a word", () =>
  assert.throws(() => words("x", "'a\nb'"), { message: /^x: the value contains a line break/ }));
