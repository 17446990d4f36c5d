import type { Facts, ToolFacts } from "../core/facts.ts";
import type { Plan } from "../core/plan.ts";
import { Problem } from "../core/problem.ts";
import type { Project } from "../python/project.ts";
import { apply, show } from "../runner/apply.ts";
import { say } from "../runner/commands.ts";
import { openJournal } from "../runner/journal.ts";
import { CommandFailed } from "../runner/steps/command.ts";
import type { Context } from "../runner/steps/step.ts";
import { ask, installedVersion, surveyEnvironment } from "../runner/survey-tools.ts";
import { undoWithin } from "../runner/undo.ts";
import type { Choice } from "../setup/choose-tool.ts";
import { accessFolder } from "../setup/plan-access.ts";
import type { ToolPlan } from "../setup/plan-tool.ts";
import { explain, planResult } from "../setup/report.ts";
import type { Settings } from "../setup/settings.ts";

interface Install extends ToolPlan {
  readonly choice: Choice;
  readonly project: Project;
  readonly toolFacts: ToolFacts;
}

interface Work {
  readonly settings: Settings;
  readonly facts: Facts;
  readonly access: Plan;
  readonly install?: Install;
}

/** Applies the plans, or shows them. */
export async function carryOut(work: Work): Promise<void> {
  const { settings, facts, access, install } = work;
  if (install !== undefined) say(`${install.choice.tool.label}, because of ${install.choice.because}`);
  if (settings.dryRun) {
    say(`Dry run: nothing is changed. The plan:\n${show(access)}${install === undefined ? "" : show(install)}`);
    return;
  }
  const context = contextOf(facts);
  try {
    await apply(access, context);
    if (install !== undefined) await applyInstall(install, context);
  } finally {
    if (!settings.persistCredentials) reportLeft(undoWithin(accessFolder(facts), facts.folder).left);
  }
  await apply(planResult(resultOf(work, context)), context);
}

function contextOf({ folder, variables, windows }: Facts): Context {
  return { journal: openJournal(folder, variables.GITHUB_STATE), environment: { ...variables }, runnerFiles: variables, windows };
}

async function applyInstall(install: Install, context: Context): Promise<void> {
  try {
    await apply(install, context);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    const { what, fix } = explain(error.install ? install.choice.tool : undefined, error.title, error.code, error.output);
    throw new Problem({}, what, fix);
  }
}

/** Folders and files tell most; a program is asked only where they do not. */
function resultOf({ facts, install }: Work, { environment: variables }: Context): Parameters<typeof planResult>[0] {
  const { windows } = facts;
  if (install === undefined) return { tool: "none", toolVersion: undefined, pythonVersion: undefined, environment: undefined, windows };
  const { choice, program, project, toolFacts } = install;
  const asked = install.ask === undefined ? install.environment : ask([...program, ...install.ask], variables, project.folder).trim();
  const there = asked === undefined || asked === "" ? undefined : surveyEnvironment(asked);
  const inside = install.toolFolder ?? (choice.tool.name === "pip" ? install.environment : undefined);
  const version = inside === undefined ? toolFacts.found?.version : installedVersion(inside, choice.tool.name);
  return {
    tool: choice.tool.name,
    toolVersion: version,
    pythonVersion: there?.version ?? toolFacts.python?.version,
    environment: there?.works === true ? there.folder : undefined,
    windows,
  };
}

function reportLeft(left: readonly string[]): void {
  if (left.length > 0)
    throw new Problem(
      {},
      `the credentials could not be removed after the install: ${left.join("; ")}`,
      "Check the permissions of RUNNER_TEMP",
    );
}
