import assert from "node:assert/strict";
import { test } from "node:test";
import { readInputs } from "../../src/setup/inputs.ts";
import { emptySecretFix, jobOf, refuseEmptySecrets } from "../../src/setup/job.ts";
import { facts, job } from "./given.ts";

const FIXES: readonly [Parameters<typeof job>[0], RegExp][] = [
  [{}, /^Check that the secret exists, .*`secrets: inherit` for a reusable workflow\)$/],
  [
    { withoutSecrets: "fork" },
    /^This run is for a pull request from a fork, and GitHub passes no secrets to it: skip the step with `if: github\.event\.pull_request\.head\.repo\.full_name == github\.repository`, or run .* after the merge$/,
  ],
  [{ withoutSecrets: "dependabot" }, /^This run was started by Dependabot, .* > Dependabot$/],
];
for (const [more, expected] of FIXES)
  test(`an empty secret: ${more?.withoutSecrets ?? "any other run"}`, () => assert.match(emptySecretFix(job(more)), expected));

for (const withoutSecrets of ["fork", "dependabot"] as const) {
  test(`a run without secrets (${withoutSecrets}) and no credential`, () => {
    const forJob = job({ withoutSecrets });
    assert.throws(() => refuseEmptySecrets(readInputs({}), forJob), {
      name: "Problem",
      where: { input: "token" },
      what: "no credential was given, or the secret is empty",
      fix: emptySecretFix(forJob),
    });
    for (const name of ["TOKEN", "GIT-CREDENTIALS", "INDEXES"])
      assert.doesNotThrow(() => refuseEmptySecrets(readInputs({ [`INPUT_${name}`]: "x" }), forJob));
  });
}
test("any other run may have no credential", () => assert.doesNotThrow(() => refuseEmptySecrets(readInputs({}), job())));

const JOBS: readonly [Parameters<typeof facts>[0], ReturnType<typeof jobOf>][] = [
  [{}, { server: "https://github.com", repository: "" }],
  [{ variables: { GITHUB_SERVER_URL: "", GITHUB_REPOSITORY: "a/b" } }, { server: "https://github.com", repository: "a/b" }],
  [
    { variables: { GITHUB_SERVER_URL: "https://h.example//" }, withoutSecrets: "fork" },
    { server: "https://h.example", repository: "", withoutSecrets: "fork" },
  ],
];
for (const [more, expected] of JOBS) test(`the job of ${JSON.stringify(more)}`, () => assert.deepEqual(jobOf(facts(more)), expected));
