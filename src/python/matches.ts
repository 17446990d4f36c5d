import { satisfies } from "@renovatebot/pep440";

/** Whether a version fits a PEP 440 specifier; any does where none is given. */
export function matches(version: string, specifier: string | undefined): boolean {
  return specifier === undefined || satisfies(version, specifier);
}
