import { emptyProject, isProjectFile } from "../python/project.ts";
import { main } from "../runner/main.ts";
import { surveyMachine } from "../runner/survey.ts";
import { surveyGit } from "../runner/survey-git.ts";
import { surveyProject } from "../runner/survey-project.ts";
import { chooseTool } from "../setup/choose-tool.ts";
import { readInputs } from "../setup/inputs.ts";
import { jobOf } from "../setup/job.ts";
import { planAccess } from "../setup/plan-access.ts";
import { readSettings } from "../setup/settings.ts";
import { carryOut } from "./carry-out.ts";

/**
 * Inputs become settings, settings and facts a plan; nothing is changed before
 * the whole plan is there. What only some runs need is loaded by them alone.
 */
main(async () => {
  const facts = surveyMachine();
  const job = jobOf(facts);
  const settings = readSettings(readInputs(facts.variables), job);
  const { folder, names, files } = surveyProject(facts.workspace, settings.workingDirectory, isProjectFile);
  const read = files.size === 0 ? emptyProject : (await import("../python/read-project.ts")).readProject;
  const project = read(folder, names, files);
  const choice = chooseTool(settings, project);
  const git = settings.gitCredentials.length === 0 ? {} : surveyGit(facts.variables);
  const access = planAccess(settings, project, choice?.tool, job, facts, git);
  const prepare = choice === undefined ? undefined : (await import("./install.ts")).prepareInstall;
  const install = choice === undefined ? undefined : prepare?.({ settings, project, choice, facts });
  await carryOut({ settings, facts, access, install });
});
