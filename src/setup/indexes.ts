import { Problem, type Where } from "../core/problem.ts";
import { lines, quoted, refuseUnprintable } from "../core/read.ts";
import { Secret, type Value } from "../core/secret.ts";
import { origin, readCredentialUrl, type Scope } from "../core/url.ts";
import type { Input } from "./inputs.ts";
import { emptySecretFix, type Job } from "./job.ts";

/** A package index of the input `indexes`. */
export interface Index {
  readonly name: string;
  readonly scope: Scope;
  /** Without credentials. */
  readonly url: string;
  readonly user?: Value;
  readonly password?: Value;
  readonly where: Where;
  readonly from: Input["from"];
}

const FORM = "NAME=https://USER:PASSWORD@HOST/simple";

export function readIndexes(input: Input, job: Job): readonly Index[] {
  const indexes = lines("indexes", input.value).map(({ text, line }) => readLine(text, { input: "indexes", line }, input, job));
  const seen = new Map<string, Where>();
  for (const { name, where } of indexes) {
    const key = name.toLowerCase().replace(/[_.]/g, "-");
    const first = seen.get(key);
    if (first !== undefined) {
      throw new Problem(
        where,
        `the index ${name} is given already, on line ${first.line} (case, \`-\`, \`_\` and \`.\` make no difference)`,
        "Give each index a name of its own",
      );
    }
    seen.set(key, where);
  }
  return indexes;
}

function readLine(text: string, where: Where, input: Input, job: Job): Index {
  const equals = text.indexOf("=");
  const name = text.slice(0, Math.max(equals, 0)).trim();
  if (equals < 0 || /^https?:/i.test(name)) {
    throw new Problem(where, "the line does not begin with the name of the index and `=`", `Write it as \`${FORM}\``);
  }
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)) {
    const shown = /^[\w .-]{1,40}$/.test(name) ? quoted(name) : "what stands before `=`";
    throw new Problem(where, `${shown} is no name of an index`, "Use letters, digits, `-`, `_` and `.`");
  }
  const { scope, writtenPath, user, password } = readCredentialUrl(where, text.slice(equals + 1).trim(), FORM);
  const common = { name, scope, url: `${origin(scope)}${writtenPath === "" ? "/" : writtenPath}`, where, from: input.from };
  if (user === undefined) return common;
  return { ...common, ...credential(name, user, password, where, job) };
}

/** A user without a password is a token that the index takes as user, with an empty password. */
function credential(name: string, user: string, password: string | undefined, where: Where, job: Job): { user: Value; password: Value } {
  refuseUnprintable(where, user);
  refuseUnprintable(where, password ?? "");
  if (user === "")
    throw new Problem(where, `the user of the index ${name} is empty`, password === "" ? emptySecretFix(job) : `Write it as \`${FORM}\``);
  const label = `indexes, ${name}`;
  if (password === undefined) return { user: new Secret(label, user), password: "" };
  if (password !== "") return { user, password: new Secret(label, password) };
  if (user.length < 16) throw new Problem(where, `the password of the index ${name} is empty`, emptySecretFix(job));
  return { user: new Secret(label, user), password: "" };
}
