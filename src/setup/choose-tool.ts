import { Problem } from "../core/problem.ts";
import type { Project } from "../python/project.ts";
import { FOREIGN_LOCKFILES, tools } from "../tools/all.ts";
import type { Tool } from "../tools/tool.ts";
import type { Settings } from "./settings.ts";

export interface Choice {
  readonly tool: Tool;
  /** Why, for the log. */
  readonly because: string;
}

/** The installer of the project: as said, else by lockfile, else by what the other files claim. */
export function chooseTool(settings: Settings, project: Project): Choice | undefined {
  if (settings.tool === "none") return undefined;
  const said = tools.find(({ name }) => name === settings.tool);
  if (said !== undefined) return { tool: said, because: "the input tool" };
  return byLockfile(project) ?? byClaim(project, settings);
}

function byLockfile(project: Project): Choice | undefined {
  const there = tools.filter(({ lockfile }) => lockfile !== undefined && project.names.has(lockfile));
  const foreign = FOREIGN_LOCKFILES.filter(({ file }) => project.names.has(file));
  const [first, second] = there;
  if (first !== undefined && second === undefined) return { tool: first, because: first.lockfile ?? "" };
  if (first !== undefined && second !== undefined) {
    const names = there.map(({ lockfile }) => lockfile).join(" and ");
    throw new Problem(
      { input: "tool" },
      `the project has ${names}, so its installer is not plain`,
      `Say which: \`tool: ${first.name}\` or \`tool: ${second.name}\``,
    );
  }
  const [stranger] = foreign;
  const isClaimed = project.requirements.size > 0 || claimants(project).some(({ name }) => name !== "pip");
  if (stranger === undefined || isClaimed) return undefined;
  throw new Problem(
    { input: "tool" },
    `${stranger.file} was found, and ${stranger.label} is not supported yet`,
    `Set \`tool: none\` and run ${stranger.label} in a later step: it finds the credentials`,
  );
}

function byClaim(project: Project, settings: Settings): Choice {
  const [tool] = claimants(project);
  if (tool !== undefined) return { tool, because: tool.name === "pip" ? "the project's files" : "pyproject.toml" };
  throw new Problem(
    { input: "tool" },
    `nothing to install was found in ${settings.workingDirectory === "." ? "the workspace" : settings.workingDirectory}: no lockfile, pyproject.toml, setup.py or requirements*.txt`,
    "Check out the repository before this step, set `working-directory`, or set `tool: none` for the credentials alone",
  );
}

function claimants(project: Project): readonly Tool[] {
  return tools.filter((tool) => tool.claims(project));
}
