// Builds dist/ from src/: tsc to ECMAScript modules, then one bundle an entry point, as CommonJS:
// Node loads that a little faster, and the chunks that only some runs need much faster.
// Only this checkout's own ncc gives the same bytes everywhere.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tool = (name) => join(root, "node_modules", name);
const run = (...argv) => execFileSync(process.execPath, argv, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

rmSync(join(root, "build"), { recursive: true, force: true });
run(tool("typescript/bin/tsc"), "-p", "tsconfig.build.json");
// Without a type, the bundler takes modules and gives CommonJS.
writeFileSync(join(root, "build", "package.json"), "{}\n");
for (const entry of ["setup", "post"]) {
  rmSync(join(root, "dist", entry), { recursive: true, force: true });
  run(
    tool("@vercel/ncc/dist/ncc/cli.js"),
    "build",
    `build/actions/${entry}.js`,
    "--out",
    `dist/${entry}`,
    "--no-cache",
    "--quiet",
    "--license",
    "licenses.txt",
  );
  writeFileSync(join(root, "dist", entry, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
}
