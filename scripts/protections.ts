/**
 * `npm run protections`: takes each protection out of the sources, one at a
 * time, in a copy of the repository, and expects the test that holds it to fail.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Protection {
  readonly name: string;
  readonly file: string;
  /** What is there, and what stands there without the protection. */
  readonly from: string;
  readonly to: string;
  readonly test: string;
  /** Which tests of that file; all, if not given. */
  readonly only?: string;
}

const protections: readonly Protection[] = [
  {
    name: "1 a secret in a plan prints as its label",
    file: "src/core/secret.ts",
    from: "return this.toString();\n  }\n\n  [Symbol",
    to: "return reveal(this);\n  }\n\n  [Symbol",
    test: "__tests__/contracts/steps.test.ts",
    only: "law: neither",
  },
  {
    name: "1 no token inside the URL that Git is given",
    file: "src/setup/git-config.ts",
    from: '"url",\n        to,',
    to: '"url",\n        to.replace("://", "://x:ghp_acmePackagesToken0123456789@"),',
    test: "__tests__/e2e/secrets.test.ts",
    only: "no argument",
  },
  {
    name: "1 masks come first",
    file: "src/setup/plan-access.ts",
    from: "...masks([...settings.gitCredentials, ...settings.indexes]),",
    to: "",
    test: "__tests__/e2e/secrets.test.ts",
    only: "masked",
  },
  {
    name: "1 the inputs are not passed to the tools",
    file: "src/runner/programs.ts",
    from: "!/^(?:INPUT|STATE|SETUP_PRIVATE_PYTHON)_/i.test(name)",
    to: "name !== ''",
    test: "__tests__/e2e/secrets.test.ts",
    only: "stays in the action",
  },
  {
    name: "1 a tool's output holds no workflow command",
    file: "src/runner/commands.ts",
    from: "say(`::stop-commands::${token}`);",
    to: "",
    test: "__tests__/e2e/secrets.test.ts",
    only: "stays in the action",
  },
  {
    name: "1 files are for their owner alone",
    file: "src/runner/steps/file.ts",
    from: "mode: 0o600",
    to: "mode: 0o644",
    test: "__tests__/e2e/secrets.test.ts",
    only: "only their owner",
  },
  {
    name: "2 the caches that keep the header leave HOME",
    file: "src/setup/plan-indexes.ts",
    from: "variables: [...variables, ...file.variables, ...caches.variables]",
    to: "variables: [...variables, ...file.variables]",
    test: "__tests__/e2e/secrets.test.ts",
    only: "in no URL",
  },
  {
    name: "2 the journal is written before the effect",
    file: "src/runner/steps/file.ts",
    from: 'journal.note({ kind: "file", path });',
    to: "",
    test: "__tests__/contracts/steps.test.ts",
    only: "written before",
  },
  {
    name: "2 post finds the folder of a main that was killed",
    file: "src/runner/journal.ts",
    from: "  setEntry(stateFile, STATE, folder);\n  fs.mkdirSync(folder, { mode: 0o700 });",
    to: "  fs.mkdirSync(folder, { mode: 0o700 });",
    test: "__tests__/e2e/undo.test.ts",
    only: "killed",
  },
  {
    name: "2 post removes no folder but its own",
    file: "src/runner/undo.ts",
    from: "if (!isPrivateFolder(folder, temp))",
    to: "if (folder === temp)",
    test: "__tests__/e2e/undo.test.ts",
    only: "removes no folder",
  },
  {
    name: "2 an entry outside the private folder is not followed",
    file: "src/runner/journal.ts",
    from: "&& isInside(path, folder) ?",
    to: "?",
    test: "__tests__/e2e/undo.test.ts",
    only: "follows no entry",
  },
  {
    name: "2 persist-credentials: false removes the files",
    file: "src/actions/carry-out.ts",
    from: "if (!settings.persistCredentials)",
    to: "if (folder === '')",
    test: "__tests__/e2e/install.test.ts",
    only: "only the install command",
  },
  {
    name: "3 inherited helpers are reset",
    file: "src/setup/git-config.ts",
    from: '["helper =", ',
    to: "[",
    test: "__tests__/e2e/git.test.ts",
    only: "own helper",
  },
  {
    name: "3 the helper answers get alone, for its own scope",
    file: "src/setup/git-config.ts",
    from: 'section("credential", url, [',
    to: 'section("credential", url.replace(/\\.test.*/, ".test"), [',
    test: "__tests__/e2e/git.test.ts",
    only: "not given for",
  },
  {
    name: "3 checkout's header does not override the token",
    file: "src/setup/git-config.ts",
    from: 'section("http", url, ["extraheader ="])',
    to: '""',
    test: "__tests__/e2e/git.test.ts",
    only: "checkout leaves",
  },
  {
    name: "3 checkout's own repository keeps its header",
    file: "src/setup/git-config.ts",
    from: "if (!own && scope.path",
    to: "if (scope.path",
    test: "__tests__/e2e/git.test.ts",
    only: "checkout leaves",
  },
  {
    name: "3 a name's credential goes to no other host",
    file: "src/setup/plan-indexes.ts",
    from: "for (const one of all) refuseOtherPlace(index, one);",
    to: "",
    test: "__tests__/e2e/indexes.test.ts",
    only: "another host",
  },
  {
    name: "3 two credentials on one host are not mixed in netrc",
    file: "src/setup/plan-indexes.ts",
    from: 'if (chosen === undefined && other !== undefined && tool?.name === "pip")',
    to: "if (host === '')",
    test: "__tests__/e2e/bad-input.test.ts",
    only: "two credentials on one host",
  },
  {
    name: "3 a Poetry source keeps the credential that the job itself has for it",
    file: "src/tools/poetry.ts",
    from: 'if (!variables.some(({ name }) => name.startsWith("POETRY_REPOSITORIES_"))) return [];',
    to: "if (variables.length >= 0) return [];",
    test: "__tests__/e2e/indexes.test.ts",
    only: "own variables",
  },
  {
    name: "4 nothing is changed before the plan is whole",
    file: "src/actions/setup.ts",
    from: "const job = jobOf(facts);",
    to: "const job = jobOf(facts); openJournal(facts.folder, facts.variables.GITHUB_STATE);",
    test: "__tests__/e2e/bad-input.test.ts",
    only: "unknown tool",
  },
  {
    name: "4 two credentials for one scope are refused",
    file: "src/setup/git-credentials.ts",
    from: "refuseTwins(credentials);",
    to: "",
    test: "__tests__/e2e/bad-input.test.ts",
    only: "two credentials for one scope",
  },
  {
    name: "4 no folder but an environment is emptied",
    file: "src/setup/plan-tool.ts",
    from: "refuseToEmpty(folder, facts, toolFacts);",
    to: "",
    test: "__tests__/e2e/install.test.ts",
    only: "never emptied",
  },
  {
    name: "6 what a job writes is not in the HOME it shares",
    file: "src/runner/survey.ts",
    from: "join(tempFolder(variables), `setup-private-python-${randomName()}`)",
    to: "`${variables.HOME}/setup-private-python-0123456789abcdef`",
    test: "__tests__/e2e/undo.test.ts",
    only: "two jobs|each other",
  },
];

