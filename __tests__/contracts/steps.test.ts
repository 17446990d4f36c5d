import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import type { Step } from "../../src/core/plan.ts";
import { Secret, text } from "../../src/core/secret.ts";
import { handlers, show } from "../../src/runner/apply.ts";
import { openJournal, readJournal } from "../../src/runner/journal.ts";
import type { Context } from "../../src/runner/steps/step.ts";
import { undoAll } from "../../src/runner/undo.ts";
import { takeSnapshot } from "../world/snapshot.ts";

const VALUE = "hidden-Value-0123456789";
const secret = new Secret("token", VALUE);

/** One step of each kind that writes below the private folder. */
function stepsIn(folder: string): readonly Step[] {
  return [
    { kind: "folder", path: `${folder}/made` },
    { kind: "file", path: `${folder}/made/file`, content: text`password=${secret}` },
    { kind: "file", path: `${folder}/netrc`, content: text`machine a login b password ${{ value: secret, as: "netrc" }}\n` },
    { kind: "link", path: `${folder}/link`, target: process.execPath },
    { kind: "folder", path: `${folder}/deep/er` },
    { kind: "variable", name: "A", value: text`${secret}`, reach: "step" },
    { kind: "path", folder: `${folder}/made` },
    {
      kind: "command",
      title: "write",
      commands: [
        {
          argv: [
            process.execPath,
            "-e",
            "fs.mkdirSync('by-a-tool/inner',{recursive:true});fs.writeFileSync('by-a-tool/inner/x','');fs.chmodSync('by-a-tool/inner',0o500)",
          ],
          folder,
        },
      ],
    },
  ];
}

interface Room {
  readonly temp: string;
  readonly folder: string;
  readonly context: Context;
}

function inRoom<T>(body: (room: Room) => Promise<T>): Promise<T> {
  const temp = mkdtempSync(join(tmpdir(), "steps-"));
  writeFileSync(join(temp, "not-ours"), "stays");
  const folder = join(temp, "setup-private-python-0123456789abcdef");
  const context: Context = { journal: openJournal(folder, undefined), environment: {}, runnerFiles: {}, windows: false };
  return body({ temp, folder, context }).finally(() => rmSync(temp, { recursive: true, force: true }));
}

async function applyQuietly(step: Step, context: Context): Promise<void> {
  await (handlers[step.kind] as { apply(step: Step, context: Context): void | Promise<void> }).apply(step, context);
}

describe("every kind of step", () => {
  it("has a handler, and nothing else has one", () => {
    assert.deepEqual(Object.keys(handlers).sort(), ["command", "file", "folder", "link", "mask", "output", "path", "say", "variable"]);
  });

  it("law: whatever steps were applied, in whatever order, undo restores what was there", async () => {
    const order = fc.shuffledSubarray([...stepsIn("").keys()]);
    await fc.assert(
      fc.asyncProperty(order, (chosen) =>
        inRoom(async ({ temp, folder, context }) => {
          for (const n of chosen) {
            const step = stepsIn(folder)[n];
            if (step === undefined) continue;
            await applyQuietly(step, context).catch(() => undefined);
          }
          assert.deepEqual(undoAll(folder, temp).left, []);
          assert.deepEqual([...(await takeSnapshot({ temp })).keys()].sort(), ["temp/not-ours"]);
        }),
      ),
      { numRuns: 25 },
    );
  });

  it("law: neither plan, journal nor what is shown holds the secret", async () => {
    await inRoom(async ({ folder, context }) => {
      const steps: readonly Step[] = [{ kind: "mask", secret }, ...stepsIn(folder)];
      for (const step of steps.filter(({ kind }) => kind === "file" || kind === "folder")) await applyQuietly(step, context);
      for (const shown of [show({ steps }), JSON.stringify(steps), inspect(steps, { depth: 9 }), JSON.stringify(readJournal(folder))]) {
        assert.ok(!shown.includes(VALUE), shown);
      }
    });
  });
});

describe("the journal", () => {
  it("is written before the effect: a step that fails midway is undone as well", async () => {
    await inRoom(async ({ folder, context }) => {
      const path = `${folder}/missing/file`;
      await assert.rejects(async () => applyQuietly({ kind: "file", path, content: ["x"] }, context));
      assert.deepEqual(readJournal(folder), [{ kind: "file", path }]);
    });
  });

  it("undo goes on after what it cannot remove, and says so", async () => {
    await inRoom(async ({ temp, folder }) => {
      const foreign = join(temp, "elsewhere");
      mkdirSync(foreign);
      assert.deepEqual(undoAll(foreign, temp), { removed: 0, left: [`${foreign}: not a folder of this action`] });
      assert.deepEqual(undoAll(folder, temp), { removed: 1, left: [] });
      assert.deepEqual(readdirSync(temp).sort(), ["elsewhere", "not-ours"]);
    });
  });
});
