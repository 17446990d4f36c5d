import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Facts, ToolFacts } from "../../src/core/facts.ts";
import { isProjectFile } from "../../src/python/project.ts";
import { readProject } from "../../src/python/read-project.ts";
import { show } from "../../src/runner/apply.ts";
import { chooseTool } from "../../src/setup/choose-tool.ts";
import { readInputs } from "../../src/setup/inputs.ts";
import { planAccess } from "../../src/setup/plan-access.ts";
import { planTool } from "../../src/setup/plan-tool.ts";
import { readSettings } from "../../src/setup/settings.ts";

const projects = join(import.meta.dirname, "..", "projects");
const job = { server: "https://git.acme.test", repository: "acme/app" };
const facts: Facts = { variables: {}, windows: false, folder: "/temp/setup-private-python-0123456789abcdef", workspace: "/workspace" };
const python = { path: "/python/bin/python", version: "3.13.1", hasPip: true };

const inputs = {
  INPUT_TOKEN: "s3cretToken0123456789",
  "INPUT_GIT-CREDENTIALS": "https://s3cretVendor0123456789@gitlab.com/vendor\nhttps://bot:s3cretRepository@git.acme.test/partner/widgets",
  INPUT_INDEXES: "internal=https://ci:s3cretPassword@index.acme.test/simple/",
};

const machines: Readonly<Record<string, ToolFacts>> = {
  "with nothing but Python": { shell: "/bin/bash", python },
  "with uv": { shell: "/bin/bash", python, uv: "/usr/bin/uv", found: { path: "/usr/bin/uv", version: "0.13.8" } },
};

function planOf(name: string, toolFacts: ToolFacts): string {
  const folder = join(projects, name);
  const names = new Set(readdirSync(folder));
  const files = new Map([...names].filter(isProjectFile).map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  const project = readProject("/workspace", names, files);
  const { INPUT_INDEXES: _, ...withoutIndexes } = inputs;
  const settings = readSettings(readInputs(name.endsWith("ssh") ? withoutIndexes : inputs), job);
  const choice = chooseTool(settings, project);
  assert.ok(choice);
  const { found, ...others } = toolFacts;
  const own = choice.tool.name === "uv" && found !== undefined ? { ...others, found } : others;
  const access = planAccess(settings, project, choice.tool, job, facts, { version: "2.39.5" });
  return show(access) + show(planTool({ settings, project, tool: choice.tool, facts, toolFacts: own }));
}

/** Made anew with UPDATE_PLANS=1; a change of a plan is a change that its reviewer sees. */
describe("the whole plan, as the dry run prints it", () => {
  for (const name of ["pip", "poetry", "poetry-ssh", "uv"]) {
    for (const [machine, toolFacts] of Object.entries(machines)) {
      it(`${name}, ${machine}`, () => {
        const file = join(import.meta.dirname, `${name} ${machine}.txt`.replaceAll(" ", "-"));
        const plan = planOf(name, { ...toolFacts });
        assert.doesNotMatch(plan, /s3cret/);
        if (process.env.UPDATE_PLANS === "1" || !existsSync(file)) writeFileSync(file, plan);
        assert.equal(plan, readFileSync(file, "utf8"));
      });
    }
  }
});
