import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { DEFAULTS } from "../../src/setup/inputs.ts";

const root = join(import.meta.dirname, "..", "..");

interface Described {
  readonly description?: string;
}

const action = parse(readFileSync(join(root, "action.yml"), "utf8")) as Readonly<
  Record<"inputs" | "outputs", Readonly<Record<string, Described | null>>>
>;

/** Every Markdown file that people read, relative to the root. */
const pages: readonly string[] = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Without code: what looks like a link there is none. */
function prose(page: string): string {
  return readFileSync(join(root, page), "utf8")
    .replaceAll(/^```[\s\S]*?^```$/gm, "")
    .replaceAll(/`[^`\n]*`/g, "code");
}

function relativeLinks(page: string): readonly string[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target).filter((target) => !/^[a-z]+:/i.test(target));
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchors(page: string): ReadonlySet<string> {
  const headings = [
    ...readFileSync(join(root, page), "utf8")
      .replaceAll(/^```[\s\S]*?^```$/gm, "")
      .matchAll(/^#+ +(.+)$/gm),
  ];
  return new Set(
    headings.map(([, title = ""]) =>
      title
        .trim()
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

describe("action.yml", () => {
  it("has the inputs that the code reads, and no others", () => {
    assert.deepEqual(Object.keys(action.inputs).sort(), Object.keys(DEFAULTS).sort());
  });

  for (const kind of ["inputs", "outputs"] as const) {
    it(`describes all its ${kind}`, () => {
      const silent = Object.entries(action[kind]).filter(([, one]) => (one?.description ?? "").trim() === "");
      assert.deepEqual(
        silent.map(([name]) => name),
        [],
      );
    });
  }
});

describe("the documents", () => {
  it("the tables of the README are those of action.yml", () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts", "docs.mjs"), "--check"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });

  for (const page of pages) {
    it(`${page}: every relative link leads somewhere`, () => {
      for (const link of relativeLinks(page)) {
        const [path = "", anchor] = link.split("#");
        const target = path === "" ? page : join(dirname(page), path);
        assert.ok(existsSync(join(root, target)), `${link}: no such file`);
        if (anchor !== undefined) assert.ok(anchors(target).has(anchor), `${link}: no such heading`);
      }
    });
  }

  it("every file of the repository that a document names in code is there", () => {
    const rooted = /`((?:src|__tests__|docs|scripts|bench)\/[\w./-]+)`/g;
    for (const page of pages) {
      for (const [, path = ""] of readFileSync(join(root, page), "utf8").matchAll(rooted)) {
        assert.ok(path.includes("NAME") || existsSync(join(root, path)), `${page} names ${path}`);
      }
    }
  });
});

describe("the files of the repository", () => {
  it("spell no path of a machine of ours, apart from dist/", () => {
    const machine = new RegExp(`(?<![\\w.~*-])/(?:${["root", "work", "farm"].join("|")})/`);
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
    const files = listed.split("\0").filter((name) => name !== "" && !name.startsWith("dist/"));
    assert.ok(files.includes("action.yml"));
    for (const name of files) {
      const path = join(root, name);
      if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
      const line = readFileSync(path, "utf8")
        .split("\n")
        .findIndex((one) => machine.test(one));
      assert.equal(line, -1, `${name}, line ${line + 1}`);
    }
  });
});
