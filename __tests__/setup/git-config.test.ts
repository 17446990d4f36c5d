import assert from "node:assert/strict";
import { test } from "node:test";
import { readGitUrl } from "../../src/core/git-url.ts";
import { readCredentialUrl, type Scope } from "../../src/core/url.ts";
import { gitConfig } from "../../src/setup/git-config.ts";

const scopeOf = (url: string): Scope => readCredentialUrl({}, url, "").scope;
const config = (scopes: readonly string[], urls: readonly string[] = [], current?: string): string =>
  gitConfig(
    scopes.map((url, n) => ({ scope: scopeOf(url), answerFile: `/f/git-${n + 1}` })),
    urls.map((url) => readGitUrl(url) ?? assert.fail(url)),
    current === undefined ? undefined : scopeOf(current),
  );

const HEAD = "# Written by setup-private-python; gone after the job.\n";
const credential = (url: string, file: string): string =>
  `[credential "${url}"]\n\thelper =\n\thelper = "!f() { if test \\"$1\\" = get; then cat '${file}'; fi; }; f"\n\tuseHttpPath = true\n`;
const reset = (url: string): string => `[http "${url}"]\n\textraheader =\n`;
const rewrite = (to: string, ...from: readonly string[]): string =>
  `[url "${to}"]\n${from.map((one) => `\tinsteadOf = "${one}"\n`).join("")}`;
const H = "https://h.example";

const GOLDEN: readonly [name: string, actual: string, expected: string][] = [
  ["no scope", config([]), HEAD],
  [
    "an owner",
    config([`${H}/acme`]),
    `# Written by setup-private-python; gone after the job.
[credential "https://h.example/acme"]
	helper =
	helper = "!f() { if test \\"$1\\" = get; then cat '/f/git-1'; fi; }; f"
	useHttpPath = true
[http "https://h.example/acme"]
	extraheader =
[url "https://h.example/acme/"]
	insteadOf = "https://h.example/acme/"
	insteadOf = "ssh://git@h.example/acme/"
	insteadOf = "git@h.example:acme/"
`,
  ],
  [
    "a repository, by both of its spellings",
    config([`${H}/acme/pkg.git`]),
    HEAD +
      credential(`${H}/acme/pkg`, "/f/git-1") +
      credential(`${H}/acme/pkg.git`, "/f/git-1") +
      reset(`${H}/acme/pkg`) +
      reset(`${H}/acme/pkg.git`) +
      rewrite(`${H}/acme/pkg.git`, `${H}/acme/pkg.git`, "ssh://git@h.example/acme/pkg.git", "git@h.example:acme/pkg.git") +
      rewrite(`${H}/acme/pkg/`, `${H}/acme/pkg/`, "ssh://git@h.example/acme/pkg/", "git@h.example:acme/pkg/"),
  ],
  ["a host", config([H]), HEAD + credential(H, "/f/git-1") + rewrite(`${H}/`, `${H}/`, "ssh://git@h.example/", "git@h.example:")],
  [
    "a host with a port, and ssh with another one and another user",
    config(
      ["http://h.example:3000/acme"],
      [
        "ssh://git@h.example:2222/acme/a.git",
        "deploy@h.example:/acme/b",
        "ssh://git@h.example:2222/acme/c",
        "ssh://git@other.example/acme/d",
        "http://h.example:3000/acme/e",
      ],
    ),
    HEAD +
      credential("http://h.example:3000/acme", "/f/git-1") +
      reset("http://h.example:3000/acme") +
      rewrite(
        "http://h.example:3000/acme/",
        "http://h.example:3000/acme/",
        "ssh://git@h.example/acme/",
        "git@h.example:acme/",
        "ssh://git@h.example:2222/acme/",
        "deploy@h.example:/acme/",
      ),
  ],
  [
    "several: shorter paths first",
    config([`${H}/acme/pkg`, "https://i.example/o", H]),
    HEAD +
      credential(H, "/f/git-3") +
      rewrite(`${H}/`, `${H}/`, "ssh://git@h.example/", "git@h.example:") +
      credential("https://i.example/o", "/f/git-2") +
      reset("https://i.example/o") +
      rewrite("https://i.example/o/", "https://i.example/o/", "ssh://git@i.example/o/", "git@i.example:o/") +
      credential(`${H}/acme/pkg`, "/f/git-1") +
      credential(`${H}/acme/pkg.git`, "/f/git-1") +
      reset(`${H}/acme/pkg`) +
      reset(`${H}/acme/pkg.git`) +
      rewrite(`${H}/acme/pkg.git`, `${H}/acme/pkg.git`, "ssh://git@h.example/acme/pkg.git", "git@h.example:acme/pkg.git") +
      rewrite(`${H}/acme/pkg/`, `${H}/acme/pkg/`, "ssh://git@h.example/acme/pkg/", "git@h.example:acme/pkg/"),
  ],
];
for (const [name, actual, expected] of GOLDEN) test(`Git configuration: ${name}`, () => assert.equal(actual, expected));

