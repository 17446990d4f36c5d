import assert from "node:assert/strict";
import { test } from "node:test";
import type { Value } from "../../src/core/secret.ts";
import { plain } from "../../src/runner/render.ts";
import { settings } from "./given.ts";

const TOKEN = "tok-0123456789abcdef";
const shown = (value: Value | undefined): string =>
  value === undefined ? "–" : typeof value === "string" ? `"${value}"` : `${value}=${plain(value)}`;
const read = (indexes: string): readonly string[] =>
  settings({ indexes }).indexes.map(({ name, url, user, password }) => `${name} ${url} ${shown(user)} ${shown(password)}`);

const GOOD: readonly [string, readonly string[]][] = [
  ["a=https://pypi.acme.example/simple", ["a https://pypi.acme.example/simple – –"]],
  ["a = https://pypi.acme.example/simple/", ["a https://pypi.acme.example/simple/ – –"]],
  ["a=https://PyPI.acme.example:443", ["a https://pypi.acme.example/ – –"]],
  ["a.B-c_9=http://pypi.acme.example:8080/x.git", ["a.B-c_9 http://pypi.acme.example:8080/x.git – –"]],
  ["a=https://ci:p=@ss@pypi.acme.example/simple", ['a https://pypi.acme.example/simple "ci" <indexes, a>=p=@ss']],
  [`a=https://${TOKEN}@pypi.acme.example/simple`, [`a https://pypi.acme.example/simple <indexes, a>=${TOKEN} ""`]],
  [`a=https://${TOKEN}:@pypi.acme.example/simple`, [`a https://pypi.acme.example/simple <indexes, a>=${TOKEN} ""`]],
  ["# x\na=https://h.example/1\nb=https://h.example/2", ["a https://h.example/1 – –", "b https://h.example/2 – –"]],
];
for (const [indexes, expected] of GOOD) test(`indexes: ${JSON.stringify(indexes)}`, () => assert.deepEqual(read(indexes), expected));

test("an index knows its line and where it came from", () => {
  const [, index] = settings({ indexes: "a=https://h.example\n\nb=https://h.example/simple" }).indexes;
  assert.deepEqual(index?.where, { input: "indexes", line: 3 });
  assert.equal(index?.from, "input");
});

const FORM = "Write it as `NAME=https://USER:PASSWORD@HOST/simple`";
const NAMES = "Use letters, digits, `-`, `_` and `.`";
const NAMELESS = "the line does not begin with the name of the index and `=`";
const CHECK = /^Check that the secret exists, /;
const PASTE = "Paste the value again as plain text, on one line";
const BAD: readonly [string, what: string, fix: string | RegExp][] = [
  ["https://ci:S3CRET@h.example", NAMELESS, FORM],
  ["https://ci:S3=CRET@h.example", NAMELESS, FORM],
  ["a", NAMELESS, FORM],
  ["=https://h.example", "what stands before `=` is no name of an index", NAMES],
  ["-a=https://h.example", '"-a" is no name of an index', NAMES],
  ["a.=https://h.example", '"a." is no name of an index', NAMES],
  ["a b=https://h.example", '"a b" is no name of an index', NAMES],
  ["ci:S3CRET@h=x", "what stands before `=` is no name of an index", NAMES],
  ["a=h.example", "the line does not begin with https://", FORM],
  ["a=https://:pw@h.example", "the user of the index a is empty", FORM],
  ["a=https://@h.example", "the user of the index a is empty", FORM],
  ["a=https://:@h.example", "the user of the index a is empty", CHECK],
  ["a=https://ci:@h.example", "the password of the index a is empty", CHECK],
  ["a=https://fifteen-letters:@h.example", "the password of the index a is empty", CHECK],
  ["a=https://ci:x%0Ay@h.example", "the value contains a line break", PASTE],
  ["a=https://c%00i:xy@h.example", "the value contains an invisible character (U+0000)", PASTE],
];
for (const [indexes, what, fix] of BAD) {
  test(`indexes refuses ${indexes}`, () =>
    assert.throws(() => read(indexes), { name: "Problem", where: { input: "indexes", line: 1 }, what, fix }));
}
test("two indexes of one name", () => {
  assert.throws(() => read("a=https://h.example/1\nA=https://h.example/2"), {
    message:
      "indexes, line 2: the index A is given already, on line 1 (case, `-`, `_` and `.` make no difference). Give each index a name of its own.",
  });
});

test("two indexes that every tool takes for one", () => {
  assert.throws(() => read("my-index=https://h.example/1\nmy_index=https://h.example/2"), { name: "Problem" });
});
test("an `@` in the path of a feed is no end of the credential", () => {
  for (const host of [
    "pkgs.acme.example",
    "nexus:8081",
    "my_nexus.corp",
    "b\u00fccher.example",
    "[2001:db8::1]",
    "h.example.",
    "10.0.0.1:80",
  ]) {
    for (const user of ["", "build:T0ken@"]) {
      assert.throws(() => read(`feed=https://${user}${host}/org/_packaging/feed@Release/pypi/simple/`), { name: "Problem" }, host);
    }
  }
});