const root = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "protections-"));
const ignored = new Set(["node_modules", ".cache", ".git", "build"].map((name) => join(root, name)));
cpSync(root, copy, { recursive: true, filter: (path) => !ignored.has(path) });
for (const name of ["node_modules", ".cache"]) symlinkSync(join(root, name), join(copy, name));

function node(...argv: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: copy, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** Without type check: what is taken out may leave an import behind. */
function build(): void {
  rmSync(join(copy, "build"), { recursive: true, force: true });
  node(
    "node_modules/typescript/bin/tsc",
    "-p",
    "tsconfig.build.json",
    "--noUnusedLocals",
    "false",
    "--noUnusedParameters",
    "false",
    "--noEmitOnError",
    "false",
  );
  for (const entry of ["setup", "post"]) {
    const { status, output } = node(
      "node_modules/@vercel/ncc/dist/ncc/cli.js",
      "build",
      `build/actions/${entry}.js`,
      "--out",
      `dist/${entry}`,
      "--no-cache",
      "--quiet",
    );
    if (status !== 0) throw new Error(output);
  }
}

/** Whether the test fails without the protection. */
function isHeld({ file, from, to, test, only }: Protection): boolean {
  const path = join(copy, file);
  const source = readFileSync(path, "utf8");
  if (!source.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  const imports = to.includes("reveal(")
    ? 'import { reveal } from "./vault.ts";\n'
    : to.includes("openJournal(")
      ? 'import { openJournal } from "../runner/journal.ts";\n'
      : "";
  writeFileSync(path, imports + source.replace(from, () => to));
  try {
    if (test.includes("/e2e/")) build();
    return node("--test", ...(only === undefined ? [] : [`--test-name-pattern=${only}`]), test).status !== 0;
  } finally {
    writeFileSync(path, source);
  }
}

const wanted = process.argv[2] ?? "";
const chosen = protections.filter(({ name }) => name.includes(wanted));
let open = 0;
try {
  for (const protection of chosen) {
    const held = isHeld(protection);
    if (!held) open += 1;
    console.log(`${held ? "held  " : "OPEN  "} ${protection.name}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${chosen.length - open} of ${chosen.length} protections are held by a test`);
process.exitCode = open === 0 ? 0 : 1;
