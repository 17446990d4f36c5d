import type { Facts } from "../core/facts.ts";
import { join } from "../core/path.ts";

/** The folder, within the private one, of all that holds or leads to a credential. */
export function accessFolder(facts: Facts): string {
  return join(facts.folder, "access");
}
