import type { SayStep } from "../../core/plan.ts";
import { annotate, say } from "../commands.ts";
import type { Handler } from "./step.ts";

export const sayStep: Handler<SayStep> = {
  apply({ level, message }) {
    if (level === "info") say(message);
    else annotate(level, message);
  },
  show: ({ level, message }) => `${level}: ${message}`,
};
