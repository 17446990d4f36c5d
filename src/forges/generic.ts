import type { Forge } from "./forge.ts";

/** Gitea, Forgejo and most others take a token as password under any user name. */
export const generic: Forge = {
  name: "Git host",
  serves: (host) => host !== "",
  tokenUser: "x-access-token",
  anyCase: false,
};
