import assert from "node:assert/strict";
import { test } from "node:test";
import { type GitUrl, readGitUrl } from "../../src/core/git-url.ts";
import { scopeUrl } from "../../src/core/url.ts";
import { plain } from "../../src/runner/render.ts";
import { coveredUrls, plainHttpWarnings, planGit, withSpellings } from "../../src/setup/plan-git.ts";
import { brief, facts, job, plainly, settings } from "./given.ts";

const GIT = { version: "2.39.5" };
const credentials = (text: string) => settings({ "git-credentials": text }).gitCredentials;
const urls = (...spelled: readonly string[]): readonly GitUrl[] => spelled.map((one) => readGitUrl(one) ?? assert.fail(one));
const ONE = credentials("https://ci:s3cret@h.example/acme");

test("no credential: nothing, and no Git is needed", () =>
  assert.deepEqual(planGit([], [], job(), facts(), {}), { files: [], variables: [] }));

test("an answer file for each credential, the configuration, and the variables that name it", () => {
  const { files, variables } = planGit(
    credentials("https://a:1@h.example/a\nhttps://tok-0123456789abcdef:@h.example/b"),
    [],
    job(),
    facts(),
    GIT,
  );
  const [first, second, config, ...others] = files.map(brief);
  assert.deepEqual(
    [first, second, others],
    [
      "file /tmp-of-job/spp-0af/access/git-1: username=a\npassword=<git-credentials, line 1>\n",
      "file /tmp-of-job/spp-0af/access/git-2: username=<git-credentials, line 2>\npassword=\n",
      [],
    ],
  );
  assert.match(
    config ?? "",
    /^file \/tmp-of-job\/spp-0af\/access\/gitconfig: # Written by [\s\S]*cat '\/tmp-of-job\/spp-0af\/access\/git-2'/,
  );
  assert.deepEqual(plainly(variables), [
    "GIT_CONFIG_COUNT=1",
    "GIT_CONFIG_KEY_0=include.path",
    "GIT_CONFIG_VALUE_0=/tmp-of-job/spp-0af/access/gitconfig",
    "GIT_TERMINAL_PROMPT=0",
  ]);
});

for (const [count, n] of [
  ["", 0],
  ["0", 0],
  ["2", 2],
  ["9999", 9999],
] as const) {
  test(`the job's own GIT_CONFIG_COUNT=${count} is kept`, () => {
    const { variables } = planGit(ONE, [], job(), facts({ variables: { GIT_CONFIG_COUNT: count } }), GIT);
    assert.deepEqual(
      variables.map(({ name }) => name),
      ["GIT_CONFIG_COUNT", `GIT_CONFIG_KEY_${n}`, `GIT_CONFIG_VALUE_${n}`, "GIT_TERMINAL_PROMPT"],
    );
    assert.equal(plainly(variables)[0], `GIT_CONFIG_COUNT=${n + 1}`);
  });
}
for (const count of ["x", "1x", "x1", "-1", "10000", " 1"]) {
  test(`GIT_CONFIG_COUNT=${count} stops Git`, () =>
    assert.throws(() => planGit(ONE, [], job(), facts({ variables: { GIT_CONFIG_COUNT: count } }), GIT), {
      message:
        "the job's variable GIT_CONFIG_COUNT is not a number, and Git stops at that. Correct it or remove it (`env:` of the job or the workflow).",
    }));
}

const VERSIONS: readonly [string, boolean][] = [
  ["2.31.0", true],
  ["2.31", true],
  ["2.40.1", true],
  ["3.0", true],
  ["2.30.9", false],
  ["1.99", false],
  ["2", false],
  ["x", false],
];
for (const [version, enough] of VERSIONS) {
  test(`Git ${version}: ${enough ? "new enough" : "too old"}`, () => {
    const plan = () => planGit(ONE, [], job(), facts(), { version });
    if (enough) assert.doesNotThrow(plan);
    else
      assert.throws(plan, {
        message: `git-credentials, line 1: Git ${version} is too old: 2.31 or later is needed. Install a newer Git before this step.`,
      });
  });
}
test("no Git", () =>
  assert.throws(() => planGit(ONE, [], job(), facts(), {}), {
    message:
      "git-credentials, line 1: the credential is for Git, and no Git was found on PATH. Install Git before this step (in a container image: `apt-get install git`).",
  }));

