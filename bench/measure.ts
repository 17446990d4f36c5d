import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A whole process to measure. */
export interface Measured {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Folders emptied before each run, outside the measured time. */
  readonly empty?: readonly string[];
}

interface Run {
  /** Seconds of processor time, of the process and its children. */
  readonly cpu: number;
  readonly wall: number;
}

export type Runs<Name extends string> = Readonly<Record<Name, readonly Run[]>>;

/** Runs the commands in turn, so that a change of the machine's speed meets all of them. */
export function measure<Name extends string>(commands: Readonly<Record<Name, Measured>>, runs: number): Runs<Name> {
  const input = JSON.stringify({ commands, runs, warmup: 2 });
  const { stdout, stderr, status } = spawnSync("python3", [join(import.meta.dirname, "measure.py")], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Runs<Name>;
}

/** The median of a figure, run by run. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** The median of a figure computed from the runs of one turn. */
export function paired<Name extends string>(runs: Runs<Name>, figure: (at: (name: Name) => Run) => number): number {
  const turns = Math.min(...Object.values<readonly Run[]>(runs).map((all) => all.length));
  return median(Array.from({ length: turns }, (_, turn) => figure((name) => runs[name][turn] ?? { cpu: Number.NaN, wall: Number.NaN })));
}

export interface Row {
  readonly what: string;
  readonly cpu: number;
  readonly wall: number;
  /** The most that the processor-time ratio should be. */
  readonly bound?: number;
}

export function printTable(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`\n${title}\n${"".padEnd(width)}  processor   wall   bound`);
  for (const { what, cpu, wall, bound } of rows) {
    const verdict = bound === undefined ? "" : `${bound.toFixed(1).padStart(7)}  ${cpu <= bound ? "kept" : "MISSED"}`;
    console.log(`${what.padEnd(width)}  ${cpu.toFixed(2).padStart(9)}  ${wall.toFixed(2).padStart(5)}${verdict}`);
  }
}
