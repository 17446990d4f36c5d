import { forms } from "../../core/forms.ts";
import type { MaskStep } from "../../core/plan.ts";
import { reveal } from "../../core/vault.ts";
import { mask } from "../commands.ts";
import { plain } from "../render.ts";
import type { Handler } from "./step.ts";

export const maskStep: Handler<MaskStep> = {
  apply({ secret, user, password }) {
    mask(forms(reveal(secret), user === undefined ? undefined : plain(user), password));
  },
  show: ({ secret }) => `mask ${secret}`,
};
