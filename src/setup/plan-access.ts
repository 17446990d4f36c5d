import type { Facts, GitFacts } from "../core/facts.ts";
import type { Plan, Step } from "../core/plan.ts";
import { Secret, type Text, text, type Value } from "../core/secret.ts";
import type { Project } from "../python/project.ts";
import { tools } from "../tools/all.ts";
import type { Tool, Variable } from "../tools/tool.ts";
import { accessFolder } from "./access-folder.ts";
import type { Job } from "./job.ts";
import { coveredUrls, plainHttpWarnings, planGit, withSpellings } from "./plan-git.ts";
import { planIndexes } from "./plan-indexes.ts";
import type { Settings } from "./settings.ts";

/**
 * What gives Git and the installers the credentials of the settings: masks
 * first, then warnings, files of our own, and the variables that point at them.
 *
 * @param tool - the tool of this run; undefined for `tool: none`
 */
export function planAccess(settings: Settings, project: Project, tool: Tool | undefined, job: Job, facts: Facts, gitFacts: GitFacts): Plan {
  const urls = tools.flatMap((one) => one.gitUrls(project));
  const credentials = withSpellings(settings.gitCredentials, urls, job);
  const prefix = `SPP_${lettersOf(facts.folder)}`;
  const gitPlan = planGit(credentials, urls, job, facts, gitFacts);
  const own = tool === undefined ? tools : [tool];
  const indexes = planIndexes(settings.indexes, { project, tool, defaultIndex: settings.defaultIndex, facts, prefix });
  const files = [...gitPlan.files, ...indexes.files];
  const git = own.flatMap((one) => one.gitVariables(coveredUrls(credentials, one.gitUrls(project), `${prefix}_G`)));
  const credentialed = [...gitPlan.variables, ...indexes.variables, ...git];
  const besides = own.flatMap((one) => one.besides(project, credentialed)).filter(({ name }) => !facts.variables[name]);
  const variables = [...credentialed, ...besides];
  return {
    steps: [
      ...masks([...settings.gitCredentials, ...settings.indexes]),
      ...plainHttpWarnings([...settings.gitCredentials, ...settings.indexes.filter(({ user }) => user !== undefined)]),
      ...indexes.says,
      ...(files.length === 0 ? [] : [{ kind: "folder", path: accessFolder(facts) } as const]),
      ...files,
      ...variableSteps(variables, facts, settings.persistCredentials ? "job" : "step"),
    ],
  };
}

function masks(credentials: readonly { readonly user?: Value; readonly password?: Value }[]): readonly Step[] {
  return credentials.flatMap(({ user, password }): readonly Step[] => [
    ...(user instanceof Secret ? [{ kind: "mask", secret: user, ...(typeof password === "string" ? { password } : {}) } as const] : []),
    ...(password instanceof Secret ? [{ kind: "mask", secret: password, ...(user === undefined ? {} : { user }) } as const] : []),
  ]);
}

/** One step a name: the last value holds, but joined ones are put behind the job's own. */
function variableSteps(variables: readonly Variable[], { variables: job }: Facts, reach: "job" | "step"): readonly Step[] {
  const values = new Map<string, Text>();
  for (const { name, value, joined } of variables) {
    const own = job[name] === undefined || job[name] === "" ? undefined : [new Secret(`${name} of the job`, job[name])];
    const before = joined === undefined ? undefined : (values.get(name) ?? own);
    values.set(name, before === undefined ? value : text`${before}${joined ?? ""}${value}`);
  }
  return [...values].map(([name, value]) => ({ kind: "variable", name, value, reach }));
}

/** Letters alone, unique to this run as the folder is: Poetry ignores a name with a digit. */
function lettersOf(folder: string): string {
  const id = /[0-9a-f]+$/.exec(folder)?.[0] ?? "";
  return [...id].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16))).join("");
}
