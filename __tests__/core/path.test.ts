import assert from "node:assert/strict";
import { test } from "node:test";
import { isAbsolute, join, slashed } from "../../src/core/path.ts";

const JOIN: readonly [readonly string[], string][] = [
  [[], ""],
  [["a"], "a"],
  [["a", "b", "c"], "a/b/c"],
  [["/a/", "b/"], "/a/b"],
  [["/", "a"], "/a"],
  [["/"], "/"],
  [["/a", "."], "/a"],
  [["/a", "", "b"], "/a/b"],
  [["/a", "/b"], "/b"],
  [["C:\\a\\", "b"], "C:/a/b"],
  [["/a", "C:\\b"], "C:/b"],
  [["\\\\server\\share", "a"], "//server/share/a"],
  [["/a", "b\\c"], "/a/b\\c"],
  [["a//", "b"], "a/b"],
];
for (const [parts, expected] of JOIN) test(`join ${JSON.stringify(parts)} → ${expected}`, () => assert.equal(join(...parts), expected));

const ABSOLUTE: readonly [string, boolean][] = [
  ["/a", true],
  ["C:/a", true],
  ["z:\\a", true],
  ["\\\\s\\a", true],
  ["a", false],
  ["C:a", false],
  ["a/C:/", false],
  ["\\a", false],
  ["", false],
  ["xC:/", false],
];
for (const [path, expected] of ABSOLUTE) test(`isAbsolute ${path}: ${expected}`, () => assert.equal(isAbsolute(path), expected));

const SLASHED: readonly [string, string][] = [
  ["C:\\a\\b", "C:/a/b"],
  ["\\\\s\\a", "//s/a"],
  ["/a\\b", "/a\\b"],
  ["a\\b", "a\\b"],
  ["xC:\\a", "xC:\\a"],
];
for (const [path, expected] of SLASHED) test(`slashed ${path}`, () => assert.equal(slashed(path), expected));
