import { defined } from "../core/defined.ts";
import type { Facts } from "../core/facts.ts";
import { join } from "../core/path.ts";
import type { Step } from "../core/plan.ts";
import { Problem } from "../core/problem.ts";
import { type Encoded, equal, text, type Value } from "../core/secret.ts";
import { pathWithin, readCredentialUrl } from "../core/url.ts";
import { letters } from "../python/names.ts";
import type { Project } from "../python/project.ts";
import { tools } from "../tools/all.ts";
import type { NamedIndex, Tool, Variable } from "../tools/tool.ts";
import { accessFolder } from "./access-folder.ts";
import type { Index } from "./indexes.ts";

export interface IndexPlan {
  readonly says: readonly Step[];
  readonly files: readonly Step[];
  readonly variables: readonly Variable[];
}

interface Context {
  readonly project: Project;
  /** The tool of this run; undefined for `none`. */
  readonly tool: Tool | undefined;
  readonly defaultIndex: string | undefined;
  readonly facts: Facts;
  readonly prefix: string;
}

/** What gives each installer the credentials of the indexes; nothing when there are none. */
export function planIndexes(indexes: readonly Index[], context: Context): IndexPlan {
  const unknown = indexes.flatMap((index) => refuseUnknown(index, context));
  const netrc = chooseForNetrc(indexes, context);
  const variables = indexes.flatMap((index, n) => tools.flatMap((tool) => toolVariables(tool, index, n, context, netrc)));
  const file = planNetrc(netrc, context);
  const caches = planCaches(indexes, context);
  return {
    says: [...unknown, ...extraIndexWarning(variables), ...caches.says],
    files: file.files,
    variables: [...variables, ...file.variables, ...caches.variables],
  };
}

/**
 * pip and Poetry write the Authorization header into their HTTP cache when an
 * index answers `Vary: Authorization`: such a cache must not outlive the job.
 */
function planCaches(indexes: readonly Index[], { tool, facts }: Context): Pick<IndexPlan, "says" | "variables"> {
  if (!indexes.some(({ user }) => user !== undefined)) return { says: [], variables: [] };
  const names = tools.flatMap(({ headerCache }) => headerCache ?? []);
  const isJobs = (name: string): boolean => !/^$|\/setup-private-python-[0-9a-f]{16}\//.test(facts.variables[name] ?? "");
  const [kept, moved] = [names.filter((name) => isJobs(name)), names.filter((name) => !isJobs(name))];
  return {
    says: kept
      .filter((name) => name === tool?.headerCache)
      .map((name) => ({
        kind: "say",
        level: "notice",
        message: `${name} of the job is kept. If an index answers \`Vary: Authorization\`, ${tool?.label} writes the credential into that cache: do not save it`,
      })),
    variables: moved.map((name) => ({ name, value: text`${join(accessFolder(facts), "cache", name.toLowerCase())}` })),
  };
}

/** All entries that take the credential of this name: `corp` and `Corp` are one variable for uv. */
function matching(tool: Tool, index: Index, project: Project): readonly NamedIndex[] {
  return (tool.indexes(project) ?? []).filter(({ name }) => tool.normalise(name) === tool.normalise(index.name));
}

/** A name that the tool does not find in the project's files would be a credential that nothing uses. */
function refuseUnknown(index: Index, { tool, project, defaultIndex }: Context): readonly Step[] {
  const known = tool?.indexes(project);
  if (tool === undefined || known === undefined || matching(tool, index, project).length > 0) return [];
  if (tool.name === "uv" && index.name === defaultIndex) return [];
  const names = known.length === 0 ? "names no index" : `names: ${known.map(({ name }) => name).join(", ")}`;
  const what = `the project names no index ${index.name} for ${tool.label}; it ${names}`;
  if (index.from === "variable")
    return [{ kind: "say", level: "notice", message: `indexes: ${what}; so ${tool.label} does not use the default of the variable` }];
  const table = tool.name === "uv" ? "[[tool.uv.index]]" : "[[tool.poetry.source]]";
  throw new Problem(index.where, what, `Correct the name, or add a \`${table}\` with it to pyproject.toml`);
}

