import { azure } from "./azure.ts";
import { bitbucket } from "./bitbucket.ts";
import type { Forge } from "./forge.ts";
import { generic } from "./generic.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";

/** In the order in which they are asked; the last one serves every host. */
export const forges: readonly Forge[] = [github, gitlab, bitbucket, azure, generic];

/**
 * @param host - host name in lower case, without port
 * @param githubServer - the host of the GitHub server that runs the job (`GITHUB_SERVER_URL`)
 */
export function forgeOf(host: string, githubServer: string): Forge {
  if (host === githubServer) return github;
  return forges.find((forge) => forge.serves(host)) ?? generic;
}
