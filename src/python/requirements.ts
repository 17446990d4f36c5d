import { type GitUrl, readGitUrl } from "../core/git-url.ts";

/** A requirement that names a Git repository. */
export interface GitRequirement {
  readonly url: GitUrl;
  /** Branch, tag or commit, if one is given. */
  readonly ref?: string;
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
}

interface Logical {
  readonly text: string;
  readonly line: number;
}

/** The Git requirements of a requirements file (pip, "Requirements File Format"): `name @ git+…`, `git+…`, `-e git+…`. */
export function gitRequirements(content: string): readonly GitRequirement[] {
  return logicalLines(content).flatMap(({ text, line }) => {
    const found = gitReference(text);
    return found === undefined ? [] : [{ ...found, line }];
  });
}

/** The Git reference in a dependency specifier (PEP 508) or a line of a requirements file. */
export function gitReference(requirement: string): Omit<GitRequirement, "line"> | undefined {
  const spelled = /(?:^|[\s@=])git\+([a-z]+:\/\/[^\s;"']+)/i.exec(requirement)?.[1];
  if (spelled === undefined) return undefined;
  const plain = spelled.split("#")[0] ?? "";
  const path = plain.indexOf("/", plain.indexOf("://") + 3);
  const at = plain.lastIndexOf("@");
  const hasRef = path > 0 && at > path;
  const url = readGitUrl(hasRef ? plain.slice(0, at) : plain);
  if (url === undefined) return undefined;
  return hasRef && at + 1 < plain.length ? { url, ref: plain.slice(at + 1) } : { url };
}

/** Joined at a backslash before the line's end, comments cut. */
function logicalLines(content: string): readonly Logical[] {
  const found: Logical[] = [];
  let open: { text: string; line: number } | undefined;
  content.split(/\r?\n/).forEach((raw, n) => {
    const continues = raw.endsWith("\\") && !/^\s*#/.test(raw);
    const text = (open?.text ?? "") + (continues ? `${raw.slice(0, -1)} ` : raw);
    const line = open?.line ?? n + 1;
    open = continues ? { text, line } : undefined;
    if (!continues) found.push({ text, line });
  });
  if (open !== undefined) found.push(open);
  return found.map(({ text, line }) => ({ text: text.replace(/(^|\s)#.*$/, "").trim(), line })).filter(({ text }) => text !== "");
}
