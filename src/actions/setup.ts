import { isProjectFile, readProject } from "../python/project.ts";
import { main } from "../runner/main.ts";
import { surveyMachine } from "../runner/survey.ts";
import { surveyProject } from "../runner/survey-project.ts";
import { surveyGit, surveyTools } from "../runner/survey-tools.ts";
import { chooseTool } from "../setup/choose-tool.ts";
import { readInputs } from "../setup/inputs.ts";
import { jobOf } from "../setup/job.ts";
import { planAccess } from "../setup/plan-access.ts";
import { environmentOf, planTool } from "../setup/plan-tool.ts";
import { readSettings } from "../setup/settings.ts";
import { carryOut } from "./carry-out.ts";

/** Inputs become settings, settings and facts a plan; nothing is changed before both plans are whole. */
main(async () => {
  const facts = surveyMachine();
  const job = jobOf(facts);
  const settings = readSettings(readInputs(facts.variables), job);
  const { folder, names, files } = surveyProject(facts.workspace, settings.workingDirectory, isProjectFile);
  const project = readProject(folder, names, files);
  const choice = chooseTool(settings, project);
  const git = settings.gitCredentials.length === 0 ? {} : surveyGit(facts.variables);
  const access = planAccess(settings, project, choice?.tool, job, facts, git);
  if (choice === undefined) return carryOut({ settings, facts, access });
  const { tool } = choice;
  const place = environmentOf({ project, tool, facts });
  const toolFacts = surveyTools(facts.variables, tool.name === "pip" ? undefined : tool.name, place);
  return carryOut({
    settings,
    facts,
    access,
    install: { ...planTool({ settings, project, tool, facts, toolFacts }), choice, project, toolFacts },
  });
});
