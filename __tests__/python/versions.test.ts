import assert from "node:assert/strict";
import { test } from "node:test";
import { valid, validRange } from "@renovatebot/pep440";
import { matches } from "../../src/python/matches.ts";
import { compatible, fromPoetryConstraint, readSpecifier } from "../../src/python/versions.ts";

const WHERE = { input: "tool-version" };

const SPECIFIERS: readonly [string, string][] = [
  ["2", "==2.*"],
  ["1.8", "==1.8.*"],
  ["v1.8", "==1.8.*"],
  ["1.8.5", "==1.8.5"],
  ["v1.8.5", "==1.8.5"],
  ["2.0.0rc1", "==2.0.0rc1"],
  [">=1.8", ">=1.8"],
  [">= 1.8, < 3", ">=1.8,<3"],
  ["~=1.8.5", "~=1.8.5"],
  ["==1.8.*", "==1.8.*"],
  ["!=1.8.3", "!=1.8.3"],
];
for (const [value, expected] of SPECIFIERS) test(`${value} → ${expected}`, () => assert.equal(readSpecifier(WHERE, value), expected));

for (const value of ["newest", "v", "1.8.x", "^1.8", ">=", "1.8 1.9", "x1.8", "1.8.5 || 2"]) {
  test(`no specifier: ${JSON.stringify(value)}`, () =>
    assert.throws(() => readSpecifier(WHERE, value), {
      name: "Problem",
      message: `tool-version: ${JSON.stringify(value)} is neither a version nor a PEP 440 specifier. Write for example \`1.8.5\`, \`1.8\` or \`>=1.8,<3\``,
    }));
}

for (const [version, expected] of [
  ["1.8.5", "~=1.8.5"],
  ["10.20.30", "~=10.20.30"],
  ["1.8", undefined],
  ["1.8.5.1", undefined],
  ["1.8.5rc1", undefined],
  ["v1.8.5", undefined],
  ["and", undefined],
] as const) {
  test(`compatible ${version} → ${expected}`, () => assert.equal(compatible(version), expected));
}

const MATCHES: readonly [string, string | undefined, boolean][] = [
  ["1.8.5", undefined, true],
  ["1.8.5", "~=1.8.3", true],
  ["1.8.2", "~=1.8.3", false],
  ["1.9.0", "~=1.8.3", false],
  ["1.10.0", ">=1.8,<2", true],
  ["2.0.0", "==2.*", true],
];
for (const [version, specifier, expected] of MATCHES)
  test(`${version} matches ${specifier}: ${expected}`, () => assert.equal(matches(version, specifier), expected));

const POETRY: readonly [constraint: string, specifier: string | undefined][] = [
  ["^2.0", ">=2.0,<3"],
  ["^2", ">=2,<3"],
  ["^0.3.1", ">=0.3.1,<0.4"],
  ["^0.0.3", ">=0.0.3,<0.0.4"],
  ["^0.0", ">=0.0,<0.1"],
  ["~2.1", ">=2.1,<2.2"],
  ["~2.1.5", ">=2.1.5,<2.2"],
  ["~2", ">=2,<3"],
  ["2.*", "==2.*"],
  ["2.1.*", "==2.1.*"],
  ["~=2.1", "~=2.1"],
  [">=2.0", ">=2.0"],
  [">=2.0 <3", ">=2.0,<3"],
  [">=2.0, <3", ">=2.0,<3"],
  ["2.1.3", "==2.1.3"],
  ["2.1", "==2.1"],
  ["=2.1", "==2.1"],
  ["== 2.1", "==2.1"],
  ["^2.0.0rc1", ">=2.0.0rc1,<3"],
  ["~2.1.0a1", ">=2.1.0a1,<2.2"],
  ["^v2.0", ">=2.0,<3"],
  ["", undefined],
  ["*", undefined],
  [" * ", undefined],
  ["^1.8 || ^2.0", undefined],
];
for (const [constraint, specifier] of POETRY) {
  test(`Poetry's ${constraint} is ${specifier}`, () =>
    assert.equal(fromPoetryConstraint({ file: "pyproject.toml" }, constraint), specifier));
}
test("Poetry's constraint that is none is a problem of the file", () => {
  assert.throws(() => fromPoetryConstraint({ file: "pyproject.toml" }, "two"), { name: "Problem", where: { file: "pyproject.toml" } });
});

const SPELLED = [
  ...["1.8.5", "1.8.5rc1", "1.8.5.post1", "1.8.5-1", "1.8.5.dev3", "1!2.0.1", "1.0.0+local.1", "1.0.0.0", "2.0.0a", "1.8.5beta_2"],
  ...["1.8.5.", "one", "1.8.x.1", "1..2.3", "1.0.0+", "1.8.5 6", "1.8.5foo", "-1.0.0"],
];
for (const version of SPELLED) {
  test(`the library agrees that ${version} is ${valid(version) ? "a version" : "none"}`, () => {
    if (valid(version)) assert.equal(readSpecifier({}, version), `==${version}`);
    else assert.throws(() => readSpecifier({}, version), { name: "Problem" });
  });
}
const CLAUSES = [
  ...[">=1.8", ">=1.8,<2", "~=1.8", "~=1.8.5", "==1.8.*", "!=1.8.*", "==1.8.5+local", "!=1.0,>=0.9,<2", "<2.0.0rc1", "===1.0", ">1!2.0"],
  ...["~=1", ">=1.8.*", "~=1.8.*", "=1.8", ">=", ">=1.8,", "^1.8", "<2 || >3", "=>1.8", "==1.*.2"],
];
for (const specifier of CLAUSES) {
  test(`the library agrees that ${specifier} is ${validRange(specifier) ? "a specifier" : "none"}`, () => {
    if (validRange(specifier)) assert.equal(readSpecifier({}, specifier), specifier);
    else assert.throws(() => readSpecifier({}, specifier), { name: "Problem" });
  });
}
