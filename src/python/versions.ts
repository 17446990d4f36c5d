import { satisfies, valid, validRange } from "@renovatebot/pep440";
import { Problem, type Where } from "../core/problem.ts";
import { quoted } from "../core/read.ts";

/**
 * A PEP 440 specifier from what a user writes: a specifier as it is; a whole
 * version (`1.8.5`) means just that one; a part of one (`1.8`) its newest.
 */
export function readSpecifier(where: Where, value: string): string {
  const plain = value.replace(/^v(?=\d)/, "");
  if (/^\d+(?:\.\d+)?$/.test(plain)) return `==${plain}.*`;
  if (valid(plain)) return `==${plain}`;
  const specifier = value.replaceAll(" ", "");
  if (validRange(specifier)) return specifier;
  throw new Problem(
    where,
    `${quoted(value)} is neither a version nor a PEP 440 specifier`,
    "Write for example `1.8.5`, `1.8` or `>=1.8,<3`",
  );
}

/** The versions that a lock of this version is safe with: the same minor, this patch or a later one. */
export function compatible(version: string): string | undefined {
  return /^\d+\.\d+\.\d+$/.test(version) ? `~=${version}` : undefined;
}

export function matches(version: string, specifier: string | undefined): boolean {
  return specifier === undefined || satisfies(version, specifier);
}
