import type { Facts } from "../core/facts.ts";
import type { Plan } from "../core/plan.ts";
import { apply, show } from "../runner/apply.ts";
import { annotate, say } from "../runner/commands.ts";
import { openJournal } from "../runner/journal.ts";
import type { Context } from "../runner/steps/step.ts";
import { undoWithin } from "../runner/undo.ts";
import { accessFolder } from "../setup/access-folder.ts";
import { planResult } from "../setup/report.ts";
import type { Settings } from "../setup/settings.ts";

/** The part of a run that sets up a tool and installs. */
export interface Install {
  /** Which tool, and why. */
  readonly heading: string;
  readonly plan: Plan;
  /** Applies the plan; gives the second, small one, of what is only known then. */
  apply(context: Context): Promise<Plan>;
}

interface Work {
  readonly settings: Settings;
  readonly facts: Facts;
  readonly access: Plan;
  readonly install: Install | undefined;
}

/** Applies the plans, or shows them. */
export async function carryOut({ settings, facts, access, install }: Work): Promise<void> {
  if (install !== undefined) say(install.heading);
  if (settings.dryRun) {
    say(`Dry run: nothing is changed. The plan:\n${show(access)}${install === undefined ? "" : show(install.plan)}`);
    return;
  }
  const { folder, variables, windows } = facts;
  const journal = openJournal(folder, variables.GITHUB_STATE);
  const context: Context = { journal, environment: { ...variables }, runnerFiles: variables, windows };
  try {
    await apply(access, context);
    await apply((await install?.apply(context)) ?? planResult({ tool: "none", windows }), context);
  } finally {
    if (!settings.persistCredentials) sayLeft(undoWithin(accessFolder(facts), folder).left);
  }
}

/** Said, not thrown: a failure of the install is what the user has to see first; post tries again. */
function sayLeft(left: readonly string[]): void {
  if (left.length === 0) return;
  annotate("warning", `Credentials could not be removed after the install, and later steps may read them: ${left.join("; ")}`);
}
