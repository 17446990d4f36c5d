/** `npm run bench`: what the action costs, as ratios to what no action can go below. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accounts, git, index, startJobWithUv, startWorld } from "../__tests__/e2e/fixture.ts";
import { type Measured, measure, paired, printTable } from "./measure.ts";

const root = join(import.meta.dirname, "..");
const NODE = process.execPath;
const RUNS = 41;
const setup = join(root, "dist", "setup", "index.js");
const post = join(root, "dist", "post", "index.js");

await using world = await startWorld();
await using job = await startJobWithUv({ world, project: "uv" });
const inputs = {
  INPUT_TOKEN: accounts.acme.password,
  "INPUT_GIT-CREDENTIALS": git(accounts.vendor),
  INPUT_INDEXES: index("internal", accounts.index),
};
const variables = JSON.parse((await job.run([NODE, "-p", "JSON.stringify(process.env)"])).stdout) as Record<string, string>;
const files = join(job.home, "files");
const env = {
  ...variables,
  ...Object.fromEntries(["ENV", "PATH", "OUTPUT", "STATE"].map((name) => [`GITHUB_${name}`, join(files, name)])),
};
const here = { env, cwd: job.workspace, empty: [job.temp, files] };
const bare: Measured = { ...here, argv: [NODE, "-e", "0"] };

/** A run that sets up credentials and nothing else, beside no project and beside one whose lockfile it reads. */
async function credentials(): Promise<void> {
  await using empty = await startJobWithUv({ world });
  const alone = { ...here, env: { ...env, ...inputs, INPUT_TOOL: "none" }, argv: [NODE, setup] };
  const commands = {
    bare,
    credentials: { ...alone, cwd: empty.workspace, env: { ...alone.env, GITHUB_WORKSPACE: empty.workspace } },
    beside: alone,
    post: { ...here, argv: [NODE, post] },
  };
  const runs = measure(commands, RUNS);
  const row = (name: Exclude<keyof typeof commands, "bare">): { cpu: number; wall: number } => ({
    cpu: paired(runs, (at) => at(name).cpu / at("bare").cpu),
    wall: paired(runs, (at) => at(name).wall / at("bare").wall),
  });
  printTable(`Without an install, as a ratio to \`node -e 0\` (${RUNS} runs each, in turn, median)`, [
    { what: "main: two Git hosts, one index", ...row("credentials"), bound: 1.5 },
    { what: "the same beside a project with a lockfile to read", ...row("beside") },
    { what: "post with nothing to undo", ...row("post") },
  ]);
}

async function aroundUv(): Promise<void> {
  const warm = await job.uses({ token: accounts.acme.password, indexes: index("internal", accounts.index) });
  if (warm.code !== 0) throw new Error(warm.log);
  const script = `'${NODE}' '${setup}' && STATE_folder=$(ls -d "$RUNNER_TEMP"/setup-private-python-*) exec '${NODE}' '${post}'`;
  const uv = (await job.run("command -v uv")).stdout.trim();
  const runs = measure(
    {
      bare,
      around: { ...here, env: { ...env, ...inputs, "INPUT_GIT-CREDENTIALS": "" }, argv: ["/bin/sh", "-c", script] },
      sync: { ...here, argv: [uv, "sync", "--locked"] },
    },
    RUNS,
  );
  const ratio = (key: "cpu" | "wall"): number => paired(runs, (at) => (at("around")[key] - at("sync")[key]) / at("bare")[key]);
  printTable("Main and post around `uv sync`, everything there, less the bare `uv sync`, as a ratio to `node -e 0`", [
    { what: "main and post", cpu: ratio("cpu"), wall: ratio("wall"), bound: 6 },
  ]);
}

function lookUps(): void {
  const folder = join(job.home, "look-ups");
  mkdirSync(folder);
  const answer = join(folder, "answer");
  writeFileSync(answer, "username=x\npassword=y\n");
  writeFileSync(join(folder, "store"), "https://x:y@git.acme.test\n", { mode: 0o600 });
  writeFileSync(
    join(folder, "helper.mjs"),
    `import { readFileSync, writeSync } from "node:fs";\nif (process.argv[2] === "get") writeSync(1, readFileSync(${JSON.stringify(answer)}));\n`,
  );
  const ask = (helper: string): Measured => ({
    ...here,
    empty: [],
    argv: [
      "/bin/sh",
      "-c",
      `printf 'protocol=https\\nhost=git.acme.test\\n\\n' | git -c credential.helper= -c "credential.helper=$HELPER" credential fill`,
    ],
    env: { ...env, HELPER: helper },
  });
  const runs = measure(
    {
      store: ask(`store --file=${join(folder, "store")}`),
      ours: ask(`!f() { if test "$1" = get; then cat '${answer}'; fi; }; f`),
      node: ask(`!'${NODE}' '${join(folder, "helper.mjs")}'`),
    },
    RUNS,
  );
  const ratio = (name: "ours" | "node", key: "cpu" | "wall"): number => paired(runs, (at) => at(name)[key] / at("store")[key]);
  printTable("One credential look-up, as a ratio to Git's own `store` helper", [
    { what: "the get-only helper of the action", cpu: ratio("ours", "cpu"), wall: ratio("ours", "wall"), bound: 1.5 },
    { what: "a helper in Node, for comparison", cpu: ratio("node", "cpu"), wall: ratio("node", "wall") },
  ]);
}

await credentials();
await aroundUv();
lookUps();