const resets = (text: string): readonly string[] =>
  [...text.matchAll(/\[http "([^"]+)"\]/g)].map(([, url = ""]) => url.replace(`${H}/`, ""));
const HEADERS: readonly [name: string, scope: string, urls: readonly string[], current: string | undefined, expected: readonly string[]][] =
  [
    ["another owner than the checkout's", `${H}/acme`, [`${H}/acme/pkg`], `${H}/other/app`, ["acme"]],
    ["another host than the checkout's", `${H}/acme`, [], "https://i.example/acme/app", ["acme"]],
    ["another port than the checkout's", `${H}/acme`, [], `${H}:8443/acme/app`, ["acme"]],
    ["a longer name than the checkout's owner", `${H}/ac`, [], `${H}/acme/app`, ["ac"]],
    [
      "the checkout's owner: only what the project names",
      `${H}/acme`,
      [`${H}/acme/pkg.git`, `${H}/acme/pkg`, "git@h.example:acme/two", `${H}/other/x`],
      `${H}/acme/app`,
      ["acme/pkg", "acme/pkg.git", "acme/two", "acme/two.git"],
    ],
    ["the checkout's owner in other letters", `${H}/Acme`, [`${H}/Acme/pkg`], `${H}/acme/app`, ["Acme/pkg", "Acme/pkg.git"]],
    ["never the checkout itself", `${H}/acme`, [`${H}/acme/App.git`], `${H}/acme/app`, []],
    ["never the checkout itself, in other letters", `${H}/Acme`, [`${H}/Acme/app`], `${H}/Acme/App`, []],
    ["the checkout's own repository as scope", `${H}/acme/app`, [`${H}/acme/app`], `${H}/acme/app`, []],
    ["the host: only what the project names", H, [`${H}/acme/pkg`], undefined, ["acme/pkg", "acme/pkg.git"]],
    ["the host with the checkout", H, [`${H}/acme/pkg`, `${H}/acme/app`], `${H}/acme/app`, ["acme/pkg", "acme/pkg.git"]],
  ];
for (const [name, scope, urls, current, expected] of HEADERS) {
  test(`checkout's header is dropped for: ${name}`, () => assert.deepEqual(resets(config([scope], urls, current)), expected));
}

test("a repository without .git is rewritten where the project spells it so", () => {
  const text = config(
    [`${H}/acme/pkg`],
    ["git@h.example:acme/pkg", "ssh://git@h.example:22/acme/pkg", "git@h.example:acme/pkg", "git@h.example:acme/other"],
  );
  assert.ok(text.endsWith(rewrite(`${H}/acme/pkg`, "git@h.example:acme/pkg", "ssh://git@h.example:22/acme/pkg")), text);
});
test("an owner's scope has no such rewrite", () =>
  assert.ok(
    config([`${H}/acme`], ["git@h.example:acme"]).endsWith(
      rewrite(`${H}/acme/`, `${H}/acme/`, "ssh://git@h.example/acme/", "git@h.example:acme/"),
    ),
  ));

test("a folder with a quote, a backslash or blanks is safe in the shell and in Git's file", () => {
  const text = gitConfig([{ scope: scopeOf(`${H}/o`), answerFile: '/it\'s "a\\b"/\tx\ny#;' }], [], undefined);
  assert.equal(text.split("\n")[3], `\thelper = "!f() { if test \\"$1\\" = get; then cat '/it'\\\\''s \\"a\\\\b\\"/\\tx\\ny#;'; fi; }; f"`);
});
