/**
 * `npm test [-- PART …]`: every test, or the parts named (`unit`, `e2e`, or a
 * path). Unit tests first; a failure there makes the rest hard to read.
 */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { fetchUv } from "./world/uv.ts";

fetchUv();
const root = join(import.meta.dirname, "..");
const parts: Readonly<Record<string, readonly string[]>> = {
  unit: ["core", "python", "forges", "tools", "setup", "runner", "laws", "contracts", "plans", "house"].map(
    (room) => `__tests__/${room}/**/*.test.ts`,
  ),
  e2e: ["__tests__/world/*.test.ts", "__tests__/e2e/*.test.ts"],
};

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Node 24.21 now and then aborts in its own async hooks: such a file, killed by SIGABRT, runs once more; a failed test never does. */
function runPart(patterns: readonly string[], isolation: "none" | "process"): Counts {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  const first = runFiles(files, isolation);
  if (first.aborted.length === 0) return first;
  const again = runFiles(first.aborted, isolation);
  return { passed: first.passed + again.passed, failed: first.failed - first.aborted.length + again.failed };
}

function runFiles(files: readonly string[], isolation: "none" | "process"): Counts & { readonly aborted: readonly string[] } {
  const reporters = [
    "--test-reporter=spec",
    "--test-reporter-destination=stderr",
    "--test-reporter=tap",
    "--test-reporter-destination=stdout",
  ];
  const argv = ["--test", "--test-concurrency=2", `--test-isolation=${isolation}`, ...reporters, ...files];
  const { stdout, status } = spawnSync(process.execPath, argv, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 28,
  });
  const count = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(stdout)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  const aborted = stdout.split(/^(?=not ok )/m).flatMap((entry) => {
    const [, file] = /^not ok \d+ - (\S+\.test\.ts)$/m.exec(entry) ?? [];
    return file !== undefined && /^ {2}signal: '?SIGABRT'?$/m.test(entry) ? files.filter((one) => file.endsWith(one)) : [];
  });
  return { passed: count("pass"), failed: status === 0 ? failed : Math.max(failed, 1), aborted };
}

const named = process.argv.slice(2);
const chosen = named.length === 0 ? ["unit", "e2e"] : named;
const results = chosen.map((name) => runPart(parts[name] ?? [name], name === "unit" ? "none" : "process"));
const total = (key: "passed" | "failed"): number => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") === 0 && total("passed") > 0 ? 0 : 1;
