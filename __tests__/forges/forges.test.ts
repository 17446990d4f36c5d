import assert from "node:assert/strict";
import { test } from "node:test";
import { forgeOf, forges } from "../../src/forges/all.ts";

const HOSTS: readonly [host: string, name: string, user: string, anyCase: boolean][] = [
  ["github.com", "GitHub", "x-access-token", true],
  ["acme.ghe.com", "GitHub", "x-access-token", true],
  ["server.example", "GitHub", "x-access-token", true],
  ["gitlab.com", "GitLab", "oauth2", true],
  ["gitlab.acme.example", "GitLab", "oauth2", true],
  ["bitbucket.org", "Bitbucket", "x-token-auth", true],
  ["dev.azure.com", "Azure DevOps", "build", true],
  ["acme.visualstudio.com", "Azure DevOps", "build", true],
  ["gitea.acme.example", "Git host", "x-access-token", false],
  ["github.com.evil.example", "Git host", "x-access-token", false],
  ["notgithub.com", "Git host", "x-access-token", false],
  ["notghe.com", "Git host", "x-access-token", false],
  ["mygitlab.com", "Git host", "x-access-token", false],
  ["notbitbucket.org", "Git host", "x-access-token", false],
  ["x.dev.azure.com", "Git host", "x-access-token", false],
  ["notvisualstudio.com", "Git host", "x-access-token", false],
];

for (const [host, name, user, anyCase] of HOSTS) {
  test(`${host} is a ${name}`, () => {
    const forge = forgeOf(host, "server.example");
    assert.deepEqual([forge.name, forge.tokenUser, forge.anyCase], [name, user, anyCase]);
  });
}

test("the server of the job is GitHub's, whatever its name", () =>
  assert.equal(forgeOf("gitlab.acme.example", "gitlab.acme.example").name, "GitHub"));

test("every forge has a name of its own and a user; the last serves every host, none serves no host", () => {
  assert.equal(new Set(forges.map(({ name }) => name)).size, forges.length);
  for (const forge of forges) {
    assert.match(forge.tokenUser, /^[a-z0-9-]+$/);
    assert.equal(forge.serves(""), false);
  }
  assert.equal(forges.at(-1)?.serves("any.example"), true);
  assert.equal(forgeOf("", "server.example").name, "Git host");
});
