import type { Advice, Tool } from "../tools/tool.ts";

/** Why the install failed, from what it printed: the tool's own reasons, then those of Git. */
export function explain(tool: Tool | undefined, title: string, code: number, output: string): Advice {
  const own = tool?.explain(output);
  if (own !== undefined) return own;
  const [, scheme, host] = /could not read (?:Username|Password) for '(https?:\/\/)(?:[^/'@]*@)?([^/'@]+)/.exec(output) ?? [];
  if (scheme !== undefined && host !== undefined) {
    return {
      what: `no credential covers a Git repository on ${scheme}${host}`,
      fix: `Add a line \`${scheme}TOKEN@${host}/OWNER\` to the input \`git-credentials\``,
    };
  }
  const refused = /Authentication failed for '(https?:\/\/)(?:[^/'@]*@)?([^'@]+)'/.exec(output);
  if (refused !== null) {
    return {
      what: `the server refused the credential for ${refused[1]}${refused[2]}`,
      fix: "Check that the token has not expired and that it may read this repository",
    };
  }
  const missing = /repository '(https?:\/\/)(?:[^/'@]*@)?([^'@]+)' not found/i.exec(output);
  if (missing !== null) {
    return {
      what: `${missing[1]}${missing[2]} does not exist, or its credential may not see it`,
      fix: "Check the spelling of the URL, and that the token may read this repository",
    };
  }
  return { what: `\`${title}\` ended with exit code ${code}`, fix: "The log of the step says why" };
}
