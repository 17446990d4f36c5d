import { pathWithin, type Scope } from "./url.ts";

/** The URL of a Git repository as a project's file spells it (git-clone(1), "Git URLs"). */
export interface GitUrl {
  /** The exact spelling, without pip's `git+`, ref and fragment. */
  readonly text: string;
  readonly protocol: "https" | "http" | "ssh";
  readonly user?: string;
  /** Lower case. */
  readonly host: string;
  readonly port?: string;
  /** Without slashes at its ends, as spelled otherwise (`.git` or not). */
  readonly path: string;
}

const URL_FORM = /^(https?|ssh|git\+ssh|ssh\+git):\/\/(?:([^@/]*)@)?(\[[^\]/]+\]|[^:/[\]]+)(?::(\d*))?\/(.+)$/i;
/** `user@host:path`; a colon before the first slash, and no `//` behind it. */
const SCP_FORM = /^(?:([^@/:]+)@)?([^@:/[\]\\]{2,}|\[[^\]/]+\]):(?!\/\/)\/?(.+)$/;

/**
 * Reads a Git URL; undefined for what needs no credential of ours (`file:`,
 * `git:`, a path) and for what is none.
 */
export function readGitUrl(spelled: string): GitUrl | undefined {
  const value = spelled.replace(/^git\+(?=[a-z]+:\/\/)/i, "");
  const url = URL_FORM.exec(value);
  if (url !== null) {
    const [, scheme = "", userinfo, host = "", port, path = ""] = url;
    const protocol = scheme.toLowerCase() === "https" ? "https" : scheme.toLowerCase() === "http" ? "http" : "ssh";
    return gitUrl(value, protocol, userinfo?.split(":")[0], host, port === "" ? undefined : port, path);
  }
  const scp = SCP_FORM.exec(value);
  if (scp === null || /^[a-z]+:\/\/|^file:/i.test(value)) return undefined;
  return gitUrl(value, "ssh", scp[1], scp[2] ?? "", undefined, scp[3] ?? "");
}

function gitUrl(
  text: string,
  protocol: GitUrl["protocol"],
  user: string | undefined,
  host: string,
  port: string | undefined,
  path: string,
): GitUrl {
  return {
    text,
    protocol,
    host: asciiHost(host),
    path: path.replace(/^\/+|\/+$/g, ""),
    ...(user === undefined || user === "" ? {} : { user }),
    ...(port === undefined ? {} : { port }),
  };
}

/** As a scope has it: lower case, and IDNA for letters beyond ASCII. */
function asciiHost(host: string): string {
  const plain = host.toLowerCase();
  return /[^\x21-\x7e]/.test(plain) && URL.canParse(`https://${plain}`) ? new URL(`https://${plain}`).hostname : plain;
}

/**
 * Whether a credential for the scope may serve this URL. An ssh URL is served
 * over https (rewritten), whatever its port: the ports of the two differ.
 */
export function covers(scope: Scope, url: GitUrl): boolean {
  if (scope.host !== url.host || !pathWithin(url.path, scope.path)) return false;
  if (url.protocol === "ssh") return true;
  return url.protocol === scope.protocol && (url.port ?? standardPort(url)) === (scope.port ?? standardPort(scope));
}

function standardPort(url: { readonly protocol: string }): string {
  return url.protocol === "https" ? "443" : "80";
}

/** The scope with the longest path among those that cover the URL. */
export function bestScope<T extends { readonly scope: Scope }>(all: readonly T[], url: GitUrl): T | undefined {
  let best: T | undefined;
  for (const one of all) {
    if (covers(one.scope, url) && (best === undefined || one.scope.path.length > best.scope.path.length)) best = one;
  }
  return best;
}
