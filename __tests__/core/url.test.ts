import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CredentialUrl,
  decoded,
  isLoopback,
  origin,
  pathWithin,
  readCredentialUrl,
  type Scope,
  scopeUrl,
} from "../../src/core/url.ts";

const WHERE = { input: "git-credentials", line: 2 };
const read = (raw: string): CredentialUrl => readCredentialUrl(WHERE, raw, "FORM");
const https = (host: string, path = "", port?: string): Scope => ({
  protocol: "https",
  host,
  path,
  ...(port === undefined ? {} : { port }),
});

const GOOD: readonly [string, CredentialUrl][] = [
  ["https://git.example", { scope: https("git.example"), writtenPath: "" }],
  ["https://git.example/", { scope: https("git.example"), writtenPath: "/" }],
  ["HTTPS://Git.Example/Acme", { scope: https("git.example", "Acme"), writtenPath: "/Acme" }],
  ["http://git.example:80", { scope: { protocol: "http", host: "git.example", path: "" }, writtenPath: "" }],
  ["http://git.example:3000/a", { scope: { protocol: "http", host: "git.example", path: "a", port: "3000" }, writtenPath: "/a" }],
  ["https://git.example:443/a/b.git/", { scope: https("git.example", "a/b"), writtenPath: "/a/b.git/" }],
  ["https://git.example/a/b.git", { scope: https("git.example", "a/b"), writtenPath: "/a/b.git" }],
  ["https://tok@git.example:8443/a", { scope: https("git.example", "a", "8443"), writtenPath: "/a", user: "tok" }],
  ["https://ci:pw@git.example", { scope: https("git.example"), writtenPath: "", user: "ci", password: "pw" }],
  ["https://ci:@git.example", { scope: https("git.example"), writtenPath: "", user: "ci", password: "" }],
  ["https://:pw@git.example", { scope: https("git.example"), writtenPath: "", user: "", password: "pw" }],
  ["https://@git.example", { scope: https("git.example"), writtenPath: "", user: "" }],
  ["https://ci:p@ss:w/rd?#%@git.example/a", { scope: https("git.example", "a"), writtenPath: "/a", user: "ci", password: "p@ss:w/rd?#%" }],
  ["https://ci:p%40ss%2Fw@git.example", { scope: https("git.example"), writtenPath: "", user: "ci", password: "p@ss/w" }],
  ["https://c%3Ai:pw@git.example", { scope: https("git.example"), writtenPath: "", user: "c:i", password: "pw" }],
  ["https://t@[2001:DB8::1]:8443/a", { scope: https("[2001:db8::1]", "a", "8443"), writtenPath: "/a", user: "t" }],
  ["https://t@bücher.example", { scope: https("xn--bcher-kva.example"), writtenPath: "", user: "t" }],
  [
    "https://t@git.example/a%20b/c.d_e~f+g-h",
    { scope: https("git.example", "a%20b/c.d_e~f+g-h"), writtenPath: "/a%20b/c.d_e~f+g-h", user: "t" },
  ],
  ["https://t@git.example/größe", { scope: https("git.example", "größe"), writtenPath: "/größe", user: "t" }],
  ["https://t@git.example/.github", { scope: https("git.example", ".github"), writtenPath: "/.github", user: "t" }],
];
for (const [raw, expected] of GOOD) test(`reads ${raw}`, () => assert.deepEqual(read(raw), expected));

const PROTOCOL = "the line does not begin with https://. Write it as `FORM`";
const NO_HOST = "no host name was found behind the credential. Write it as `FORM`";
const CONTROL = "the path contains an encoded control character. Write the path as the host shows it.";
const CHARACTER = "the path contains a character that no repository or index path has. Write only `/OWNER` or `/OWNER/REPO`";
const BAD: readonly [string, string][] = [
  ["git.example/a", PROTOCOL],
  ["ssh://git@git.example/a", PROTOCOL],
  [" https://git.example", PROTOCOL],
  ["httpss://git.example", PROTOCOL],
  ["https://", NO_HOST],
  ["https://S3CRET@", NO_HOST],
  ["https://ci:S3CRET@/a", NO_HOST],
  ["https://ci:S3CRET/a", NO_HOST],
  ["https://ci:S3CRET@git.example:", NO_HOST],
  ["https://ci:S3CRET@git.example:99999", NO_HOST],
  ["https://ci:S3CRET@git.example:123456", NO_HOST],
  ["https://ci:S3CRET@-git.example", NO_HOST],
  ["https://ci:S3CRET@git.example-", NO_HOST],
  ["https://ci:S3CRET@git example/a", NO_HOST],
  ["https://ci:S3CRET@[::1/a", NO_HOST],
  ["https://ci:S3CRET@[:::1]/a", NO_HOST],
  ["https://S3CRET@git.example/a%0Ab", CONTROL],
  ["https://S3CRET@git.example/a%1f", CONTROL],
  ["https://S3CRET@git.example/a%7F", CONTROL],
  ["https://S3CRET@git.example/a?b", CHARACTER],
  ["https://S3CRET@git.example/a#b", CHARACTER],
  ["https://S3CRET@git.example/a b", CHARACTER],
  ["https://S3CRET@git.example/a//b", CHARACTER],
  ["https://S3CRET@git.example//", CHARACTER],
  ["https://S3CRET@git.example/a%zz", CHARACTER],
  ["https://S3CRET@git.example/a\\b", CHARACTER],
];
for (const [raw, message] of BAD) {
  test(`refuses ${raw}`, () =>
    assert.throws(() => read(raw), { name: "Problem", message: `git-credentials, line 2: ${message}`, where: WHERE }));
}

