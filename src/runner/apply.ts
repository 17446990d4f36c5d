import type { Plan, Step } from "../core/plan.ts";
import { commandStep } from "./steps/command.ts";
import { fileStep } from "./steps/file.ts";
import { folderStep } from "./steps/folder.ts";
import { linkStep } from "./steps/link.ts";
import { maskStep } from "./steps/mask.ts";
import { outputStep } from "./steps/output.ts";
import { pathStep } from "./steps/path.ts";
import { sayStep } from "./steps/say.ts";
import type { Context, Handler } from "./steps/step.ts";
import { variableStep } from "./steps/variable.ts";

type Handlers = { readonly [S in Step as S["kind"]]: Handler<S> };

export const handlers: Handlers = {
  mask: maskStep,
  say: sayStep,
  folder: folderStep,
  file: fileStep,
  variable: variableStep,
  path: pathStep,
  command: commandStep,
  link: linkStep,
  output: outputStep,
};

/** Applies the steps in order; the first that fails ends it, and post undoes what was done. */
export async function apply(plan: Plan, context: Context): Promise<void> {
  for (const step of plan.steps) await handlerOf(step).apply(step, context);
}

/** The plan as the dry run prints it, without a secret. */
export function show(plan: Plan): string {
  return plan.steps.map((step) => `  ${handlerOf(step).show(step)}\n`).join("");
}

function handlerOf<S extends Step>(step: S): Handler<S> {
  return handlers[step.kind] as unknown as Handler<S>;
}
