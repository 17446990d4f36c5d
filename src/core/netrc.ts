/**
 * A user's netrc text (curl(1), Python's `netrc` module) without the entries
 * of some hosts; comments and macros of the others stay.
 */
export function withoutHosts(content: string, hosts: readonly string[]): string {
  const entries = content.replaceAll("\r\n", "\n").split(/^(?=[ \t]*(?:machine|default|macdef)\b)|(?<=[ \t])(?=machine[ \t])/m);
  return entries
    .filter((entry) => {
      const host = /^\s*machine\s+("[^"]*"|\S+)/.exec(entry)?.[1]?.replaceAll('"', "");
      return host === undefined || !hosts.includes(host.toLowerCase());
    })
    .join("");
}