for (const path of ["/..", "/a/../b", "/./a", "/a/.", "/%2e%2E/a", "/.%2e", "/a/%2E/"]) {
  test(`refuses the path ${path}`, () =>
    assert.throws(() => read(`https://git.example${path}`), { name: "Problem", what: "the path contains `.` or `..`" }));
}

for (const raw of [
  "https://ci:S3CRET@h.example/feed@Release/simple",
  "https://ci:S3CRET@h.example:8081/feed@Release/simple",
  "https://S3CRET@10.0.0.1/feed@Release",
  "https://h.example/feed@Release",
]) {
  test(`refuses ${raw}, where the last @ may be the path's`, () =>
    assert.throws(() => read(raw), {
      message:
        "git-credentials, line 2: the line has an `@` behind what looks like a host. Write an `@` of the path as `%40`, or percent-encode the whole password.",
    }));
}

const DECODED: readonly [string, string][] = [
  ["", ""],
  ["plain-1._~", "plain-1._~"],
  ["p%40ss", "p@ss"],
  ["%2F%3a%3F%23%25", "/:?#%"],
  ["100%25", "100%"],
  ["%C3%A9", "é"],
  ["%0A", "\n"],
  ["a%20b", "a b"],
  ["p@ss%40", "p@ss%40"],
  ["a+b%40", "a+b%40"],
  ["%40!", "@!"],
  ["%40+", "%40+"],
  ["100%", "100%"],
  ["%4", "%4"],
  ["%zz", "%zz"],
  ["%C3", "%C3"],
  // no encoder writes these: they stand for characters that need no escape
  ["%41", "%41"],
  ["%4f%40", "%4f%40"],
  ["%5A", "%5A"],
  ["%61", "%61"],
  ["%7a", "%7a"],
  ["%30", "%30"],
  ["%39", "%39"],
  ["%2d", "%2d"],
  ["%2E", "%2E"],
  ["%5F", "%5F"],
  ["%7E", "%7E"],
  // their neighbours do
  ["%3A%40%5B%60%7B%2C%2f%7D", ":@[`{,/}"],
];
for (const [value, expected] of DECODED)
  test(`decoded ${JSON.stringify(value)} → ${JSON.stringify(expected)}`, () => assert.equal(decoded(value), expected));

test("origin and scopeUrl", () => {
  assert.equal(origin(https("h", "a", "8443")), "https://h:8443");
  assert.equal(origin({ protocol: "http", host: "h", path: "a" }), "http://h");
  assert.equal(scopeUrl(https("h")), "https://h");
  assert.equal(scopeUrl(https("h", "a/b", "1")), "https://h:1/a/b");
});

const WITHIN: readonly [path: string, scope: string, expected: boolean][] = [
  ["a/b", "", true],
  ["a", "a", true],
  ["a.git", "a", true],
  ["a/b.git", "a/b", true],
  ["a/b", "a", true],
  ["a/b/c", "a/b", true],
  ["a/bc", "a/b", false],
  ["ab", "a", false],
  ["a", "a/b", false],
  ["a/b.git.x", "a/b", false],
  ["xa/b", "a", false],
  ["A/b", "a", false],
];
for (const [path, scope, expected] of WITHIN)
  test(`${path} within ${scope || "the host"}: ${expected}`, () => assert.equal(pathWithin(path, scope), expected));

const LOOPBACK: readonly [string, boolean][] = [
  ["localhost", true],
  ["a.localhost", true],
  ["127.0.0.1", true],
  ["127.1.2.3", true],
  ["[::1]", true],
  ["[::2]", false],
  ["128.0.0.1", false],
  ["127.0.0.1.example", false],
  ["x127.0.0.1", false],
  ["notlocalhost", false],
  ["localhost.example", false],
];
for (const [host, expected] of LOOPBACK) test(`loopback ${host}: ${expected}`, () => assert.equal(isLoopback(host), expected));
