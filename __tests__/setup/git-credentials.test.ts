import assert from "node:assert/strict";
import { test } from "node:test";
import type { Value } from "../../src/core/secret.ts";
import { scopeUrl } from "../../src/core/url.ts";
import { plain } from "../../src/runner/render.ts";
import { type Given, job, settings } from "./given.ts";

const TOKEN = "tok-0123456789abcdef";
const shown = (value: Value): string => (typeof value === "string" ? value : `${value}=${plain(value)}`);
const read = (given: Given, forJob = job()): readonly string[] =>
  settings(given, forJob).gitCredentials.map(({ scope, user, password }) => `${scopeUrl(scope)} ${shown(user)} ${shown(password)}`);

const LINE_1 = "<git-credentials, line 1>";
const GOOD: readonly [name: string, Given, readonly string[]][] = [
  ["none", {}, []],
  ["token: the owner of the repository", { token: ` ${TOKEN}\n` }, [`https://git.example/acme x-access-token <token>=${TOKEN}`]],
  ["a token alone", { "git-credentials": `https://${TOKEN}@gitlab.com/group` }, [`https://gitlab.com/group oauth2 ${LINE_1}=${TOKEN}`]],
  [
    "a token as password",
    { "git-credentials": `https://:${TOKEN}@bitbucket.org` },
    [`https://bitbucket.org x-token-auth ${LINE_1}=${TOKEN}`],
  ],
  [
    "user and token",
    { "git-credentials": `https://ci:${TOKEN}@h.example:8443/o/r.git` },
    [`https://h.example:8443/o/r ci ${LINE_1}=${TOKEN}`],
  ],
  ["a short password beside a user", { "git-credentials": "https://ci:x@h.example" }, [`https://h.example ci ${LINE_1}=x`]],
  ["a token as user", { "git-credentials": `https://${TOKEN}:@h.example` }, [`https://h.example ${LINE_1}=${TOKEN} `]],
  [
    "a token as user, GitHub's old way",
    { "git-credentials": "https://tok:x-oauth-basic@h.example" },
    [`https://h.example ${LINE_1}=tok x-oauth-basic`],
  ],
  [
    "almost GitHub's old way",
    { "git-credentials": "https://tok:x-oauth-basic2@h.example" },
    [`https://h.example tok ${LINE_1}=x-oauth-basic2`],
  ],
  [
    "several, by line",
    { "git-credentials": `# first\nhttps://a:1@h.example/a\n\nhttps://b:2@h.example/b` },
    ["https://h.example/a a <git-credentials, line 2>=1", "https://h.example/b b <git-credentials, line 4>=2"],
  ],
  [
    "the job's server is GitHub's",
    { "git-credentials": `https://${TOKEN}@git.example` },
    [`https://git.example x-access-token ${LINE_1}=${TOKEN}`],
  ],
];
for (const [name, given, expected] of GOOD) test(`git credentials: ${name}`, () => assert.deepEqual(read(given), expected));

test("on a server called gitlab.…, the job's own server is still GitHub's", () => {
  const forJob = job({ server: "https://gitlab.acme.example:8443" });
  assert.deepEqual(read({ token: TOKEN }, forJob), [`https://gitlab.acme.example:8443/acme x-access-token <token>=${TOKEN}`]);
  assert.deepEqual(read({ "git-credentials": `https://${TOKEN}@gitlab.acme.example` }, forJob), [
    `https://gitlab.acme.example x-access-token ${LINE_1}=${TOKEN}`,
  ]);
});

const EMPTY =
  "Check that the secret exists, that its name is spelled right, and that this job may read it (environment, organisation access, `secrets: inherit` for a reusable workflow).";
const AT_1 = "git-credentials, line 1: ";
const BAD: readonly [Given, string][] = [
  [{ token: "a b" }, "token: the token contains a blank. Paste the token alone."],
  [
    { token: "https://x@git.example" },
    "token: a URL was given where a token is expected. Give the token alone, or move the line to `git-credentials`",
  ],
  [{ token: "-----BEGIN-KEY" }, "token: a private key was given where a token is expected. Give a token for Git over https."],
  [{ token: "a\nb" }, "token: the value contains a line break. Paste the value again as plain text, on one line."],
  [{ "git-credentials": "https://h.example/o" }, `${AT_1}the line holds no credential. Write it as \`https://USER:TOKEN@HOST/OWNER\``],
  [{ "git-credentials": "https://@h.example/o" }, `${AT_1}the credential for https://h.example/o is empty. ${EMPTY}`],
  [{ "git-credentials": "https://:@h.example/o" }, `${AT_1}the credential for https://h.example/o is empty. ${EMPTY}`],
  [{ "git-credentials": "https://ci:@h.example/o" }, `${AT_1}the token of the credential for https://h.example/o is empty. ${EMPTY}`],
  [
    { "git-credentials": "https://fifteen-letters:@h.example/o" },
    `${AT_1}the token of the credential for https://h.example/o is empty. ${EMPTY}`,
  ],
  [
    { "git-credentials": "https://ci:a%0Ab@h.example/o" },
    `${AT_1}the value contains a line break. Paste the value again as plain text, on one line.`,
  ],
  [
    { "git-credentials": "https://c%00i:ab@h.example/o" },
    `${AT_1}the value contains an invisible character (U+0000). Paste the value again as plain text, on one line.`,
  ],
  [{ "git-credentials": "git@h.example:o" }, `${AT_1}the line does not begin with https://. Write it as \`https://USER:TOKEN@HOST/OWNER\``],
  [
    { "git-credentials": "https://a:1@h.example/o\nhttps://b:2@H.example/o.git" },
    "git-credentials, line 2: https://h.example/o has a credential already, from line 1. Keep one of the two, or give one of them a longer path.",
  ],
];
for (const [given, message] of BAD) test(message, () => assert.throws(() => settings(given), { name: "Problem", message }));

test("a line for the token's own scope", () => {
  assert.throws(() => settings({ token: TOKEN, "git-credentials": "https://b:2@git.example/acme" }), {
    where: { input: "git-credentials", line: 1 },
    what: "https://git.example/acme has a credential already, from `token`",
  });
});

test("outside a repository the token's owner is unknown", () => {
  assert.throws(() => settings({ token: TOKEN }, job({ repository: "" })), {
    where: { input: "token" },
    fix: "Use `git-credentials` with a line `https://TOKEN@HOST/OWNER`",
  });
});

test("an empty secret in GitHub's old way to send a token is an error", () => {
  assert.throws(() => settings({ "git-credentials": "https://:x-oauth-basic@h.example/o" }), { name: "Problem" });
});
test("a line whose host is a token does not show it", () => {
  assert.throws(
    () => settings({ "git-credentials": "https://ghp_AbCdEf0123456789/acme" }),
    (error: Error) => !error.message.toLowerCase().includes("ghp_abcdef0123456789"),
  );
});
