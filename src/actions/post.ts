import { Problem } from "../core/problem.ts";
import { say } from "../runner/commands.ts";
import { STATE } from "../runner/journal.ts";
import { main } from "../runner/main.ts";
import { tempFolder } from "../runner/survey.ts";
import { undoAll } from "../runner/undo.ts";

/** Undoes what main's journal says, in a run that failed or was cancelled as well; derives nothing again. */
main(async () => {
  const folder = process.env[`STATE_${STATE}`];
  if (folder === undefined || folder === "") return say("Nothing to undo.");
  const { removed, left } = undoAll(folder, tempFolder(process.env));
  if (left.length > 0) {
    throw new Problem({}, `not everything could be removed: ${left.join("; ")}`, "Remove it by hand: it may hold a credential");
  }
  return say(removed === 0 ? "Nothing was left to undo." : "Credentials and tools of this step are removed.");
});
