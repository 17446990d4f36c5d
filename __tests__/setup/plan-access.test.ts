import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plan } from "../../src/core/plan.ts";
import { reveal } from "../../src/core/vault.ts";
import { accessFolder } from "../../src/setup/access-folder.ts";
import { planAccess } from "../../src/setup/plan-access.ts";
import { tools } from "../../src/tools/all.ts";
import { brief, briefly, facts, type Given, job, projectOf, settings } from "./given.ts";

const plan = (given: Given, more: { files?: Record<string, string>; facts?: Parameters<typeof facts>[0]; tool?: string } = {}): Plan =>
  planAccess(
    settings(given),
    projectOf(more.files ?? {}),
    tools.find(({ name }) => name === more.tool),
    job(),
    facts(more.facts),
    { version: "2.39.5" },
  );

const FOLDER = "/tmp-of-job/spp-0af/access";

test("no credential, no step", () => {
  assert.deepEqual(plan({}), { steps: [] });
  assert.equal(accessFolder(facts()), FOLDER);
});

test("masks, then warnings, then files, then variables", () => {
  const { steps } = plan(
    {
      "git-credentials": "http://ci:s3cret@h.example/acme",
      indexes: "corp=http://ci:0ther@pypi.acme.example/simple\nfree=http://free.example/simple",
    },
    { tool: "pip" },
  );
  assert.deepEqual(
    steps.map((step) => (step.kind === "file" ? `file ${step.path}` : brief(step).split(" pip takes")[0])),
    [
      "mask <git-credentials, line 1> of ci",
      "mask <indexes, corp> of ci",
      "warning The credential for http://h.example is sent unencrypted; use https:// if the host has it",
      "warning The credential for http://pypi.acme.example is sent unencrypted; use https:// if the host has it",
      "warning",
      `folder ${FOLDER}`,
      `file ${FOLDER}/git-1`,
      `file ${FOLDER}/gitconfig`,
      `file ${FOLDER}/netrc`,
      "job GIT_CONFIG_COUNT=1",
      "job GIT_CONFIG_KEY_0=include.path",
      `job GIT_CONFIG_VALUE_0=${FOLDER}/gitconfig`,
      "job GIT_TERMINAL_PROMPT=0",
      "job PIP_EXTRA_INDEX_URL=http://pypi.acme.example/simple http://free.example/simple",
      `job NETRC=${FOLDER}/netrc`,
      `job POETRY_CACHE_DIR=${FOLDER}/cache/poetry_cache_dir`,
      `job PIP_CACHE_DIR=${FOLDER}/cache/pip_cache_dir`,
    ],
  );
});

test("an index without a credential needs no folder", () => {
  assert.deepEqual(
    briefly(plan({ indexes: "corp=https://h.example" }, { tool: "pip" })).filter((one) => !one.startsWith("warning")),
    ["job PIP_EXTRA_INDEX_URL=https://h.example/"],
  );
});

test("with `persist-credentials: false` the variables end with the step", () => {
  const reaches = (persist: string) =>
    new Set(
      plan({ token: "tok-123456", "persist-credentials": persist }).steps.flatMap((step) => (step.kind === "variable" ? step.reach : [])),
    );
  assert.deepEqual([...reaches("true")], ["job"]);
  assert.deepEqual([...reaches("false")], ["step"]);
});

test("a token as user is masked as such", () => {
  assert.deepEqual(
    briefly(plan({ "git-credentials": "https://tok:x-oauth-basic@h.example" })).filter((one) => one.startsWith("mask")),
    ["mask <git-credentials, line 1>"],
  );
});
test("a token as user is masked in the form of an Authorization header too", async () => {
  const { forms, base64 } = await import("../../src/core/forms.ts");
  for (const [given, header] of [
    [{ "git-credentials": "https://tok-4567:x-oauth-basic@h.example" }, "tok-4567:x-oauth-basic"],
    [{ indexes: "a=https://tok-4567@h.example" }, "tok-4567:"],
  ] as const) {
    const masked = plan(given).steps.flatMap((step) =>
      step.kind === "mask" ? forms(reveal(step.secret), step.user === undefined ? undefined : `${step.user}`, step.password) : [],
    );
    assert.ok(
      masked.some((form) => base64(header).startsWith(form.replace(/=+$/, "")) && form.length >= base64(header).length),
      header,
    );
  }
});

test("the job's own extra index comes first, by its label, as it may hold a credential", () => {
  const given = plan(
    { indexes: "corp=https://h.example/simple" },
    { tool: "pip", facts: { variables: { PIP_EXTRA_INDEX_URL: "https://u:p@own.example", PIP_INDEX_URL: "x" } } },
  );
  assert.ok(briefly(given).includes("job PIP_EXTRA_INDEX_URL=<PIP_EXTRA_INDEX_URL of the job> https://h.example/simple"));
  const empty = plan({ indexes: "corp=https://h.example/simple" }, { tool: "pip", facts: { variables: { PIP_EXTRA_INDEX_URL: "" } } });
  assert.ok(briefly(empty).includes("job PIP_EXTRA_INDEX_URL=https://h.example/simple"));
});
test("a variable that is not joined replaces the job's", () => {
  const given = plan(
    { indexes: "corp=https://h.example/simple", "default-index": "corp" },
    { tool: "pip", facts: { variables: { PIP_INDEX_URL: "https://own.example" } } },
  );
  assert.ok(briefly(given).includes("job PIP_INDEX_URL=https://h.example/simple"));
});

const FILES = {
  "requirements.txt": "a @ git+https://git.example/Acme/a",
  "poetry.lock": '[[package]]\nsource = { type = "git", url = "https://git.example/acme/p.git" }',
  "uv.lock": '[[package]]\nsource = { git = "ssh://git@git.example:2222/acme/b#0" }',
};
test("Git URLs of every tool's files are covered, rewritten and spelled as they are", () => {
  const given = briefly(plan({ token: "tok-123456" }, { files: FILES, tool: "pip" }));
  assert.equal(given.filter((one) => one.startsWith("mask")).length, 1);
  assert.ok(given.some((one) => one.includes('insteadOf = "ssh://git@git.example:2222/acme/"')));
  assert.ok(given.some((one) => one.includes('[credential "https://git.example/Acme"]')));
  assert.deepEqual(
    given.filter((one) => one.includes("POETRY")),
    [],
  );
});
test("Poetry's own client gets the credentials of its files under letters that are this run's own", () => {
  for (const tool of ["poetry", "none"]) {
    const given = briefly(plan({ token: "tok-123456" }, { files: FILES, tool }));
    assert.deepEqual(
      given.filter((one) => one.includes("POETRY")),
      [
        "job POETRY_REPOSITORIES_SPP_AKP_G_A_URL=https://git.example/acme/p.git",
        "job POETRY_HTTP_BASIC_SPP_AKP_G_A_USERNAME=x-access-token",
        "job POETRY_HTTP_BASIC_SPP_AKP_G_A_PASSWORD=<token>",
      ],
    );
  }
});
