// Runs a TypeScript file under Node 24, the runtime of the action, whatever Node the machine has;
// installs the packages of the lockfile first where they are missing. Plain JavaScript for old Nodes.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const stamp = join(root, "node_modules", ".installed");
const bin = join(root, "node_modules", ".bin");

function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing the development packages (npm ci) …");
  execFileSync("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: windows,
  });
  writeFileSync(stamp, lock);
}

install();
const node = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");
const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout ?? "";
if (!version.startsWith("v24.")) {
  console.error(
    `Node 24 was expected at node_modules/node, not "${version.trim()}": its install script did not run. Run npm ci without --ignore-scripts.`,
  );
  process.exit(1);
}
const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`, NODE_NO_WARNINGS: "1" };
const result = spawnSync(node, process.argv.slice(2), { cwd: root, stdio: "inherit", env: environment });
process.exit(result.status ?? 1);
