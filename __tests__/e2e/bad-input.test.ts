import assert from "node:assert/strict";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { assertClean, startJob } from "./fixture.ts";

const S = "s3cretValue-0123456789";
const fork = {
  name: "pull_request",
  payload: { pull_request: { head: { repo: { full_name: "mallory/app" } }, base: { repo: { full_name: "acme/app" } } } },
};

interface Case {
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: object };
  /** What the annotation says, from its beginning. */
  readonly says: RegExp;
  /** The file and line that the annotation points at. */
  readonly at?: Readonly<Record<string, string>>;
}

const REQUIREMENTS = { "requirements.txt": "acme-core\n" };
const UV = {
  "uv.lock": "version = 1\n",
  "pyproject.toml":
    '[project]\nname = "a"\nversion = "1"\n[[tool.uv.index]]\nname = "internal"\nurl = "https://pypi.acme.example/simple"\n',
};

const cases: Readonly<Record<string, Case>> = {
  "unknown tool": { inputs: { tool: "conda" }, says: /^tool: "conda" is not known\. Use one of: auto, pip, poetry, uv, none\.$/ },
  "tool in capitals": { inputs: { tool: "Poetry" }, says: /^tool: "Poetry" is not known\. Write `poetry`$/ },
  "boolean that is none": {
    inputs: { install: "yes" },
    says: /^install: "yes" is neither true nor false\. Write `install: true` or `false`$/,
  },
  "dry-run misspelt": { inputs: { "dry-run": "1" }, says: /^dry-run: "1" is neither/ },
  "persist-credentials misspelt": { inputs: { "persist-credentials": "no" }, says: /^persist-credentials: "no" is neither/ },
  "version that is none": {
    inputs: { tool: "uv", "tool-version": "newest please" },
    says: /^tool-version: "newest please" is neither a version nor a PEP 440 specifier\./,
  },
  "version like npm's": { inputs: { tool: "uv", "tool-version": "^1.8" }, says: /^tool-version: "\^1\.8" is neither/ },
  "tool-version without a tool": { inputs: { tool: "none", "tool-version": "1.8" }, says: /^tool-version: `tool: none` installs no tool/ },
  "token with a line break": { inputs: { token: `${S}\nmore` }, says: /^token: the value contains a line break\./ },
  "token with a zero-width space": {
    inputs: { token: `${S}\u200b9` },
    says: /^token: the value contains an invisible character \(U\+200B\)\./,
  },
  "token with an escape": { inputs: { token: `${S}\u001b[2J` }, says: /^token: the value contains an invisible character \(U\+001B\)\./ },
  "token with a blank": { inputs: { token: `Bearer ${S}` }, says: /^token: the token contains a blank\./ },
  "token that is a URL": { inputs: { token: `https://x:${S}@git.acme.test` }, says: /^token: a URL was given where a token is expected\./ },
  "token that is a key": { inputs: { token: "-----BEGIN-OPENSSH-PRIVATE-KEY-----" }, says: /^token: a private key was given/ },
  "token that is huge": { inputs: { token: S.repeat(2000) }, says: /^token: the value has 44000 characters; 16384 is the most\./ },
  "token outside a repository": {
    inputs: { token: S },
    environment: { GITHUB_REPOSITORY: "" },
    says: /^token: GITHUB_REPOSITORY does not say whose/,
  },
  "credential without https": {
    inputs: { "git-credentials": `x:${S}@git.acme.test` },
    says: /^git-credentials, line 1: the line does not begin with https:\/\/\. Write it as `https:\/\/USER:TOKEN@HOST\/OWNER`$/,
  },
  "credential with ssh": {
    inputs: { "git-credentials": `# mine\n\nssh://git:${S}@git.acme.test` },
    says: /^git-credentials, line 3: the line does not begin with https/,
  },
  "credential without a host": {
    inputs: { "git-credentials": `https://x:${S}@` },
    says: /^git-credentials, line 1: no host name was found/,
  },
  "credential with a bad port": {
    inputs: { "git-credentials": `https://x:${S}@git.acme.test:99999` },
    says: /^git-credentials, line 1: no host name was found/,
  },
  "credential without a credential": {
    inputs: { "git-credentials": "https://git.acme.test/acme" },
    says: /^git-credentials, line 1: the line holds no credential\./,
  },
  "credential whose token is empty": {
    inputs: { "git-credentials": "https://ci:@git.acme.test/acme" },
    says: /^git-credentials, line 1: the token of the credential for .* is empty\. Check that the secret exists/,
  },
  "credential that is all empty": {
    inputs: { "git-credentials": "https://@git.acme.test/acme" },
    says: /^git-credentials, line 1: the credential for .* is empty\./,
  },
  "credential with .. in its path": {
    inputs: { "git-credentials": `https://x:${S}@git.acme.test/acme/../other` },
    says: /^git-credentials, line 1: the path contains `\.` or `\.\.`/,
  },
  "credential with %2e%2e in its path": {
    inputs: { "git-credentials": `https://x:${S}@git.acme.test/%2e%2e/other` },
    says: /^git-credentials, line 1: the path contains `\.` or/,
  },
  "credential with %0A in its path": {
    inputs: { "git-credentials": `https://x:${S}@git.acme.test/acme%0Aother` },
    says: /^git-credentials, line 1: the path contains an encoded control character/,
  },
  "credential with %0A in the secret": {
    inputs: { "git-credentials": `https://x:${S}%0Ahost=evil@git.acme.test`.replace("=", "%3D") },
    says: /^git-credentials, line 1: the value contains a line break\./,
  },
  "credential with a query": {
    inputs: { "git-credentials": `https://x:${S}@git.acme.test/acme?a=b` },
    says: /^git-credentials, line 1: the path contains a character/,
  },
  "credential with a quote in its path": {
    inputs: { "git-credentials": `https://x:${S}@git.acme.test/ac"me` },
    says: /^git-credentials, line 1: the path contains a character/,
  },
  "two credentials for one scope": {
    inputs: { "git-credentials": `https://x:${S}@git.acme.test/acme\nhttps://y:${S}9@GIT.acme.test:443/acme/` },
    says: /^git-credentials, line 2: https:\/\/git\.acme\.test\/acme has a credential already, from line 1\./,
  },
  "the token's scope again": {
    inputs: { token: S, "git-credentials": `https://x:${S}9@git.acme.test/acme` },
    says: /^git-credentials, line 1: .* has a credential already, from `token`/,
  },
  "credential without its host": {
    inputs: { "git-credentials": `https://${S}/acme` },
    says: /^git-credentials, line 1: the line holds no credential\./,
  },
  "credential with an @ in its path": {
    inputs: { "git-credentials": `https://x:${S}@git.acme.test/acme@v1` },
    says: /^git-credentials, line 1: the line has an `@` behind what looks like a host/,
  },
  "nothing that would see the credentials": {
    inputs: { token: S, tool: "none", "persist-credentials": "false" },
    says: /^persist-credentials: nothing is installed, so nothing would see the credentials/,
  },
  "arguments without a tool": { inputs: { tool: "none", "install-args": "-q" }, says: /^install-args: `tool: none` installs nothing/ },
  "index without a name": {
    inputs: { indexes: `https://ci:${S}@pypi.acme.example/simple` },
    says: /^indexes, line 1: the line does not begin with the name of the index and `=`/,
  },
  "index without a name, = in the password": {
    inputs: { indexes: `https://ci:${S}=x@pypi.acme.example/simple` },
    says: /^indexes, line 1: the line does not begin with the name/,
  },
  "index with an odd name": {
    inputs: { indexes: `my index=https://ci:${S}@pypi.acme.example/simple` },
    says: /^indexes, line 1: "my index" is no name of an index\./,
  },
  "index whose password is empty": {
    inputs: { indexes: "internal=https://ci:@pypi.acme.example/simple" },
    says: /^indexes, line 1: the password of the index internal is empty\./,
  },
  "index given twice": {
    inputs: { indexes: "a=https://pypi.acme.example/1\nA=https://pypi.acme.example/2" },
    says: /^indexes, line 2: the index A is given already, on line 1 /,
  },
  "index with ftp": { inputs: { indexes: "a=ftp://pypi.acme.example" }, says: /^indexes, line 1: the line does not begin with https/ },
  "index that the project does not name": {
    inputs: { indexes: `intern=https://ci:${S}@pypi.acme.example/simple` },
    files: UV,
    says: /^indexes, line 1: the project names no index intern for uv; it names: internal\. Correct the name, or add a `\[\[tool\.uv\.index\]\]`/,
  },
  "index that the project gives another host": {
    inputs: { indexes: `internal=https://ci:${S}@other.acme.example/simple` },
    files: UV,
    says: /^indexes, line 1: the credential of the index internal is for https:\/\/other\.acme\.example\/simple, but pyproject\.toml gives/,
  },
  "two credentials on one host with pip": {
    inputs: { tool: "pip", indexes: `a=https://ci:${S}@pypi.acme.example/a\nb=https://ci:${S}9@pypi.acme.example/b` },
    files: REQUIREMENTS,
    says: /^indexes, line 2: the indexes a and b are both on pypi\.acme\.example with different credentials/,
  },
  "default index that is not given": {
    inputs: { "default-index": "internal" },
    says: /^default-index: no index is called "internal"; `indexes` is empty\./,
  },
  "working directory that does not exist": {
    inputs: { "working-directory": "nope" },
    says: /^working-directory: the folder "nope" does not exist in the workspace\./,
  },
  "working directory that is a file": {
    inputs: { "working-directory": "requirements.txt" },
    files: REQUIREMENTS,
    says: /^working-directory: "requirements\.txt" is a file\./,
  },
  "working directory with ..": {
    inputs: { "working-directory": "a/../../b" },
    says: /^working-directory: "a\/\.\.\/\.\.\/b" contains `\.\.`\./,
  },
  "working directory with ~": { inputs: { "working-directory": "~/app" }, says: /^working-directory: "~\/app" begins with ~/ },
  "nothing to install": {
    inputs: {},
    says: /^tool: nothing to install was found in the workspace: no lockfile, pyproject\.toml, setup\.py or requirements\*\.txt\. Check out the repository/,
  },
  "two lockfiles": {
    inputs: {},
    files: { "uv.lock": "", "poetry.lock": "" },
    says: /^tool: the project has poetry\.lock and uv\.lock, so its installer is not plain\./,
  },
  "lockfile of an installer to come": {
    inputs: {},
    files: { "pdm.lock": "" },
    says: /^tool: pdm\.lock was found, and PDM is not supported yet\./,
  },
  "several requirements files": {
    inputs: {},
    files: { "requirements-a.txt": "", "requirements-b.txt": "" },
    says: /^install-args: several requirements files were found \(requirements-a\.txt, requirements-b\.txt\)/,
  },
  "lockfile that does not parse": {
    inputs: {},
    files: { "poetry.lock": 'a = 1\n<<<<<<< ours\nb = "\n' },
    says: /^poetry\.lock, line 2: the file is not valid TOML .* It holds the marks of a merge conflict/,
    at: { file: "poetry.lock", line: "2" },
  },
  "pyproject.toml that does not parse": {
    inputs: {},
    files: { "pyproject.toml": "[project\n" },
    says: /^pyproject\.toml, line 1: the file is not valid TOML/,
    at: { file: "pyproject.toml", line: "1" },
  },
  "quote that is not closed": { inputs: { "install-args": "--with 'dev" }, says: /^install-args: a quote is not closed\./ },
  "arguments for a command that is replaced": {
    inputs: { "install-args": "-q", "install-command": "true" },
    says: /^install-args: `install-command` replaces the command/,
  },
  "install-command and install: false": {
    inputs: { install: "false", "install-command": "true" },
    says: /^install-command: `install: false` says that nothing is installed/,
  },
  "no Python": {
    inputs: {},
    files: REQUIREMENTS,
    environment: { PATH: "/nonexistent" },
    says: /^no Python was found: no `python` or `python3` is on PATH\. Add a step `uses: actions\/setup-python@v6` before this one\.$/,
  },
  "no Git": {
    inputs: { token: S, tool: "none" },
    environment: { PATH: "/nonexistent" },
    says: /^token: the credential is for Git, and no Git was found on PATH\./,
  },
  "GIT_CONFIG_COUNT of the job is broken": {
    inputs: { token: S, tool: "none" },
    environment: { GIT_CONFIG_COUNT: "two" },
    says: /^the job's variable GIT_CONFIG_COUNT is not a number/,
  },
  "RUNNER_TEMP does not exist": {
    inputs: { token: S, tool: "none" },
    environment: { RUNNER_TEMP: "/nonexistent/temp" },
    says: /^the folder \/nonexistent\/temp of RUNNER_TEMP does not exist/,
  },
  "empty secret in a run of a fork": {
    inputs: { token: "" },
    event: fork,
    says: /^token: no credential was given, or the secret is empty\. This run is for a pull request from a fork, and GitHub passes no secrets to it/,
  },
  "empty secret within a line, in a run of a fork": {
    inputs: { indexes: "internal=https://ci:@pypi.acme.example/simple" },
    event: fork,
    says: /^indexes, line 1: the password of the index internal is empty\. This run is for a pull request from a fork/,
  },
  "empty secret in a run of Dependabot": {
    inputs: {},
    environment: { GITHUB_ACTOR: "dependabot[bot]" },
    says: /^token: no credential was given, or the secret is empty\. This run was started by Dependabot/,
  },
};

