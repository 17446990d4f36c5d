import { Problem, type Where } from "../core/problem.ts";
import { quoted } from "../core/read.ts";

/**
 * The grammar of PEP 440 (its appendix B), spelled here because the library
 * that compares versions is loaded by the runs that install a tool alone.
 */
const RELEASE = String.raw`(?:\d+!)?\d+(?:\.\d+)*`;
const SUFFIXES = String.raw`(?:[-_.]?(?:alpha|beta|preview|pre|rc|a|b|c)[-_.]?\d*)?(?:-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?:[-_.]?dev[-_.]?\d*)?`;
const LOCAL = String.raw`(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?`;

function isVersion(value: string): boolean {
  return new RegExp(`^v?${RELEASE}${SUFFIXES}${LOCAL}$`, "i").test(value);
}

function isSpecifier(value: string): boolean {
  const clause = new RegExp(
    `^(?:~=${RELEASE.replace("*", "+")}${SUFFIXES}|[!=]=${RELEASE}(?:\\.\\*|${SUFFIXES}${LOCAL})|(?:[<>]=?|===)${RELEASE}${SUFFIXES})$`,
    "i",
  );
  return value.split(",").every((one) => clause.test(one));
}

/**
 * A PEP 440 specifier from what a user writes: a specifier as it is; a whole
 * version (`1.8.5`) means just that one; a part of one (`1.8`) its newest.
 */
export function readSpecifier(where: Where, value: string): string {
  const plain = value.replace(/^v(?=\d)/, "");
  if (/^\d+(?:\.\d+)?$/.test(plain)) return `==${plain}.*`;
  if (isVersion(plain)) return `==${plain}`;
  const specifier = value.replaceAll(" ", "");
  if (isSpecifier(specifier)) return specifier;
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

/**
 * A constraint in Poetry's own language (Poetry, "Dependency specification"):
 * `^2.0`, `~2.1`, `2.*`, `>=2.0 <3`; undefined for any version, and for
 * alternatives (`||`), which PEP 440 has no form for.
 */
export function fromPoetryConstraint(where: Where, constraint: string): string | undefined {
  if (/^\*?$/.test(constraint.trim()) || constraint.includes("|")) return undefined;
  const parts = constraint.trim().split(/\s*,\s*|(?<=[\w*])\s+(?=[<>=!~^])/);
  return parts.map((part) => fromPoetryPart(where, part)).join(",");
}

function fromPoetryPart(where: Where, part: string): string {
  const [, sign, version = "", suffix = ""] = /^(\^|~(?!=)|=?(?!=))\s*v?(\d+(?:\.\d+)*)(\.\*|[a-z].*)?$/i.exec(part) ?? [];
  if (sign === undefined) return readSpecifier(where, part);
  if (sign === "" || sign === "=") return suffix === ".*" ? `==${version}.*` : readSpecifier(where, `==${version}${suffix}`);
  const numbers = version.split(".").map(Number);
  const fixed = sign === "^" ? numbers.findIndex((one) => one !== 0) : Math.min(1, numbers.length - 1);
  const last = fixed < 0 ? numbers.length - 1 : fixed;
  const next = numbers.slice(0, last + 1).map((one, n) => (n === last ? one + 1 : one));
  return readSpecifier(where, `>=${version}${suffix},<${next.join(".")}`);
}
