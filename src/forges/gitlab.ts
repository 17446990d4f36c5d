import type { Forge } from "./forge.ts";

/** GitLab Docs, "Clone using a token": serves for personal, group, project and OAuth tokens. */
export const gitlab: Forge = {
  name: "GitLab",
  serves: (host) => host === "gitlab.com" || host.startsWith("gitlab."),
  tokenUser: "oauth2",
  anyCase: true,
};
