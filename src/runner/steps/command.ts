import type { Command, CommandStep } from "../../core/plan.ts";
import { say, withoutCommands } from "../commands.ts";
import { render } from "../render.ts";
import { run } from "../run.ts";
import type { Context, Handler } from "./step.ts";

/** A command that failed; the end of its output may tell why. */
export class CommandFailed extends Error {
  readonly title: string;
  readonly code: number;
  readonly output: string;
  /** Whether it was the user's install. */
  readonly install: boolean;

  constructor(title: string, code: number, output: string, install: boolean) {
    super(`${title} ended with exit code ${code}`);
    this.install = install;
    this.title = title;
    this.code = code;
    this.output = output;
  }
}

export const commandStep: Handler<CommandStep> = {
  async apply({ title, commands, otherwise, install }, context) {
    const result = await withoutCommands(title, async () => {
      const first = await runAll(commands, context);
      if (first.code === 0 || otherwise === undefined) return first;
      say(`That did not work (exit code ${first.code}); trying without uv.`);
      return runAll(otherwise, context);
    });
    if (result.code === 0) return;
    throw new CommandFailed(title, result.code, result.output, install === true);
  },
  show({ title, commands, otherwise }) {
    const line = (all: readonly Command[]): string => all.map(({ argv }) => `    $ ${argv.join(" ")}`).join("\n");
    const fallback = otherwise === undefined ? "" : `\n  if that fails\n${line(otherwise)}`;
    return `command ${title}\n${line(commands)}${fallback}`;
  },
};

async function runAll(commands: readonly Command[], context: Context): Promise<{ code: number; output: string }> {
  let last = { code: 0, output: "" };
  for (const { argv, folder, variables = {}, without = [] } of commands) {
    const rendered = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, render(value)]));
    const environment = { ...context.environment, ...rendered };
    for (const name of without) delete environment[name];
    last = await run(argv, folder, environment);
    if (last.code !== 0) return last;
  }
  return last;
}
