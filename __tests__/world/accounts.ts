/** Who may read what on one host of the test world. */
export interface Account {
  readonly host: string;
  /** The user name to send; hosts that take tokens take any other as well. */
  readonly user: string;
  readonly anyUser: boolean;
  readonly password: string;
  /** `OWNER/*`, `OWNER/REPOSITORY`, or `*`. */
  readonly reads: readonly string[];
}

/** Every account of the test world. */
export const accounts = {
  acme: token("git.acme.test", "x-access-token", "ghp_acmePackagesToken0123456789", "acme/*"),
  acmeOneRepo: token("git.acme.test", "x-access-token", "ghp_acmeOneRepository0123456789", "acme/acme-core"),
  partner: token("git.acme.test", "x-access-token", "ghp_partnerPackagesToken0123456", "partner/*"),
  vendor: token("git.other.test", "oauth2", "glpat-vendorGadgetToken0123", "vendor/*"),
  index: login("index.acme.test", "ci", "indexPassword0123456789"),
  indexOdd: login("index.acme.test", "ci-odd", "p@ss:w/rd#50%41+a&b?c=d~e"),
  indexOther: login("index.other.test", "robot", "otherIndexPassword012345"),
} as const satisfies Record<string, Account>;

/** `unknown`: no account has this credential. `hidden`: it is good, but does not reach this. */
export type Access = "granted" | "hidden" | "unknown";

/** What a credential may do with a repository of a host, or with an index (then `thing` is `*`). */
export function accessTo(host: string, thing: string, user: string | undefined, password: string | undefined): Access {
  const account = Object.values<Account>(accounts).find(
    (one) => one.host === host && one.password === password && (one.anyUser || one.user === user),
  );
  if (!account) return "unknown";
  const owner = `${thing.split("/")[0]}/*`;
  return account.reads.some((one) => one === thing || one === owner) ? "granted" : "hidden";
}

function token(host: string, user: string, password: string, ...reads: string[]): Account {
  return { host, user, anyUser: true, password, reads };
}

function login(host: string, user: string, password: string): Account {
  return { host, user, anyUser: false, password, reads: ["*"] };
}