function toolVariables(tool: Tool, index: Index, n: number, context: Context, netrc: Netrc): readonly Variable[] {
  const all = matching(tool, index, context.project);
  const [named] = all;
  const isDefault = index.name === context.defaultIndex;
  const knowsNames = tool.indexes(context.project) !== undefined;
  const chosen = context.tool === undefined || isDefault || (knowsNames ? named !== undefined : context.tool === tool);
  if (!chosen || (!knowsNames && netrc.without.has(index))) return [];
  for (const one of all) refuseOtherPlace(index, one);
  const { name, url, user, password } = index;
  const id = `${context.prefix}_I_${letters(n)}`;
  return tool.indexVariables({ name, url, isDefault, id, ...defined({ user, password, named }) });
}

/**
 * Poetry and uv send the credential of a name to the URL that the project's
 * file gives that name: a changed file must not draw it to another host.
 */
function refuseOtherPlace(index: Index, named: NamedIndex): void {
  if (index.user === undefined) return;
  const { scope } = readCredentialUrl({ file: named.file }, named.url.replace(/[?#].*$/, ""), "https://HOST/simple");
  const same = scope.protocol === index.scope.protocol && scope.host === index.scope.host && scope.port === index.scope.port;
  if (same && pathWithin(scope.path, index.scope.path)) return;
  throw new Problem(
    index.where,
    `the credential of the index ${index.name} is for ${index.url}, but ${named.file} gives that name another URL, on ${scope.host}/${scope.path}`,
    "Make the two the same; the credential is sent nowhere else",
  );
}

/** pip takes the highest version of any index: a public package of a private name would win. */
function extraIndexWarning(variables: readonly Variable[]): readonly Step[] {
  if (!variables.some(({ name }) => name === "PIP_EXTRA_INDEX_URL")) return [];
  return [
    {
      kind: "say",
      level: "warning",
      message:
        "pip takes the highest version that any index has, so a public package with the name of a private one would be installed in its place (dependency confusion). If the private index also serves the public packages, set `default-index`; otherwise pin the private packages with hashes",
    },
  ];
}

/** Which index's credential a host gets in the netrc file, and the indexes that must do without. */
interface Netrc {
  readonly hosts: ReadonlyMap<string, Index>;
  readonly without: ReadonlySet<Index>;
}

/**
 * A netrc file knows hosts, no ports or paths. Of two credentials for one host
 * the default index's is taken; without one, none, as each would be sent to
 * the other's path: Poetry and uv have variables by name, pip has no other way.
 */
function chooseForNetrc(indexes: readonly Index[], { tool, defaultIndex }: Context): Netrc {
  const hosts = new Map<string, Index>();
  const without = new Set<Index>();
  for (const host of new Set(indexes.filter(({ user }) => user !== undefined).map(({ scope }) => scope.host))) {
    const there = indexes.filter((index) => index.scope.host === host && index.user !== undefined);
    const [first, ...others] = there;
    const other = others.find((index) => first !== undefined && !sameCredential(first, index));
    const chosen = other === undefined ? first : there.find(({ name }) => name === defaultIndex);
    if (chosen === undefined && other !== undefined && tool?.name === "pip") throw indistinguishable(first ?? other, other);
    if (chosen !== undefined) hosts.set(host, chosen);
    for (const index of there) if (chosen === undefined || !sameCredential(chosen, index)) without.add(index);
  }
  return { hosts, without };
}

function sameCredential(a: Index, b: Index): boolean {
  return equal(a.user ?? "", b.user ?? "") && equal(a.password ?? "", b.password ?? "");
}

function indistinguishable(first: Index, second: Index): Problem {
  return new Problem(
    second.where,
    `the indexes ${first.name} and ${second.name} are both on ${second.scope.host} with different credentials, which pip cannot tell apart`,
    "Use one credential that reads both, or set `default-index` to the one that pip needs",
  );
}

/** A netrc file (Python's `netrc` module) of our own: the one channel that reaches every installer. */
function planNetrc({ hosts }: Netrc, { facts }: Context): Pick<IndexPlan, "files" | "variables"> {
  if (hosts.size === 0) return { files: [], variables: [] };
  const path = join(accessFolder(facts), "netrc");
  const entries = [...hosts.values()].map(
    ({ scope, user = "", password = "" }) => text`machine ${scope.host} login ${netrcToken(user)} password ${netrcToken(password)}\n`,
  );
  const carry = facts.netrc === undefined ? {} : { carry: { netrc: facts.netrc, without: [...hosts.keys()] } };
  return { files: [{ kind: "file", path, content: entries.flat(), ...carry }], variables: [{ name: "NETRC", value: text`${path}` }] };
}

function netrcToken(value: Value): Encoded {
  return { value, as: "netrc" };
}
