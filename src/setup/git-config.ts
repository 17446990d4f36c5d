import { covers, type GitUrl } from "../core/git-url.ts";
import { origin, type Scope, scopeUrl } from "../core/url.ts";

/** One scope of a credential in the Git configuration file. */
export interface ConfiguredScope {
  readonly scope: Scope;
  /** The file with `username=` and `password=` lines that the helper prints. */
  readonly answerFile: string;
}

/**
 * A Git configuration file (git-config(1), gitcredentials(7)) for the scopes,
 * shorter paths first. It holds no secret.
 *
 * @param urls - the Git URLs in the project's files: their users, ports and spellings are rewritten too
 * @param repository - `owner/name` on `server` whose checkout the job works in
 */
export function gitConfig(scopes: readonly ConfiguredScope[], urls: readonly GitUrl[], current: Scope | undefined): string {
  const ordered = [...scopes].sort((a, b) => a.scope.path.length - b.scope.path.length);
  const sections = ordered.flatMap((one) => [
    ...spellings(one.scope).map((url) => credentialSection(url, one.answerFile)),
    ...headerResets(one.scope, urls, current).map((url) => section("http", url, ["extraheader ="])),
    ...rewrites(one.scope, urls).map(([to, from]) =>
      section(
        "url",
        to,
        from.map((spelled) => `insteadOf = ${configValue(spelled)}`),
      ),
    ),
  ]);
  return `# Written by setup-private-python; gone after the job.\n${sections.join("")}`;
}

/** A repository is matched by segments, so `pkg` does not match `pkg.git`: both are named. */
function spellings(scope: Scope): readonly string[] {
  return scope.path.includes("/") ? [scopeUrl(scope), `${scopeUrl(scope)}.git`] : [scopeUrl(scope)];
}

/** The empty helper drops the inherited ones; ours only answers, so that one 401 does not erase a good token. */
function credentialSection(url: string, answerFile: string): string {
  const shellFile = `'${answerFile.replaceAll("'", "'\\''")}'`;
  const helper = `!f() { if test "$1" = get; then cat ${shellFile}; fi; }; f`;
  return section("credential", url, ["helper =", `helper = ${configValue(helper)}`, "useHttpPath = true"]);
}

/**
 * The scopes for which the Authorization header that `actions/checkout` keeps
 * for the whole host is dropped. Where the checkout's own repository lies
 * within the scope, only the repositories that the project names: else a
 * later `git push` there would lose its right to write.
 */
function headerResets(scope: Scope, urls: readonly GitUrl[], current: Scope | undefined): readonly string[] {
  const own = current !== undefined && origin(scope) === origin(current) && isWithin(current.path, scope.path);
  if (!own && scope.path !== "") return [...spellings(scope)];
  const named = urls.filter((url) => covers(scope, url)).map((url) => url.path.replace(/\.git$/, ""));
  const others = [...new Set(named)].filter((path) => path.toLowerCase() !== current?.path.toLowerCase());
  return others.flatMap((path) => spellings({ ...scope, path }));
}

/** ssh spellings of the scope, by what they become; and the https one by itself, so that no shorter rewrite of the job's takes it. */
function rewrites(scope: Scope, urls: readonly GitUrl[]): readonly (readonly [to: string, from: readonly string[]])[] {
  const endings = scope.path === "" ? [""] : scope.path.includes("/") ? [".git", "/"] : ["/"];
  const found = urls.filter((url) => url.protocol === "ssh" && covers(scope, url));
  const rows = endings.map((ending) => {
    const path = `${scope.path}${ending}`;
    const to = `${origin(scope)}/${path}`;
    return [to, [...new Set([to, ...sshSpellings(scope, path), ...found.map((url) => asFound(url, path))])]] as const;
  });
  return [...rows, ...exactRewrites(scope, found, urls)];
}

function sshSpellings({ host }: Scope, path: string): readonly string[] {
  return [`ssh://git@${host}/${path}`, `git@${host}:${path}`];
}

/** The beginning of a URL of the project's up to this path: with its user, its port and its form. */
function asFound(url: GitUrl, path: string): string {
  return url.text.slice(0, url.text.lastIndexOf(url.path)) + path;
}

/** A repository scope's URL without `.git` is a prefix of longer names: only whole URLs that the project spells are rewritten, and longer ones kept. */
function exactRewrites(scope: Scope, found: readonly GitUrl[], all: readonly GitUrl[]): readonly (readonly [string, readonly string[]])[] {
  if (!scope.path.includes("/")) return [];
  const exact = found.filter((url) => url.path === scope.path).map((url) => url.text);
  const longer = all.filter((url) => exact.some((text) => url.text.startsWith(text) && url.text !== text)).map(({ text }) => text);
  const kept = [...new Set(longer)].map((text) => [text, [text]] as const);
  return exact.length === 0 ? [] : [[scopeUrl(scope), [...new Set(exact)]], ...kept];
}

function isWithin(path: string, scope: string): boolean {
  const [inner, outer] = [path.toLowerCase(), scope.toLowerCase()];
  return outer === "" || inner === outer || inner.startsWith(`${outer}/`);
}

function section(name: string, subsection: string, lines: readonly string[]): string {
  return `[${name} "${subsection.replace(/["\\]/g, "\\$&")}"]\n${lines.map((line) => `\t${line}\n`).join("")}`;
}

/** Quoted, as blanks, `#` and `;` would end or shorten a bare value. */
function configValue(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`;
}
