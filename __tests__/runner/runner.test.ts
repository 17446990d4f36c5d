import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { Secret, text } from "../../src/core/secret.ts";
import { setEntry } from "../../src/runner/commands.ts";
import { isInside, isPrivateFolder, openJournal, readJournal } from "../../src/runner/journal.ts";
import { findProgram } from "../../src/runner/programs.ts";
import { render } from "../../src/runner/render.ts";
import { surveyMachine, tempFolder } from "../../src/runner/survey.ts";
import { surveyGit } from "../../src/runner/survey-git.ts";
import { surveyProject } from "../../src/runner/survey-project.ts";
import { installedVersion, surveyEnvironment, surveyTools } from "../../src/runner/survey-tools.ts";
import { readEnvFile } from "../world/env-file.ts";

const folder = mkdtempSync(join(tmpdir(), "runner-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, content: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
};

describe("entries of the runner's files", () => {
  for (const value of ["plain", "a=b", "", "two\nlines", "ghadelimiter\nEVIL=1", "ghadelimiter_\nghadelimiter\nghadelimiter__"]) {
    it(`${JSON.stringify(value)} is read back as it is, and nothing else`, () => {
      const file = write("env", "");
      setEntry(file, "NAME", value);
      assert.deepEqual([...readEnvFile(readFileSync(file, "utf8"))], [["NAME", value]]);
    });
  }

  it("without a file nothing is written", () => {
    setEntry(undefined, "NAME", "value");
    setEntry("", "NAME", "value");
  });
});

describe("netrc tokens: bare where that is enough, else quoted", () => {
  const table = [
    ["plain-1.2_3~", "plain-1.2_3~"],
    ["p@ss:w/rd#50%", "p@ss:w/rd#50%"],
    ["#first", '"#first"'],
    ["two words", '"two words"'],
    ['quo"te', '"quo\\"te"'],
    ["back\\slash", '"back\\\\slash"'],
    ["", '""'],
  ] as const;
  for (const [value, token] of table) {
    it(`${value} → ${token}`, () => assert.equal(render(text`${{ value: new Secret("s", value), as: "netrc" }}`), token));
  }
});

describe("what belongs to the action", () => {
  const own = "/temp/setup-private-python-0123456789abcdef";
  const folders = [
    [own, true],
    ["/temp/setup-private-python-0123456789abcde", false],
    ["/temp/deeper/setup-private-python-0123456789abcdef", false],
    ["/temp/../setup-private-python-0123456789abcdef", false],
    ["/temp", false],
  ] as const;
  for (const [path, expected] of folders) it(`${path}: ${expected}`, () => assert.equal(isPrivateFolder(path, "/temp"), expected));

  it("inside means below, after `..` is resolved", () => {
    assert.deepEqual(
      [`${own}/a`, own, `${own}/../b`, `${own}x/a`].map((path) => isInside(path, own)),
      [true, false, false, false],
    );
  });

  it("of a journal only whole lines that name something inside count", () => {
    const place = join(folder, "setup-private-python-0123456789abcdef");
    const state = write("state", "");
    const journal = openJournal(place, state);
    journal.note({ kind: "file", path: join(place, "a") });
    writeFileSync(
      join(place, "journal.jsonl"),
      [
        { kind: "file", path: "/elsewhere" },
        { kind: "file", path: `${place}/../b` },
        { kind: "folder", path: place },
        { kind: "device", path: `${place}/c` },
        { kind: "file" },
        { kind: "folder", path: `${place}/d` },
      ]
        .map((line) => `${JSON.stringify(line)}\n`)
        .concat('{"kind":"file","path":')
        .join(""),
      { flag: "a" },
    );
    assert.deepEqual(readJournal(place), [
      { kind: "file", path: join(place, "a") },
      { kind: "folder", path: `${place}/d` },
    ]);
    assert.deepEqual([...readEnvFile(readFileSync(state, "utf8"))], [["folder", place]]);
    assert.equal(statSync(place).mode & 0o777, 0o700);
    assert.deepEqual(readJournal(join(folder, "nowhere")), []);
  });
});

describe("the survey of the job", () => {
  const event = (head: string | undefined): string =>
    write(
      "event.json",
      JSON.stringify({
        pull_request: { head: { repo: head === undefined ? null : { full_name: head } }, base: { repo: { full_name: "acme/app" } } },
      }),
    );
  const runs = [
    ["a push", { GITHUB_EVENT_NAME: "push" }, undefined],
    ["a pull request of its own", { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: () => event("acme/app") }, undefined],
    ["a pull request from a fork", { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: () => event("mallory/app") }, "fork"],
    ["a pull request from a fork that is gone", { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: () => event(undefined) }, "fork"],
    [
      "a fork's code with the base's secrets",
      { GITHUB_EVENT_NAME: "pull_request_target", GITHUB_EVENT_PATH: () => event("m/app") },
      undefined,
    ],
    [
      "an event without a pull request",
      { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: () => write("event.json", "{}") },
      undefined,
    ],
    ["an event that cannot be read", { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: "/nowhere" }, undefined],
    ["Dependabot", { GITHUB_EVENT_NAME: "push", GITHUB_ACTOR: "dependabot[bot]" }, "dependabot"],
    ["Dependabot's pull request", { GITHUB_EVENT_NAME: "pull_request", GITHUB_ACTOR: "dependabot[bot]" }, "dependabot"],
    ["Dependabot, with the base's secrets", { GITHUB_EVENT_NAME: "pull_request_target", GITHUB_ACTOR: "dependabot[bot]" }, undefined],
  ] as const;
  for (const [name, given, expected] of runs) {
    it(`${name}: ${expected ?? "has its secrets"}`, () => {
      const path = "GITHUB_EVENT_PATH" in given ? given.GITHUB_EVENT_PATH : undefined;
      const variables = { ...given, GITHUB_EVENT_PATH: typeof path === "function" ? path() : path, RUNNER_TEMP: folder };
      assert.equal(surveyMachine(variables).withoutSecrets, expected);
    });
  }

  it("finds the netrc file that programs read: NETRC's, else the one in HOME", () => {
    const inHome = write("home/.netrc", "");
    const set = write("other", "");
    const HOME = join(folder, "home");
    assert.equal(surveyMachine({ HOME, RUNNER_TEMP: folder }).netrc, inHome);
    assert.equal(surveyMachine({ HOME, RUNNER_TEMP: folder, NETRC: set }).netrc, set);
    assert.equal(surveyMachine({ HOME: folder, RUNNER_TEMP: folder }).netrc, undefined);
  });

  it("a folder of RUNNER_TEMP that is not there is a problem; none said is the system's", () => {
    const missing = join(folder, "no-temp");
    assert.throws(() => surveyMachine({ RUNNER_TEMP: missing, TMPDIR: folder }), {
      name: "Problem",
      what: `the folder ${missing} of RUNNER_TEMP does not exist`,
    });
    assert.deepEqual(
      [tempFolder({ RUNNER_TEMP: "", TMPDIR: folder }), tempFolder({ TEMP: folder }), tempFolder({})],
      [folder, folder, "/tmp"],
    );
  });

  it("names a folder that no other run has", () => {
    const names = new Set(Array.from({ length: 50 }, () => surveyMachine({ RUNNER_TEMP: folder }).folder));
    assert.equal(names.size, 50);
    for (const name of names) assert.ok(isPrivateFolder(name, folder));
  });
});

describe("the survey of programs and environments", () => {
  it("finds the first program on PATH that may be run", () => {
    write("a/tool", "");
    chmodSync(write("b/tool", "#!/bin/sh\n"), 0o755);
    mkdirSync(join(folder, "c", "tool"), { recursive: true });
    const PATH = ["c", "a", "", "b"].map((name) => (name === "" ? "" : join(folder, name))).join(":");
    assert.equal(findProgram("tool", { PATH }), join(folder, "b/tool"));
    assert.equal(findProgram("tool", {}), undefined);
  });

  it("knows this machine's Git, by its files or by asking it", () => {
    assert.match(surveyGit(process.env).version ?? "", /^2\.\d+/);
    chmodSync(write("fake/bin/git", "#!/bin/sh\necho git version 2.30.9.windows.1\n"), 0o755);
    assert.deepEqual(surveyGit({ PATH: join(folder, "fake/bin") }), { version: "2.30.9" });
    write("fake/libexec/git-core/git-checkout--worker", "");
    assert.deepEqual(surveyGit({ PATH: join(folder, "fake/bin") }), { version: "2.32" });
    assert.deepEqual(surveyGit({ PATH: "" }), {});
  });

  it("reads an environment's Python from pyvenv.cfg, whoever wrote it", () => {
    write("v/pyvenv.cfg", "home = /x\nversion = 3.13.1\n");
    write("v/bin/python", "");
    write("u/pyvenv.cfg", "version_info = 3.12.4.final.0\n");
    mkdirSync(join(folder, "plain"), { recursive: true });
    assert.deepEqual(surveyEnvironment(join(folder, "v")), {
      folder: join(folder, "v"),
      isEnvironment: true,
      works: true,
      version: "3.13.1",
    });
    assert.deepEqual(surveyEnvironment(join(folder, "u")), {
      folder: join(folder, "u"),
      isEnvironment: true,
      works: false,
      version: "3.12.4",
    });
    assert.deepEqual(surveyEnvironment(join(folder, "plain")), { folder: join(folder, "plain"), isEnvironment: false, works: false });
    assert.equal(surveyEnvironment(join(folder, "none")), undefined);
  });

  it("reads a tool's version from the name of its metadata folder", () => {
    write("t/lib/python3.13/site-packages/poetry-2.5.1.dist-info/METADATA", "");
    write("t/lib/python3.13/site-packages/poetry_core-2.1.0.dist-info/METADATA", "");
    write("t/lib/python3.13/site-packages/pip_audit-2.9.0.dist-info/METADATA", "");
    write("w/Lib/site-packages/uv-0.9.1.dist-info/METADATA", "");
    assert.deepEqual(
      [
        installedVersion(join(folder, "t"), "poetry"),
        installedVersion(join(folder, "w"), "uv"),
        installedVersion(join(folder, "t"), "pip"),
      ],
      ["2.5.1", "0.9.1", undefined],
    );
  });

  it("knows the interpreter that setup-python has set, by its folder", () => {
    const unix = write("py/bin/python", "");
    const windows = write("pw/python.exe", "");
    const set = (pythonLocation?: string) => surveyTools({ PATH: "", pythonLocation }, undefined, undefined);
    assert.deepEqual(
      [set(join(folder, "py")), set(join(folder, "pw")), set(join(folder, "none")), set(""), set()],
      [{ shell: "sh", setInterpreter: unix }, { shell: "sh", setInterpreter: windows }, { shell: "sh" }, { shell: "sh" }, { shell: "sh" }],
    );
  });

  it("reads the project's files that count, without a byte order mark", () => {
    write("p/pyproject.toml", "\ufeffa = 1");
    write("p/other", "x");
    mkdirSync(join(folder, "p", "uv.lock"));
    const { names, files } = surveyProject(folder, "p", (name) => name !== "other");
    assert.deepEqual([[...names].sort(), [...files]], [["other", "pyproject.toml", "uv.lock"], [["pyproject.toml", "a = 1"]]]);
  });
});
