import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", ".cache", "tools");

/** The folder of a uv for the tests, fetched once as a package. */
export function fetchUv(): string {
  const bin = join(folder, "bin");
  if (existsSync(join(bin, "uv"))) return bin;
  const fetched = `${folder}-${process.pid}`;
  const env = { ...process.env, PIP_FIND_LINKS: "" };
  execFileSync("python3", ["-m", "pip", "install", "--quiet", "--target", fetched, "uv"], { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    renameSync(fetched, folder);
  } catch {
    // Another test process was first.
    rmSync(fetched, { recursive: true, force: true });
  }
  return bin;
}
