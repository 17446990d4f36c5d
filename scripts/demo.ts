/**
 * Runs the committed action as the runner does: on sample projects in a private
 * world on loopback, or with `--project FOLDER [--run COMMAND]` on a project of
 * yours, with the INPUT_* variables that you set.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Job, type Snapshot, type StepResult, startJob } from "../__tests__/world/runner.ts";
import { accounts, startWorld } from "../__tests__/world/world.ts";

const bold = (text: string): string => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text);
const say = (text: string): void => writeFileSync(1, `${text}\n`);

/** Prints a step as the page of a job does: masked, without the lines that are for the runner. */
function printStep(title: string, result: StepResult, masks: Set<string>): void {
  for (const mask of result.masks) masks.add(mask);
  const longestFirst = [...masks].sort((a, b) => b.length - a.length);
  const shown = result.log
    .split("\n")
    .filter((line) => !/^::(?:stop-commands::|endgroup::|[0-9a-f-]{36}::)/.test(line) && line !== "")
    .map((line) =>
      line
        .replace(/^::group::/, "▾ ")
        .replace(/^::(error|warning|notice)[^:]*::/, (_all, level: string) => `${level[0]?.toUpperCase()}${level.slice(1)}: `),
    )
    .map((line) => longestFirst.reduce((text, mask) => text.replaceAll(mask, "***"), line));
  say(`${bold(`● ${title}`)}  ${result.code === 0 ? "✓" : `✗ exit code ${result.code}`}`);
  for (const line of shown) say(`    ${line}`);
}

async function gitConfiguration(job: Job): Promise<string> {
  return (await job.run("git config --list --show-origin || true", { GIT_CONFIG_COUNT: "0" })).stdout;
}

/** What is in HOME and RUNNER_TEMP after the job that was not there before, apart from the installers' caches. */
function left(before: Snapshot, after: Snapshot): readonly string[] {
  return [...after]
    .filter(([path, entry]) => !/^home\/\.(?:cache|rustup)(?:\/|$)/.test(path) && before.get(path) !== entry)
    .map(([path]) => path);
}

async function runJob(job: Job, inputs: Readonly<Record<string, string>>, command: string | undefined): Promise<boolean> {
  const masks = new Set<string>();
  const before = { files: await job.snapshot(), git: await gitConfiguration(job) };
  const steps = [await job.uses(inputs)];
  printStep("uses: setup-private-python", steps[0] as StepResult, masks);
  if (command !== undefined && steps[0]?.code === 0) {
    const later = await job.run(command);
    steps.push(later);
    printStep(`run: ${command}`, later, masks);
  }
  for (const post of await job.post()) {
    steps.push(post);
    printStep("Post setup-private-python", post, masks);
  }
  const remaining = left(before.files, await job.snapshot());
  const same = before.git === (await gitConfiguration(job));
  const secrets = Object.entries(inputs).length > 0 ? [...masks] : [];
  const leaked = steps.some(({ log }) => secrets.some((secret) => log.includes(secret)));
  say(
    `  HOME and RUNNER_TEMP as before: ${remaining.length === 0 ? "yes" : `no: ${remaining.join(", ")}`} · Git configuration as before: ${same ? "yes" : "no"} · secrets in the log before masking: ${leaked ? "yes" : "none"}\n`,
  );
  return steps.every(({ code }) => code === 0) && remaining.length === 0 && same && !leaked;
}

async function privateWorld(): Promise<boolean> {
  await using world = await startWorld();
  say("A private world on loopback: Git at https://git.acme.test, a package index at https://index.acme.test, both behind passwords.\n");
  const { user, password, host } = accounts.index;
  const inputs = { token: accounts.acme.password, indexes: `internal=https://${user}:${password}@${host}/simple/` };
  let good = true;
  for (const project of ["pip", "poetry", "uv"]) {
    say(bold(`━━ ${project}`));
    await using job = await startJob({ world, project });
    // pip knows no names: only a default index keeps it from asking the public one for a private name.
    const own = project === "pip" ? { ...inputs, "default-index": "internal" } : inputs;
    good = (await runJob(job, own, "python app.py")) && good;
  }
  for (const seen of ["git.acme.test", "index.acme.test"]) {
    const all = world.requests.filter((request) => request.host === seen);
    say(
      `  ${seen} answered ${all.length} requests, ${all.filter(({ password: sent }) => sent !== undefined).length} of them with the one credential that is for it`,
    );
    good = good && world.credentialsSeenBy(seen).length === 1;
  }
  return good;
}

async function ownProject(folder: string, command: string | undefined): Promise<boolean> {
  const passed = Object.entries(process.env).filter(([name]) =>
    /^(?:https?_proxy|no_proxy|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|PIP_CERT|GIT_SSL_CAINFO|GITHUB_(?:REPOSITORY|SERVER_URL))$/i.test(name),
  );
  const inputs = Object.entries(process.env).flatMap(([name, value = ""]) =>
    name.startsWith("INPUT_") ? [[name.slice(6).toLowerCase(), value] as const] : [],
  );
  const environment = { GITHUB_SERVER_URL: "https://github.com", ...Object.fromEntries(passed.map(([name, value = ""]) => [name, value])) };
  await using job = await startJob({ project: resolve(folder), environment });
  return runJob(job, Object.fromEntries(inputs), command);
}

const { values } = parseArgs({ options: { project: { type: "string" }, run: { type: "string" } } });
const good = values.project === undefined ? await privateWorld() : await ownProject(values.project, values.run);
say(good ? bold("Everything went as it should.") : bold("Something went wrong: see above."));
process.exitCode = good ? 0 : 1;
