import assert from "node:assert/strict";
import { test } from "node:test";
import { readInputs } from "../../src/setup/inputs.ts";
import { type IndexPlan, planIndexes } from "../../src/setup/plan-indexes.ts";
import { readSettings } from "../../src/setup/settings.ts";
import { tools } from "../../src/tools/all.ts";
import { brief, facts, job, plainly, projectOf, settings } from "./given.ts";

interface Case {
  readonly indexes: string;
  readonly tool?: "pip" | "poetry" | "uv";
  readonly default?: string;
  readonly files?: Record<string, string>;
  readonly facts?: Parameters<typeof facts>[0];
  readonly fromVariable?: boolean;
}

function plan(given: Case): IndexPlan {
  const read = given.fromVariable
    ? readSettings(readInputs({ SETUP_PRIVATE_PYTHON_INDEXES: given.indexes }), job())
    : settings({ indexes: given.indexes, ...(given.default === undefined ? {} : { "default-index": given.default }) });
  return planIndexes(read.indexes, {
    project: projectOf(given.files ?? {}),
    tool: tools.find(({ name }) => name === given.tool),
    defaultIndex: read.defaultIndex,
    facts: facts(given.facts),
    prefix: "SPP",
  });
}

const CORP = "corp=https://ci:s3cret@pypi.acme.example/simple";
const POETRY = { "pyproject.toml": '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.acme.example/simple/"' };
const UV = { "pyproject.toml": '[[tool.uv.index]]\nname = "corp"\nurl = "https://pypi.acme.example/simple"' };
const ACCESS = "/tmp-of-job/spp-0af/access";
const NETRC = `NETRC=${ACCESS}/netrc`;
const CACHES = [`POETRY_CACHE_DIR=${ACCESS}/cache/poetry_cache_dir`, `PIP_CACHE_DIR=${ACCESS}/cache/pip_cache_dir`];
const FOR_POETRY = [
  "POETRY_REPOSITORIES_SPP_I_A_URL=https://pypi.acme.example/simple/",
  "POETRY_HTTP_BASIC_CORP_USERNAME=ci",
  "POETRY_HTTP_BASIC_CORP_PASSWORD=s3cret",
  "POETRY_HTTP_BASIC_SPP_I_A_USERNAME=ci",
  "POETRY_HTTP_BASIC_SPP_I_A_PASSWORD=s3cret",
];
const FOR_POETRY_UNNAMED = FOR_POETRY.map((one) => one.replace("simple/", "simple"));
const FOR_UV = ["UV_INDEX_CORP_USERNAME=ci", "UV_INDEX_CORP_PASSWORD=s3cret"];
const EXTRA = "PIP_EXTRA_INDEX_URL=https://pypi.acme.example/simple";

const VARIABLES: readonly [name: string, Case, readonly string[]][] = [
  ["none", { indexes: "" }, []],
  ["pip", { indexes: CORP, tool: "pip" }, [EXTRA, NETRC, ...CACHES]],
  ["pip, without a credential", { indexes: "corp=https://pypi.acme.example/simple", tool: "pip" }, [EXTRA]],
  [
    "pip, the default",
    { indexes: CORP, tool: "pip", default: "corp" },
    [
      ...FOR_POETRY_UNNAMED,
      "UV_DEFAULT_INDEX=corp=https://pypi.acme.example/simple",
      ...FOR_UV,
      "PIP_INDEX_URL=https://pypi.acme.example/simple",
      NETRC,
      ...CACHES,
    ],
  ],
  ["Poetry", { indexes: CORP, tool: "poetry", files: POETRY }, [...FOR_POETRY, NETRC, ...CACHES]],
  ["uv", { indexes: CORP, tool: "uv", files: UV }, [...FOR_UV, NETRC, ...CACHES]],
  ["uv, in other letters", { indexes: CORP.replace("corp", "Corp"), tool: "uv", files: UV }, [...FOR_UV, NETRC, ...CACHES]],
  ["no tool: every installer", { indexes: CORP }, [...FOR_POETRY_UNNAMED, ...FOR_UV, EXTRA, NETRC, ...CACHES]],
  [
    "pip in a project that names it for Poetry as well",
    { indexes: CORP, tool: "pip", files: POETRY },
    [...FOR_POETRY, EXTRA, NETRC, ...CACHES],
  ],
  [
    "a cache of the job's own stays",
    { indexes: CORP, tool: "uv", files: UV, facts: { variables: { PIP_CACHE_DIR: "/c", POETRY_CACHE_DIR: "" } } },
    [...FOR_UV, NETRC, CACHES[0] ?? ""],
  ],
];
for (const [name, given, expected] of VARIABLES)
  test(`variables for an index: ${name}`, () => assert.deepEqual(plainly(plan(given).variables), expected));

