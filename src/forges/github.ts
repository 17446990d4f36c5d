import type { Forge } from "./forge.ts";

/** GitHub Docs, "Authenticating as a GitHub App installation"; with a personal token any name serves. */
export const github: Forge = {
  name: "GitHub",
  serves: (host) => host === "github.com" || host.endsWith(".ghe.com"),
  tokenUser: "x-access-token",
  anyCase: true,
};
