import type { Forge } from "./forge.ts";

/** Azure DevOps docs, "Use personal access tokens": any name that is not empty. */
export const azure: Forge = {
  name: "Azure DevOps",
  serves: (host) => host === "dev.azure.com" || host.endsWith(".visualstudio.com"),
  tokenUser: "build",
  anyCase: true,
};
