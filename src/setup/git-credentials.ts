import { Problem, type Where } from "../core/problem.ts";
import { lines, refuseUnprintable, single } from "../core/read.ts";
import { Secret, type Value } from "../core/secret.ts";
import { readCredentialUrl, type Scope, scopeUrl } from "../core/url.ts";
import { forgeOf } from "../forges/all.ts";
import type { Inputs } from "./inputs.ts";
import { emptySecretFix, type Job, serverHost } from "./job.ts";

/** A credential for Git over https. */
export interface GitCredential {
  readonly scope: Scope;
  readonly user: Value;
  readonly password: Value;
  readonly where: Where;
}

const FORM = "https://USER:TOKEN@HOST/OWNER";
/** With these, and with an empty one, the user is the secret: GitHub's old way to send a token. */
const NO_PASSWORD = /^(?:x-oauth-basic)?$/;

/** The inputs `token` and `git-credentials` as credentials, one for each scope. */
export function readGitCredentials(inputs: Inputs, job: Job): readonly GitCredential[] {
  const githubHost = serverHost(job);
  const credentials = [
    ...readToken(single("token", inputs.token.value), job),
    ...lines("git-credentials", inputs["git-credentials"].value).map(({ text, line }) =>
      readLine(text, { input: "git-credentials", line }, job, githubHost),
    ),
  ];
  refuseTwins(credentials);
  return credentials;
}

function readToken(token: string, job: Job): readonly GitCredential[] {
  if (token === "") return [];
  const where = { input: "token" };
  if (/\s/.test(token)) throw new Problem(where, "the token contains a blank", "Paste the token alone");
  if (/^https?:\/\//i.test(token)) {
    throw new Problem(where, "a URL was given where a token is expected", "Give the token alone, or move the line to `git-credentials`");
  }
  if (token.startsWith("-----BEGIN")) {
    throw new Problem(where, "a private key was given where a token is expected", "Give a token for Git over https");
  }
  const owner = job.repository.split("/")[0] ?? "";
  if (owner === "") {
    throw new Problem(
      where,
      "GITHUB_REPOSITORY does not say whose repositories the token is for",
      "Use `git-credentials` with a line `https://TOKEN@HOST/OWNER`",
    );
  }
  const { scope } = readCredentialUrl(where, `${job.server}/${owner}`, FORM);
  return [{ scope, where, user: forgeOf(scope.host, scope.host).tokenUser, password: new Secret("token", token) }];
}

function readLine(text: string, where: Where, job: Job, githubHost: string): GitCredential {
  const { scope, user, password } = readCredentialUrl(where, text, FORM);
  const label = `${where.input}, line ${where.line}`;
  if (user === undefined) {
    throw new Problem(where, "the line holds no credential", `Write it as \`${FORM}\``);
  }
  if (user === "" && NO_PASSWORD.test(password ?? "")) {
    throw new Problem(where, `the credential for ${scopeUrl(scope)} is empty`, emptySecretFix(job));
  }
  if (password === "" && !looksLikeToken(user)) {
    throw new Problem(where, `the token of the credential for ${scopeUrl(scope)} is empty`, emptySecretFix(job));
  }
  refuseUnprintable(where, user);
  refuseUnprintable(where, password ?? "");
  const tokenUser = forgeOf(scope.host, githubHost).tokenUser;
  if (password === undefined) return { scope, where, user: tokenUser, password: new Secret(label, user) };
  if (NO_PASSWORD.test(password)) return { scope, where, user: new Secret(label, user), password };
  return { scope, where, user: user === "" ? tokenUser : user, password: new Secret(label, password) };
}

/** `https://TOKEN:@HOST` is a way to send a token; `https://ci:@HOST` is a user whose secret is empty. */
function looksLikeToken(user: string): boolean {
  return user.length >= 16;
}

function refuseTwins(credentials: readonly GitCredential[]): void {
  const seen = new Map<string, Where>();
  for (const { scope, where } of credentials) {
    const key = scopeUrl(scope);
    const first = seen.get(key);
    if (first !== undefined) {
      const other = first.line === undefined ? `\`${first.input}\`` : `line ${first.line}`;
      throw new Problem(where, `${key} has a credential already, from ${other}`, "Keep one of the two, or give one of them a longer path");
    }
    seen.set(key, where);
  }
}
