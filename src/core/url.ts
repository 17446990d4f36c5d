import { Problem, type Where } from "./problem.ts";

/** What a credential is for: a host, an owner (or group) on it, or one repository. */
export interface Scope {
  readonly protocol: "https" | "http";
  /** Lower case, ASCII (IDNA); an IPv6 address in brackets. */
  readonly host: string;
  /** Only when it is not the protocol's own. */
  readonly port?: string;
  /** `""`, `owner`, `group/subgroup`, `owner/repository`: no slash at either end, no `.git`. */
  readonly path: string;
}

/** A URL of an input with what stood before its `@`. */
export interface CredentialUrl {
  readonly scope: Scope;
  /** The path as written, for URLs whose spelling matters (an index's). */
  readonly writtenPath: string;
  /** The one word of `https://WORD@HOST`, or the user of `https://USER:PASSWORD@HOST`. */
  readonly user?: string;
  readonly password?: string;
}

/** Letters beyond ASCII are left to the URL standard, which makes them ASCII or refuses them. */
const HOST = /^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9\u00a1-\uffff](?:[A-Za-z0-9\u00a1-\uffff._-]*[A-Za-z0-9\u00a1-\uffff])?)(?::\d{1,5})?$/;

/**
 * Reads `https://[USER[:PASSWORD]@]HOST[:PORT][/PATH]` from the right: what
 * stands before the last `@` is the credential, its first `:` ends the user.
 * So `@ : / # ?` in a password need no percent-encoding.
 *
 * @param form - the form to show in an error, without a value of the user's
 * @throws Problem that never quotes the line: it may hold a secret
 */
export function readCredentialUrl(where: Where, raw: string, form: string): CredentialUrl {
  const protocol = /^(https?):\/\//i.exec(raw)?.[1]?.toLowerCase();
  if (protocol !== "https" && protocol !== "http") {
    throw new Problem(where, "the line does not begin with https://", `Write it as \`${form}\``);
  }
  const rest = raw.slice(protocol.length + 3);
  const at = rest.lastIndexOf("@");
  const { url, path } = readHostAndPath(where, protocol, rest.slice(at + 1), form);
  const scope = { protocol, host: url.hostname, path: repositoryPath(path), ...(url.port === "" ? {} : { port: url.port }) } as const;
  if (at < 0) return { scope, writtenPath: path };
  const userinfo = rest.slice(0, at);
  refuseAmbiguous(where, userinfo);
  const colon = userinfo.indexOf(":");
  if (colon < 0) return { scope, writtenPath: path, user: decoded(userinfo) };
  return { scope, writtenPath: path, user: decoded(userinfo.slice(0, colon)), password: decoded(userinfo.slice(colon + 1)) };
}

/** At the beginning or behind an `@`: a name with a dot or a port, or an address in brackets, and a slash. */
const LIKE_A_HOST = /(?:^|@)(?:\[[^\]/]*\](?::\d+)?|[\w\u00a1-\uffff-]+(?:(?:\.[\w\u00a1-\uffff-]*)+(?::\d+)?|:\d+))\//;

/** `USER:TOKEN@HOST/PATH@VIEW`: the last `@` may as well belong to the path, and the token would go to another host. */
function refuseAmbiguous(where: Where, userinfo: string): void {
  if (!userinfo.includes("/") || !LIKE_A_HOST.test(userinfo)) return;
  throw new Problem(
    where,
    "the line has an `@` behind what looks like a host",
    "Write an `@` of the path as `%40`, or percent-encode the whole password",
  );
}

function readHostAndPath(where: Where, protocol: string, value: string, form: string): { url: URL; path: string } {
  const slash = value.indexOf("/");
  const host = slash < 0 ? value : value.slice(0, slash);
  const path = slash < 0 ? "" : value.slice(slash);
  const url = HOST.test(host) ? URL.parse(`${protocol}://${host}`) : null;
  if (url === null) {
    throw new Problem(where, "no host name was found behind the credential", `Write it as \`${form}\``);
  }
  refusePath(where, path);
  return { url, path };
}

function refusePath(where: Where, path: string): void {
  const segments = path.replace(/^\/|\/$/g, "").split("/");
  if (segments.some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) {
    throw new Problem(where, "the path contains `.` or `..`", "Write the path as the host shows it");
  }
  if (/%(?:[01][0-9a-f]|7f)/i.test(path)) {
    throw new Problem(where, "the path contains an encoded control character", "Write the path as the host shows it");
  }
  if (!/^(?:\/(?:[A-Za-z0-9\u00a1-\uffff._~+-]|%[0-9a-f]{2})+)*\/?$/i.test(path)) {
    throw new Problem(where, "the path contains a character that no repository or index path has", "Write only `/OWNER` or `/OWNER/REPO`");
  }
}

function repositoryPath(path: string): string {
  return path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
}

/**
 * The value as meant. It is percent-decoded only where that is unambiguous:
 * nothing but the characters that JavaScript's `encodeURIComponent` leaves
 * alone, and escapes that an encoder writes. `p%40ss` is `p@ss`; `p@ss%40` and `100%` stay as they are.
 */
export function decoded(value: string): string {
  if (!value.includes("%")) return value;
  if (!/^(?:[A-Za-z0-9._~!'()*-]|%[0-9A-Fa-f]{2})*$/.test(value)) return value;
  if (/%(?:4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a]|3[0-9]|2d|2e|5f|7e)/i.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** `https://host[:port]` */
export function origin(scope: Scope): string {
  return `${scope.protocol}://${scope.host}${scope.port === undefined ? "" : `:${scope.port}`}`;
}

/** `https://host[:port][/path]`, as people write it. */
export function scopeUrl(scope: Scope): string {
  return scope.path === "" ? origin(scope) : `${origin(scope)}/${scope.path}`;
}

/** Whether a path lies within a scope's, by segments; `pkg` covers `pkg.git`. */
export function pathWithin(path: string, scope: string): boolean {
  if (scope === "") return true;
  const plain = path.replace(/\.git$/, "");
  return plain === scope || path.startsWith(`${scope}/`);
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || /^127\.\d+\.\d+\.\d+$/.test(host) || host === "[::1]";
}
