import { spawn } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, accounts, startWorld } from "../__tests__/world/world.ts";

const root = join(import.meta.dirname, "..");
const projects = join(root, "__tests__", "projects");
const uvVersion = "0.13.8";
const poetryVersion = "2.5.1";

interface Lock {
  readonly project: string;
  readonly file: string;
  readonly command: readonly string[];
}

const locks: readonly Lock[] = [
  { project: "poetry", file: "poetry.lock", command: poetry(poetryVersion) },
  { project: "poetry-ssh", file: "poetry.lock", command: poetry(poetryVersion) },
  { project: "poetry-1.8", file: "poetry.lock", command: poetry("1.8.5") },
  { project: "uv", file: "uv.lock", command: ["lock"] },
  { project: "uv-ssh", file: "uv.lock", command: ["lock"] },
];

/** Makes the lockfiles of the sample projects anew, against the test world. */
async function relock(only: readonly string[]): Promise<void> {
  await using world = await startWorld();
  const folder = await mkdtemp(join(tmpdir(), "relock-"));
  try {
    const { PATH = "" } = process.env;
    const tools = { PATH, HOME: join(folder, "home"), ...world.environment };
    await mkdir(tools.HOME);
    const target = join(folder, "uv");
    await run("python3", ["-m", "pip", "install", "--quiet", "--target", target, `uv==${uvVersion}`], folder, tools);
    const environment = { ...tools, ...indexVariables(), ...(await giveGitAccess(folder, tools.HOME)) };
    for (const { project, file, command } of locks) {
      if (only.length > 0 && !only.includes(project)) continue;
      const copy = join(folder, "projects", project);
      await cp(join(projects, project), copy, { recursive: true, filter: (path) => !path.endsWith(file) });
      await run(join(target, "bin", "uv"), command, copy, environment);
      await cp(join(copy, file), join(projects, project, file));
      console.log(`${project}/${file}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function poetry(version: string): readonly string[] {
  return ["tool", "run", "--quiet", "--from", `poetry==${version}`, "poetry", "lock", "--no-interaction"];
}

/** A helper for each account's scope, and https in place of ssh: Poetry's own client reads only the user's file. */
async function giveGitAccess(folder: string, home: string): Promise<Record<string, string>> {
  const scopes = Object.entries<Account>(accounts).filter(([, { reads }]) => reads[0]?.endsWith("/*"));
  const lines = ['[url "https://git.acme.test/"]', "insteadOf = ssh://git@git.acme.test/", "[credential]", "useHttpPath = true"];
  for (const [name, { host, user, password, reads }] of scopes) {
    const helper = join(folder, `helper-${name}`);
    await writeFile(helper, `#!/bin/sh\n[ "$1" = get ] && printf 'username=${user}\\npassword=${password}\\n'\n`);
    await chmod(helper, 0o700);
    lines.push(`[credential "https://${host}/${reads[0]?.slice(0, -2)}"]`, `helper = ${helper}`);
  }
  await writeFile(join(home, ".gitconfig"), `${lines.join("\n")}\n`);
  return { GIT_TERMINAL_PROMPT: "0" };
}

function indexVariables(): Record<string, string> {
  const { index, indexOther } = accounts;
  return {
    UV_INDEX_INTERNAL_USERNAME: index.user,
    UV_INDEX_INTERNAL_PASSWORD: index.password,
    POETRY_HTTP_BASIC_INTERNAL_USERNAME: index.user,
    POETRY_HTTP_BASIC_INTERNAL_PASSWORD: index.password,
    // Poetry leaves the dot of `corp.idx` in the variable's name, so the same URL gets another name.
    POETRY_REPOSITORIES_CORP_URL: "https://index.other.test/simple/",
    POETRY_HTTP_BASIC_CORP_USERNAME: indexOther.user,
    POETRY_HTTP_BASIC_CORP_PASSWORD: indexOther.password,
  };
}

function run(program: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}.`))));
  });
}

await relock(process.argv.slice(2));
