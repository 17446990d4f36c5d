import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

const root = join(import.meta.dirname, "..", "..");

function lint(path: string, content: string): { code: number | null; output: string } {
  const file = join(root, path);
  writeFileSync(file, content);
  try {
    const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
    const { status, stdout, stderr } = spawnSync(process.execPath, [biome, "lint", "--colors=off", path], { cwd: root, encoding: "utf8" });
    return { code: status, output: stdout + stderr };
  } finally {
    rmSync(file);
  }
}

/** Room, a line that breaks its rule, and the rule of the lint that must say so. */
const violations: readonly (readonly [room: string, line: string, rule: string])[] = [
  ["core", 'import "../runner/run.ts";', "noRestrictedImports"],
  ["core", 'import "../python/names.ts";', "noRestrictedImports"],
  ["core", 'import "node:fs";', "noRestrictedImports"],
  ["core", 'import "#anything";', "noRestrictedImports"],
  ["core", "export const home = process.env.HOME;", "noRestrictedGlobals"],
  ["python", 'import "../tools/pip.ts";', "noRestrictedImports"],
  ["python", 'import "node:fs";', "noRestrictedImports"],
  ["tools", 'import "./pip.ts";', "noRestrictedImports"],
  ["tools", 'import "../forges/github.ts";', "noRestrictedImports"],
  ["tools", 'import "../setup/inputs.ts";', "noRestrictedImports"],
  ["tools", "export const now = Date.now();", "noRestrictedGlobals"],
  ["forges", 'import "./github.ts";', "noRestrictedImports"],
  ["forges", 'import "../tools/pip.ts";', "noRestrictedImports"],
  ["setup", 'import "../runner/run.ts";', "noRestrictedImports"],
  ["setup", 'import "../core/vault.ts";', "noRestrictedImports"],
  ["setup", 'export const loaded = import("../runner/run.ts");', "noRestrictedImports"],
  ["setup", "console.log(1);", "noRestrictedGlobals"],
  ["setup", 'export const answer = fetch("x");', "noRestrictedGlobals"],
  ["runner", 'import "../setup/inputs.ts";', "noRestrictedImports"],
  ["runner", 'import "../tools/pip.ts";', "noRestrictedImports"],
  ["runner/steps", 'import "../../python/names.ts";', "noRestrictedImports"],
  ["actions", 'import "../core/vault.ts";', "noRestrictedImports"],
];

describe("the import rule: a planted violation fails the lint", () => {
  for (const [room, line, rule] of violations) {
    it(`${room}: ${line}`, () => {
      const { code, output } = lint(`src/${room}/planted-${process.pid}.ts`, `${line}\n`);
      assert.equal(code, 1, output);
      assert.ok(output.includes(rule), output);
    });
  }

  it("and the same file without a violation passes", () => {
    const { code, output } = lint(
      `src/setup/planted-${process.pid}.ts`,
      'import { lines } from "../core/read.ts";\n\nexport const planted = lines;\n',
    );
    assert.equal(code, 0, output);
  });
});
