import type { Facts, GitFacts } from "../core/facts.ts";
import { bestScope, type GitUrl } from "../core/git-url.ts";
import { join } from "../core/path.ts";
import type { Step } from "../core/plan.ts";
import { Problem } from "../core/problem.ts";
import { text } from "../core/secret.ts";
import { isLoopback, readCredentialUrl, type Scope, scopeUrl } from "../core/url.ts";
import { forgeOf } from "../forges/all.ts";
import { letters } from "../python/names.ts";
import type { CoveredUrl, Variable } from "../tools/tool.ts";
import { accessFolder } from "./access-folder.ts";
import { gitConfig } from "./git-config.ts";
import type { GitCredential } from "./git-credentials.ts";
import { type Job, serverHost } from "./job.ts";

/** `GIT_CONFIG_COUNT` came with it. */
const OLDEST_GIT = [2, 31] as const;

/** The files and variables that give Git the credentials; nothing when there are none. */
export function planGit(
  credentials: readonly GitCredential[],
  urls: readonly GitUrl[],
  job: Job,
  facts: Facts,
  git: GitFacts,
): { files: readonly Step[]; variables: readonly Variable[] } {
  const [first] = credentials;
  if (first === undefined) return { files: [], variables: [] };
  refuseOldGit(first, git);
  const folder = accessFolder(facts);
  const answers = credentials.map((credential, n) => ({ credential, answerFile: join(folder, `git-${n + 1}`) }));
  const config = join(folder, "gitconfig");
  const scopes = answers.map(({ credential, answerFile }) => ({ scope: credential.scope, answerFile }));
  return {
    files: [
      ...answers.map(
        ({ credential, answerFile }): Step => ({
          kind: "file",
          path: answerFile,
          content: text`username=${credential.user}\npassword=${credential.password}\n`,
        }),
      ),
      { kind: "file", path: config, content: text`${gitConfig(scopes, urls, currentRepository(job))}` },
    ],
    variables: includeVariables(config, facts),
  };
}

/** One more entry of `GIT_CONFIG_COUNT`; those that the job has are kept. */
function includeVariables(config: string, { variables }: Facts): readonly Variable[] {
  const count = variables.GIT_CONFIG_COUNT ?? "";
  if (!/^\d{0,4}$/.test(count)) {
    throw new Problem(
      {},
      "the job's variable GIT_CONFIG_COUNT is not a number, and Git stops at that",
      "Correct it or remove it (`env:` of the job or the workflow)",
    );
  }
  const n = Number(count === "" ? 0 : count);
  return [
    { name: "GIT_CONFIG_COUNT", value: text`${String(n + 1)}` },
    { name: `GIT_CONFIG_KEY_${n}`, value: text`include.path` },
    { name: `GIT_CONFIG_VALUE_${n}`, value: text`${config}` },
    { name: "GIT_TERMINAL_PROMPT", value: text`0` },
  ];
}

function refuseOldGit({ where }: GitCredential, { version }: GitFacts): void {
  if (version === undefined) {
    throw new Problem(
      where,
      "the credential is for Git, and no Git was found on PATH",
      "Install Git before this step (in a container image: `apt-get install git`)",
    );
  }
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1])) return;
  throw new Problem(where, `Git ${version} is too old: ${OLDEST_GIT.join(".")} or later is needed`, "Install a newer Git before this step");
}

function currentRepository(job: Job): Scope | undefined {
  if (!job.repository.includes("/")) return undefined;
  return readCredentialUrl({ input: "token" }, `${job.server}/${job.repository}`, "").scope;
}

/**
 * The credentials, and for hosts where the case of letters does not matter,
 * the same ones again under the spellings of the project's files: Git itself
 * compares paths letter by letter.
 */
export function withSpellings(credentials: readonly GitCredential[], urls: readonly GitUrl[], job: Job): readonly GitCredential[] {
  const server = serverHost(job);
  const known = new Set(credentials.map(({ scope }) => scopeUrl(scope)));
  const more: GitCredential[] = [];
  for (const credential of credentials) {
    const { scope } = credential;
    if (scope.path === "" || !forgeOf(scope.host, server).anyCase) continue;
    for (const url of urls) {
      const path = url.path.slice(0, scope.path.length);
      const spelled = { ...credential, scope: { ...scope, path } };
      const continues = /^(?:\.git)?(?:\/|$)/.test(url.path.slice(scope.path.length));
      if (url.host !== scope.host || !continues || path.toLowerCase() !== scope.path.toLowerCase() || known.has(scopeUrl(spelled.scope)))
        continue;
      known.add(scopeUrl(spelled.scope));
      more.push(spelled);
    }
  }
  return [...credentials, ...more];
}

/** The URLs that a credential covers, each once, with what to send. */
export function coveredUrls(credentials: readonly GitCredential[], urls: readonly GitUrl[], prefix: string): readonly CoveredUrl[] {
  // A URL that holds a user may hold a token: it is not repeated in a variable.
  const plain = urls.filter(({ protocol, user }) => protocol === "ssh" || user === undefined);
  const once = new Map(plain.map((url) => [url.text, url]));
  return [...once.values()].flatMap((url, n) => {
    const credential = bestScope(credentials, url);
    return credential === undefined ? [] : [{ url, user: credential.user, password: credential.password, id: `${prefix}_${letters(n)}` }];
  });
}

export function plainHttpWarnings(all: readonly { readonly scope: Scope }[]): readonly Step[] {
  const hosts = new Set(all.filter(({ scope }) => scope.protocol === "http" && !isLoopback(scope.host)).map(({ scope }) => scope.host));
  return [...hosts].map((host) => ({
    kind: "say",
    level: "warning",
    message: `The credential for http://${host} is sent unencrypted; use https:// if the host has it`,
  }));
}
