import { defined } from "../core/defined.ts";
import { Problem } from "../core/problem.ts";
import { apply } from "../runner/apply.ts";
import { ask } from "../runner/programs.ts";
import { CommandFailed } from "../runner/steps/command.ts";
import type { Context } from "../runner/steps/step.ts";
import { installedVersion, surveyEnvironment, surveyPython, surveyTools } from "../runner/survey-tools.ts";
import type { Choice } from "../setup/choose-tool.ts";
import { explain } from "../setup/explain.ts";
import { environmentOf, needsPython, planTool, type ToolContext, type ToolPlan } from "../setup/plan-tool.ts";
import { planResult } from "../setup/report.ts";
import type { Install } from "./carry-out.ts";

type Given = Omit<ToolContext, "tool" | "toolFacts"> & { readonly choice: Choice };

/** Surveys what there is to install with, and plans the tool and the install. */
export function prepareInstall({ choice, ...given }: Given): Install {
  const { tool, because } = choice;
  const place = environmentOf({ ...given, tool });
  const { variables } = given.facts;
  const known = surveyTools(variables, tool.name === "pip" ? undefined : tool.name, place);
  const toolFacts = needsPython({ ...given, tool, toolFacts: known }) ? { ...known, ...surveyPython(variables) } : known;
  const context = { ...given, tool, toolFacts };
  const plan = planTool(context);
  return { heading: `${tool.label}, because of ${because}`, plan, apply: (runner) => applyInstall(plan, context, runner) };
}

async function applyInstall(
  plan: ToolPlan,
  { tool, toolFacts, facts, project }: ToolContext,
  runner: Context,
): ReturnType<Install["apply"]> {
  try {
    await apply(plan, runner);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    const { what, fix } = explain(error.install ? tool : undefined, error.title, error.code, error.output);
    throw new Problem({}, what, fix);
  }
  const place = plan.ask === undefined ? plan.environment : ask([...plan.program, ...plan.ask], runner.environment, project.folder).trim();
  const there = place === undefined || place === "" ? undefined : surveyEnvironment(place);
  const inside = plan.toolFolder ?? (tool.name === "pip" ? plan.environment : undefined);
  const toolVersion = inside === undefined ? toolFacts.found?.version : installedVersion(inside, tool.name);
  const environment = there?.works === true ? there.folder : undefined;
  const pythonVersion = there?.version ?? toolFacts.python?.version;
  return planResult({ tool: tool.name, windows: facts.windows, ...defined({ toolVersion, pythonVersion, environment }) });
}
