import type { GitFacts } from "../core/facts.ts";
import { join, slashed } from "../core/path.ts";
import { fs } from "./node.ts";
import { ask, findProgram, type Variables } from "./programs.ts";

/** Came with Git 2.32, and lies beside Git's other programs where a distribution has not left them out. */
const PROGRAM_OF_2_32 = "git-checkout--worker";

/** Git's version, or that it is 2.32 at least: a file tells that without a process, which would cost a quarter of the start-up time. */
export function surveyGit(variables: Variables): GitFacts {
  const git = findProgram("git", variables);
  if (git === undefined) return {};
  const prefix = slashed(fs.realpathSync.native(git)).replace(/\/(?:bin|cmd)\/[^/]*$/, "");
  const places = ["lib/git-core", "libexec/git-core", "mingw64/libexec/git-core"].map((place) => join(prefix, place, PROGRAM_OF_2_32));
  if (places.some((place) => fs.existsSync(place) || fs.existsSync(`${place}.exe`))) return { version: "2.32" };
  const version = /git version (\d+(?:\.\d+)*)/.exec(ask([git, "--version"], variables))?.[1];
  return version === undefined ? {} : { version };
}
