import assert from "node:assert/strict";
import { test } from "node:test";
import { bestScope, covers, type GitUrl, readGitUrl } from "../../src/core/git-url.ts";
import type { Scope } from "../../src/core/url.ts";

const READ: readonly [string, Omit<GitUrl, "text"> & { readonly text?: string }][] = [
  ["https://h.example/o/r.git", { protocol: "https", host: "h.example", path: "o/r.git" }],
  ["git+https://h.example/o/r", { text: "https://h.example/o/r", protocol: "https", host: "h.example", path: "o/r" }],
  ["http://H.Example:3000/O/R/", { text: "http://H.Example:3000/O/R/", protocol: "http", host: "h.example", port: "3000", path: "O/R" }],
  ["HTTPS://u:p@h.example/o/r", { protocol: "https", host: "h.example", user: "u", path: "o/r" }],
  ["HTTP://h.example/o/r", { protocol: "http", host: "h.example", path: "o/r" }],
  ["https://@h.example/o/r", { protocol: "https", host: "h.example", path: "o/r" }],
  ["https://h.example:/o/r", { protocol: "https", host: "h.example", path: "o/r" }],
  ["https://[::1]:8443/o/r", { protocol: "https", host: "[::1]", port: "8443", path: "o/r" }],
  ["ssh://git@h.example/o/r.git", { protocol: "ssh", user: "git", host: "h.example", path: "o/r.git" }],
  [
    "git+ssh://git@h.example:2222/o/r",
    { text: "ssh://git@h.example:2222/o/r", protocol: "ssh", user: "git", host: "h.example", port: "2222", path: "o/r" },
  ],
  ["ssh+git://h.example//o/r", { protocol: "ssh", host: "h.example", path: "o/r" }],
  ["git@h.example:o/r.git", { protocol: "ssh", user: "git", host: "h.example", path: "o/r.git" }],
  ["git@h.example:/o/r.git", { protocol: "ssh", user: "git", host: "h.example", path: "o/r.git" }],
  ["Host.Example:o/r", { protocol: "ssh", host: "host.example", path: "o/r" }],
  ["git@[::1]:o/r", { protocol: "ssh", user: "git", host: "[::1]", path: "o/r" }],
];
for (const [spelled, expected] of READ)
  test(`reads ${spelled}`, () => assert.deepEqual(readGitUrl(spelled), { text: spelled, ...expected }));

for (const spelled of [
  "",
  "o/r",
  "../r",
  "./a:b",
  "/a/b",
  "C:\\r",
  "C:/r",
  "x:r",
  "file:///o/r",
  "git://h.example/o/r",
  "git+git://h.example/o/r",
  "https://h.example",
  "https://h.example/",
  "ftp://h.example/o",
]) {
  test(`leaves ${JSON.stringify(spelled)}`, () => assert.equal(readGitUrl(spelled), undefined));
}

const scope = (path: string, more: Partial<Scope> = {}): Scope => ({ protocol: "https", host: "h.example", path, ...more });
const git = (spelled: string): GitUrl => readGitUrl(spelled) ?? assert.fail(spelled);

const COVERS: readonly [Scope, string, boolean][] = [
  [scope(""), "https://h.example/o/r", true],
  [scope("o"), "https://h.example/o/r.git", true],
  [scope("o/r"), "https://h.example/o/r.git", true],
  [scope("o/r"), "https://h.example/o/r2", false],
  [scope("o"), "https://other.example/o/r", false],
  [scope("o"), "https://h.example.evil/o/r", false],
  [scope("o"), "https://h.example:443/o/r", true],
  [scope("o"), "https://h.example:8443/o/r", false],
  [scope("o", { port: "8443" }), "https://h.example:8443/o/r", true],
  [scope("o", { port: "8443" }), "https://h.example/o/r", false],
  [scope("o"), "http://h.example/o/r", false],
  [scope("o", { protocol: "http" }), "http://h.example:80/o/r", true],
  [scope("o", { protocol: "http" }), "http://h.example:443/o/r", false],
  [scope("o", { protocol: "http", port: "443" }), "https://h.example/o/r", false],
  [scope("o", { port: "8443" }), "ssh://git@h.example:2222/o/r", true],
  [scope("o"), "git@h.example:o/r", true],
  [scope("p"), "git@h.example:o/r", false],
];
for (const [one, spelled, expected] of COVERS) {
  test(`${one.protocol}://${one.host}:${one.port ?? ""}/${one.path} covers ${spelled}: ${expected}`, () =>
    assert.equal(covers(one, git(spelled)), expected));
}

test("the longest path wins, the first of equals, undefined when none covers", () => {
  const all = [
    { scope: scope("o"), n: 1 },
    { scope: scope("o/r"), n: 2 },
    { scope: scope("o/r"), n: 3 },
    { scope: scope(""), n: 4 },
  ];
  assert.equal(bestScope(all, git("https://h.example/o/r.git"))?.n, 2);
  assert.equal(bestScope(all, git("https://h.example/o/s"))?.n, 1);
  assert.equal(bestScope(all, git("https://h.example/p/s"))?.n, 4);
  assert.equal(bestScope(all, git("https://x.example/p/s")), undefined);
});
