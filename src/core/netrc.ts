/**
 * A user's netrc text (curl(1), Python's `netrc` module) without the entries
 * of some hosts. Comments are left out: one may hold what looks like an entry.
 */
export function withoutHosts(content: string, hosts: readonly string[]): string {
  const plain = content.replaceAll("\r\n", "\n").replace(/^[ \t]*#.*\n?/gm, "");
  const entries = plain.split(/^(?=[ \t]*(?:machine|default|macdef)\b)|(?<=[ \t])(?=machine[ \t])/m);
  return entries
    .filter((entry) => {
      const host = /^\s*machine\s+("[^"]*"|\S+)/.exec(entry)?.[1]?.replaceAll('"', "");
      return host === undefined || !hosts.includes(host.toLowerCase());
    })
    .join("");
}