const EXTRA_WARNING =
  "warning pip takes the highest version that any index has, so a public package with the name of a private one would be installed in its place (dependency confusion). If the private index also serves the public packages, set `default-index`; otherwise pin the private packages with hashes";
const SAYS: readonly [name: string, Case, readonly string[]][] = [
  ["pip with one index more is warned", { indexes: CORP, tool: "pip" }, [EXTRA_WARNING]],
  ["pip with the default is not", { indexes: CORP, tool: "pip", default: "corp" }, []],
  ["Poetry is not", { indexes: CORP, tool: "poetry", files: POETRY }, []],
  [
    "a cache of the job's own is named",
    { indexes: CORP, tool: "pip", default: "corp", facts: { variables: { PIP_CACHE_DIR: "/c", POETRY_CACHE_DIR: "/d" } } },
    [
      "notice PIP_CACHE_DIR of the job is kept. If an index answers `Vary: Authorization`, pip writes the credential into that cache: do not save it",
    ],
  ],
  [
    "a name of the organisation's that the project has not",
    { indexes: CORP, tool: "poetry", fromVariable: true },
    ["notice indexes: the project names no index corp for Poetry; it names no index; so Poetry does not use the default of the variable"],
  ],
];
for (const [name, given, expected] of SAYS) test(name, () => assert.deepEqual(plan(given).says.map(brief), expected));

const BAD: readonly [Case, string][] = [
  [
    { indexes: CORP, tool: "poetry" },
    "indexes, line 1: the project names no index corp for Poetry; it names no index. Correct the name, or add a `[[tool.poetry.source]]` with it to pyproject.toml.",
  ],
  [
    { indexes: CORP, tool: "poetry", default: "corp" },
    "indexes, line 1: the project names no index corp for Poetry; it names no index. Correct the name, or add a `[[tool.poetry.source]]` with it to pyproject.toml.",
  ],
  [
    { indexes: CORP.replace("corp", "x"), tool: "uv", files: UV },
    "indexes, line 1: the project names no index x for uv; it names: corp. Correct the name, or add a `[[tool.uv.index]]` with it to pyproject.toml.",
  ],
  [
    { indexes: "a=https://ci:1@h.example/a\nb=https://ci:2@h.example/b", tool: "pip" },
    "indexes, line 2: the indexes a and b are both on h.example with different credentials, which pip cannot tell apart. Use one credential that reads both, or set `default-index` to the one that pip needs.",
  ],
];
for (const [given, message] of BAD) test(message, () => assert.throws(() => plan(given), { name: "Problem", message }));

test("uv needs no name in the project for the default index", () => {
  assert.deepEqual(
    plainly(plan({ indexes: CORP, tool: "uv", default: "corp" }).variables).filter((one) => one.startsWith("UV_")),
    ["UV_DEFAULT_INDEX=corp=https://pypi.acme.example/simple", ...FOR_UV],
  );
});

