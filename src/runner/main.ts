import { Problem } from "../core/problem.ts";
import { annotate, say } from "./commands.ts";

/** Runs an action: a problem becomes one annotation and exit code 1, any other error shows where our bug is. */
export function main(action: () => Promise<void>): void {
  action().catch((error: unknown) => {
    process.exitCode = 1;
    if (error instanceof Problem) {
      const { file, line } = error.where;
      annotate("error", error.message, {
        ...(file === undefined ? {} : { file }),
        ...(file === undefined || line === undefined ? {} : { line }),
      });
      return;
    }
    annotate("error", "This is a bug in setup-private-python; please report it with the stack in the log");
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
}