test("the checkout's own repository keeps its header", () => {
  const config = (repository: string): string =>
    planGit(credentials("https://ci:s3cret@git.example/acme"), [], job({ repository }), facts(), GIT).files.map(brief).join();
  assert.ok(!config("acme/app").includes("extraheader"));
  assert.ok(config("other/app").includes("extraheader"));
  assert.ok(config("").includes("extraheader"));
});

const SPELLINGS: readonly [name: string, credential: string, urls: readonly string[], more: readonly string[]][] = [
  ["the same", "https://ci:1@gitlab.com/acme", ["https://gitlab.com/acme/pkg"], []],
  [
    "other letters",
    "https://ci:1@gitlab.com/acme",
    ["https://gitlab.com/Acme/pkg", "git@gitlab.com:Acme/two"],
    ["https://gitlab.com/Acme"],
  ],
  [
    "two other spellings",
    "https://ci:1@gitlab.com/acme",
    ["https://gitlab.com/Acme/pkg", "https://gitlab.com/ACME"],
    ["https://gitlab.com/Acme", "https://gitlab.com/ACME"],
  ],
  ["a repository", "https://ci:1@gitlab.com/acme/pkg", ["https://gitlab.com/acme/Pkg.git"], ["https://gitlab.com/acme/Pkg"]],
  ["another owner that begins so", "https://ci:1@gitlab.com/acme", ["https://gitlab.com/AcmeCorp/pkg"], []],
  ["another owner", "https://ci:1@gitlab.com/acme", ["https://gitlab.com/Other/pkg"], []],
  ["another host", "https://ci:1@gitlab.com/acme", ["https://bitbucket.org/Acme/pkg"], []],
  ["a host scope", "https://ci:1@gitlab.com", ["https://gitlab.com/Acme/pkg"], []],
  ["a host where letters count", "https://ci:1@gitea.example/acme", ["https://gitea.example/Acme/pkg"], []],
  ["the job's own server", "https://ci:1@git.example/acme", ["https://git.example/Acme/pkg"], ["https://git.example/Acme"]],
  [
    "a spelling that has its own credential",
    "https://ci:1@gitlab.com/acme\nhttps://ci:2@gitlab.com/Acme",
    ["https://gitlab.com/Acme/pkg"],
    [],
  ],
];
for (const [name, text, spelled, more] of SPELLINGS) {
  test(`spellings: ${name}`, () => {
    const given = credentials(text);
    const all = withSpellings(given, urls(...spelled), job());
    assert.deepEqual(all.slice(0, given.length), given);
    assert.deepEqual(
      all.slice(given.length).map(({ scope }) => scopeUrl(scope)),
      more,
    );
    for (const one of all.slice(given.length)) assert.equal(one.password, given[0]?.password);
  });
}

test("covered URLs: each once, with the credential of the longest path", () => {
  const all = credentials("https://a:1@h.example/acme\nhttps://b:2@h.example/acme/pkg");
  const found = coveredUrls(
    all,
    urls(
      "https://h.example/acme/pkg.git",
      "https://h.example/acme/x",
      "https://h.example/acme/x",
      "https://h.example/no/x",
      "git@h.example:acme/y",
    ),
    "SPP",
  );
  assert.deepEqual(
    found.map(({ url, user, password, id }) => `${id} ${url.text} ${plain(user)} ${plain(password)}`),
    ["SPP_A https://h.example/acme/pkg.git b 2", "SPP_B https://h.example/acme/x a 1", "SPP_D git@h.example:acme/y a 1"],
  );
});

test("plain http is warned about, once a host, but not on loopback", () => {
  const all = credentials("http://a:1@h.example/a\nhttp://a:1@h.example/b\nhttp://a:1@localhost:3000\nhttps://a:1@i.example");
  assert.deepEqual(plainHttpWarnings(all).map(brief), [
    "warning The credential for http://h.example is sent unencrypted; use https:// if the host has it",
  ]);
});