const at = (url: string) => ({ "pyproject.toml": `[[tool.poetry.source]]\nname = "corp"\nurl = "${url}"` });
const PLACES: readonly [url: string, allowed: boolean][] = [
  ["https://pypi.acme.example/simple/", true],
  ["https://PYPI.acme.example:443/simple/more", true],
  ["https://pypi.acme.example/simple?x#y", true],
  ["https://pypi.acme.example/simpler/", false],
  ["https://pypi.acme.example/other", false],
  ["https://evil.example/simple", false],
  ["https://pypi.acme.example:8443/simple", false],
  ["http://pypi.acme.example/simple", false],
];
for (const [url, allowed] of PLACES) {
  test(`the project's file says ${url}: ${allowed ? "the credential is for it" : "refused"}`, () => {
    const given: Case = { indexes: CORP, tool: "poetry", files: at(url) };
    if (allowed) assert.doesNotThrow(() => plan(given));
    else
      assert.throws(() => plan(given), {
        name: "Problem",
        where: { input: "indexes", line: 1 },
        what: /^the credential of the index corp is for https:\/\/pypi\.acme\.example\/simple, but pyproject\.toml gives that name another URL, on /,
      });
    assert.doesNotThrow(() => plan({ ...given, indexes: "corp=https://pypi.acme.example/simple" }));
  });
}
test("a second name that uv takes for the same one draws the credential nowhere else", () => {
  const evil = '\n[[tool.uv.index]]\nname = "Corp"\nurl = "https://evil.example/simple"';
  assert.throws(() => plan({ indexes: CORP, tool: "uv", files: { "pyproject.toml": UV["pyproject.toml"] + evil } }), { name: "Problem" });
  assert.throws(() => plan({ indexes: CORP, tool: "uv", files: { ...UV, "uv.toml": evil.replace("tool.uv.", "") } }), { name: "Problem" });
});

const file = (given: Case): readonly string[] => plan(given).files.map(brief);
const line = (host: string, label: string): string => `machine ${host} login ci password <indexes, ${label}>\n`;
const NETRCS: readonly [name: string, Case, readonly string[]][] = [
  ["no credential", { indexes: "a=https://h.example" }, []],
  [
    "two hosts",
    { indexes: "a=https://ci:1@h.example/a\nb=https://ci:2@i.example/b\nc=https://h.example/c" },
    [`file ${ACCESS}/netrc: ${line("h.example", "a")}${line("i.example", "b")}`],
  ],
  [
    "one credential twice",
    { indexes: "a=https://ci:1@h.example/a\nb=https://ci:1@h.example:8443/b", tool: "pip" },
    [`file ${ACCESS}/netrc: ${line("h.example", "a")}`],
  ],
  ["two on a host, without a default: none", { indexes: "a=https://ci:1@h.example/a\nb=https://ci:2@h.example/b" }, []],
  [
    "two on a host: the default's",
    { indexes: "a=https://ci:1@h.example/a\nb=https://ci:2@h.example/b", tool: "pip", default: "b" },
    [`file ${ACCESS}/netrc: ${line("h.example", "b")}`],
  ],
  ["two users on a host", { indexes: "a=https://ci:1@h.example/a\nb=https://cj:1@h.example/b" }, []],
  [
    "a token as user",
    { indexes: "a=https://tok-0123456789@h.example/a" },
    [`file ${ACCESS}/netrc: machine h.example login <indexes, a> password \n`],
  ],
];
for (const [name, given, expected] of NETRCS) test(`netrc: ${name}`, () => assert.deepEqual(file(given), expected));

test("netrc: what is said is quoted where the format needs it", () => {
  const [step] = plan({ indexes: CORP }).files;
  assert.deepEqual(
    step?.kind === "file" ? step.content.filter((part) => typeof part !== "string").map((part) => "as" in part && part.as) : [],
    ["netrc", "netrc"],
  );
});
test("netrc: the user's own entries follow, but those for our hosts", () => {
  const [step] = plan({ indexes: CORP, facts: { netrc: "/home-of-job/.netrc" } }).files;
  assert.deepEqual(step?.kind === "file" && step.carry, { netrc: "/home-of-job/.netrc", without: ["pypi.acme.example"] });
  const [alone] = plan({ indexes: CORP }).files;
  assert.equal(alone?.kind === "file" && "carry" in alone, false);
});
test("pip goes without an index whose credential netrc cannot hold", () => {
  const { variables } = plan({
    indexes: "a=https://ci:1@h.example/a\nb=https://ci:2@h.example/b\nc=https://h.example/c",
    tool: "pip",
    default: "a",
  });
  assert.deepEqual(
    plainly(variables).filter((one) => one.startsWith("PIP_")),
    ["PIP_INDEX_URL=https://h.example/a", "PIP_EXTRA_INDEX_URL=https://h.example/c", CACHES[1]],
  );
});
