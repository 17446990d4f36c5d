import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutHosts } from "../../src/core/netrc.ts";

const A = "machine a.example login u password p\n";
const B = "machine b.example\n  login u\n  password p\n";

const TABLE: readonly [name: string, content: string, hosts: readonly string[], expected: string][] = [
  ["nothing", "", ["a.example"], ""],
  ["no host", A + B, [], A + B],
  ["a line", A + B, ["a.example"], B],
  ["several lines", A + B, ["b.example"], A],
  ["all", A + B, ["a.example", "b.example"], ""],
  ["another host", A, ["example", "a.example.org"], A],
  ["in any case of letters", "machine A.Example login u\n", ["a.example"], ""],
  ["in quotes", 'machine "a.example" login u\n', ["a.example"], ""],
  ["CRLF", "machine a.example login u\r\nmachine b.example login v\r\n", ["a.example"], "machine b.example login v\n"],
  ["two on a line", "machine a.example login u machine b.example login v\n", ["a.example"], "machine b.example login v\n"],
  ["the default stays", `${A}default login x password y\n`, ["a.example"], "default login x password y\n"],
  ["a macro stays", `${A}macdef init\ncd /\n\n${B}`, ["a.example", "b.example"], "macdef init\ncd /\n\n"],
  ["a comment is left out", `# mine\n${A}${B}`, ["a.example"], B],
  ["indented", "  machine a.example login u\n\tmachine b.example login v\n", ["a.example"], "  \tmachine b.example login v\n"],
];
for (const [name, content, hosts, expected] of TABLE)
  test(`withoutHosts: ${name}`, () => assert.equal(withoutHosts(content, hosts), expected));

test("withoutHosts: a comment that names a host does not swallow the line behind it", () => {
  assert.equal(withoutHosts(`# was: machine a.example login u password p\n${B}`, ["a.example"]), B);
});
