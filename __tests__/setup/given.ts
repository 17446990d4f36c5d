import type { Facts, ToolFacts } from "../../src/core/facts.ts";
import type { Plan, Step } from "../../src/core/plan.ts";
import { labelled } from "../../src/core/secret.ts";
import type { Project } from "../../src/python/project.ts";
import { readProject } from "../../src/python/read-project.ts";
import { render } from "../../src/runner/render.ts";
import { type InputName, readInputs } from "../../src/setup/inputs.ts";
import type { Job } from "../../src/setup/job.ts";
import { readSettings, type Settings } from "../../src/setup/settings.ts";
import type { Variable } from "../../src/tools/tool.ts";

/** What the tests of pure rooms begin with; each takes what differs. */
export const job = (more: Partial<Job> = {}): Job => ({ server: "https://git.example", repository: "acme/app", ...more });

export const facts = (more: Partial<Facts> = {}): Facts => ({
  variables: {},
  windows: false,
  folder: "/tmp-of-job/spp-0af",
  workspace: "/app",
  ...more,
});

export const toolFacts = (more: Partial<ToolFacts> = {}): ToolFacts => ({
  python: { path: "/py/bin/python3.13", version: "3.13.1", hasPip: true },
  pythonTried: [],
  shell: "/bin-of-job/bash",
  ...more,
});

/** A project whose files are these; `names` are files that are there but not read. */
export function projectOf(files: Readonly<Record<string, string>>, ...names: readonly string[]): Project {
  return readProject("/app", new Set([...Object.keys(files), ...names]), new Map(Object.entries(files)));
}

export type Given = Partial<Record<InputName, string>>;

export function settings(given: Given = {}, forJob: Job = job()): Settings {
  return readSettings(
    readInputs(Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))),
    forJob,
  );
}

/** Variables as `NAME=value`, secrets in the clear: what programs get. */
export function plainly(variables: readonly Variable[]): readonly string[] {
  return variables.map(({ name, value }) => `${name}=${render(value)}`);
}

/** A step on one line, secrets as labels. */
export function brief(step: Step): string {
  switch (step.kind) {
    case "mask":
      return `mask ${step.secret}${step.user === undefined ? "" : ` of ${step.user}`}`;
    case "say":
      return `${step.level} ${step.message}`;
    case "folder":
      return `folder ${step.path}`;
    case "file":
      return `file ${step.path}: ${labelled(step.content)}`;
    case "variable":
      return `${step.reach} ${step.name}=${labelled(step.value)}`;
    case "path":
      return `path ${step.folder}`;
    case "link":
      return `link ${step.path} → ${step.target}`;
    case "output":
      return `output ${step.name}=${step.value}`;
    case "command":
      return [
        `${step.install === true ? "install" : "run"} ${step.title}:`,
        ...step.commands.map(({ argv }) => argv.join(" ")),
        ...(step.otherwise === undefined ? [] : ["or", ...step.otherwise.map(({ argv }) => argv.join(" "))]),
      ].join("\n    ");
  }
}

export function briefly(plan: Plan): readonly string[] {
  return plan.steps.map(brief);
}