describe("bad input: one annotation with input, line and fix; exit code 1; nothing changed", () => {
  for (const [name, { inputs, files = {}, environment = {}, event, says, at }] of Object.entries(cases)) {
    it(name, async () => {
      await using job = await startJob({ environment, ...(event === undefined ? {} : { event }) });
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(job.workspace, path)), { recursive: true });
        await writeFile(join(job.workspace, path), content);
      }
      const [before, there] = [await job.snapshot(), await readdir(job.workspace)];
      const result = await job.uses(inputs);
      assert.equal(result.code, 1, result.log);
      assert.equal(result.annotations.length, 1, result.log);
      const [annotation] = result.annotations;
      assert.equal(annotation?.level, "error");
      assert.match(annotation?.message ?? "", says);
      const { title, ...place } = annotation?.properties ?? {};
      assert.deepEqual([title, { ...place }], ["setup-private-python", at ?? {}]);
      assert.deepEqual([result.exported, result.paths, result.outputs, result.state], [{}, [], {}, {}]);
      assert.deepEqual(await job.snapshot(), before);
      assert.deepEqual(await readdir(job.workspace), there);
      assert.ok(!result.log.includes(S), result.log);
      assertClean(result);
    });
  }

  it("there are at least 30 of them", () => assert.ok(Object.keys(cases).length >= 30));
});
