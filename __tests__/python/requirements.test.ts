import assert from "node:assert/strict";
import { test } from "node:test";
import { gitReference, gitRequirements } from "../../src/python/requirements.ts";

const short = (requirement: string): string | undefined => {
  const found = gitReference(requirement);
  return found && `${found.url.text}${found.ref === undefined ? "" : ` at ${found.ref}`}`;
};

const REFERENCES: readonly [string, string | undefined][] = [
  ["git+https://h.example/o/r.git", "https://h.example/o/r.git"],
  ["pkg @ git+https://h.example/o/r.git@v1.2", "https://h.example/o/r.git at v1.2"],
  ["pkg@git+https://h.example/o/r", "https://h.example/o/r"],
  ["pkg[x] @ git+https://h.example/o/r@feature/x#egg=pkg&subdirectory=a@b", "https://h.example/o/r at feature/x"],
  ["-e git+ssh://git@h.example/o/r.git@main#egg=pkg", "ssh://git@h.example/o/r.git at main"],
  ["--editable=git+ssh://git@h.example:2222/o/r", "ssh://git@h.example:2222/o/r"],
  ["pkg @ GIT+HTTPS://h.example/o/r ; python_version > '3'", "HTTPS://h.example/o/r"],
  ["pkg @ git+https://h.example/o/r;python_version>'3'", "https://h.example/o/r"],
  ["'pkg @ git+https://h.example/o/r'", "https://h.example/o/r"],
  ['"git+https://h.example/o/r"', undefined],
  ["git+https://h.example/o/r@1", "https://h.example/o/r at 1"],
  ["git+https://h.example/o/r@", "https://h.example/o/r"],
  ["git+https://user@h.example/o/r", "https://user@h.example/o/r"],
  ["git+https://h.example", undefined],
  ["git+file:///r", undefined],
  ["notgit+https://h.example/o/r", undefined],
  ["https://h.example/o/r", undefined],
  ["pkg==1.0", undefined],
];
for (const [requirement, expected] of REFERENCES) test(`${requirement} → ${expected}`, () => assert.equal(short(requirement), expected));

test("a requirements file: lines are numbered and joined, comments cut", () => {
  const file = [
    "# git+https://h.example/o/commented",
    "requests==2.0 # git+https://h.example/o/behind",
    "a @ git+https://h.example/o/a@v1 # why",
    "b @ \\",
    "  git+https://h.example/o/b#egg=b \\",
    "  ; python_version > '3'",
    "",
    "git+https://h.example/o/c#egg=c\\",
  ];
  const found = (separator: string): readonly unknown[] =>
    gitRequirements(file.join(separator)).map(({ url, ref, line }) => [url.path, ref, line]);
  const expected = [
    ["o/a", "v1", 3],
    ["o/b", undefined, 4],
    ["o/c", undefined, 8],
  ];
  assert.deepEqual(found("\n"), expected);
  assert.deepEqual(found("\r\n"), expected);
  assert.deepEqual(gitRequirements(""), []);
});

test("a comment is not continued by its backslash, as pip has it", () => {
  assert.equal(gitRequirements("# old \\\ngit+https://h.example/o/r").length, 1);
});
test("a comment on the last line with a backslash names nothing", () => {
  assert.equal(gitRequirements("# git+https://h.example/o/r \\").length, 0);
});
