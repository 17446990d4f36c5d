import type { Forge } from "./forge.ts";

/** Bitbucket Cloud docs, "Using access tokens": repository, project and workspace tokens. */
export const bitbucket: Forge = {
  name: "Bitbucket",
  serves: (host) => host === "bitbucket.org",
  tokenUser: "x-token-auth",
  anyCase: true,
};
