/**
 * A Git host, as far as credentials go. A new one is a file beside this one
 * and a line in `all.ts`.
 */
export interface Forge {
  readonly name: string;
  /** Whether the host name (lower case, no port) is one of this forge's. */
  serves(host: string): boolean;
  /** The user name that the forge wants beside a token over https. */
  readonly tokenUser: string;
  /** Whether owners and repositories are the same in any case of letters. */
  readonly anyCase: boolean;
}
