import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import { forms } from "../../src/core/forms.ts";
import { bestScope, readGitUrl } from "../../src/core/git-url.ts";
import { join } from "../../src/core/path.ts";
import { Problem } from "../../src/core/problem.ts";
import { words } from "../../src/core/read.ts";
import { Secret } from "../../src/core/secret.ts";
import { readCredentialUrl, scopeUrl } from "../../src/core/url.ts";
import { letters, poetryVariablePart, uvVariablePart } from "../../src/python/names.ts";
import { show } from "../../src/runner/apply.ts";
import { plain } from "../../src/runner/render.ts";
import { DEFAULTS, type InputName } from "../../src/setup/inputs.ts";
import { planAccess } from "../../src/setup/plan-access.ts";
import { tools } from "../../src/tools/all.ts";
import { facts, type Given, job, projectOf, settings } from "../setup/given.ts";

/** Marked at both ends, so that no label or host holds it by chance. */
const secrets = fc.string({ unit: "grapheme-ascii", minLength: 2, maxLength: 30 }).map((middle) => `Zq${middle}9X~`);
const owners = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);

/** Which of the secret's forms a text holds. */
const leaks = (text: string, secret: string): readonly string[] => [secret, ...forms(secret, "ci")].filter((form) => text.includes(form));

describe("secrets", () => {
  test("a plan never shows one: as JSON, in the inspector, in the dry run", () => {
    const project = projectOf({ "requirements.txt": "a @ git+https://git.example/acme/a\nb @ git+ssh://git@git.example/acme/b" });
    fc.assert(
      fc.property(secrets, secrets, fc.constantFrom(...tools, undefined), fc.boolean(), (token, password, tool, alone) => {
        const given = {
          "git-credentials": alone ? `https://${encodeURIComponent(token)}@git.example/acme` : `https://ci:${token}@git.example/acme`,
          indexes: `corp=https://ci:${password}@pypi.example/simple`,
          "default-index": "corp",
        };
        const pyproject = '[[tool.poetry.source]]\nname = "corp"\nurl = "https://pypi.example/simple"';
        const known = tool?.name === "poetry" ? projectOf({ "pyproject.toml": pyproject }) : project;
        const read = settings(given);
        const plan = planAccess(read, known, tool, job(), facts(), { version: "2.40.0" });
        for (const text of [
          JSON.stringify(plan),
          inspect(plan, { depth: null, showHidden: true, customInspect: false }),
          inspect(plan, { depth: null }),
          show(plan),
          JSON.stringify(read),
        ]) {
          for (const secret of [token, password]) assert.deepEqual(leaks(text, secret), []);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("each is masked before anything else is done", () => {
    fc.assert(
      fc.property(secrets, secrets, (token, password) => {
        const { steps } = planAccess(
          settings({ token: token.replace(/\s/g, "_"), indexes: `corp=https://ci:${password}@pypi.example` }),
          projectOf({}),
          undefined,
          job(),
          facts(),
          { version: "2.40.0" },
        );
        assert.deepEqual(
          steps.slice(0, 3).map(({ kind }) => kind === "mask"),
          [true, true, false],
        );
      }),
      { numRuns: 30 },
    );
  });

  test("no error of the inputs quotes one, wherever the line is wrong", () => {
    const form = fc.constantFrom<(secret: string) => Given>(
      (s) => ({ "git-credentials": `https://ci:${s}@` }),
      (s) => ({ "git-credentials": `https://ci:${s}@h.example/a?b` }),
      (s) => ({ "git-credentials": `https://ci:${s}@h.example/a\nhttps://ci:${s}@h.example/a` }),
      (s) => ({ "git-credentials": `ci:${s}@h.example` }),
      (s) => ({ "git-credentials": `https://ci:${s}%0A@h example/..` }),
      (s) => ({ token: `a ${s}` }),
      (s) => ({ token: `https://${s}` }),
      (s) => ({ indexes: `https://ci:${s}@h.example` }),
      (s) => ({ indexes: `ci:${s}@h.example` }),
      (s) => ({ indexes: `corp=https://ci:${s}@h.example/a b` }),
      (s) => ({ indexes: `corp=ci:${s}@h.example` }),
      (s) => ({ indexes: `corp=https://ci:${s}@h.example\ncorp=https://ci:${s}@h.example` }),
      (s) => ({ indexes: `corp=https://ci:${s}@h.example`, "default-index": "x" }),
    );
    fc.assert(
      fc.property(form, secrets, (given, secret) =>
        assert.throws(
          () => settings(given(secret)),
          (error) => error instanceof Problem && leaks(error.message, secret).length === 0,
        ),
      ),
    );
  });

  test("no rendering of a Secret tells it", () => {
    fc.assert(
      fc.property(secrets, (value) => {
        const secret = new Secret("label", value);
        for (const text of [`${secret}`, JSON.stringify([secret]), inspect(secret), inspect({ ...secret }), Object.values(secret).join()])
          assert.deepEqual(leaks(text, value), []);
      }),
      { numRuns: 50 },
    );
  });

  test("forms: never empty, never twice, the longest first, the secret among them", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => value.trim() !== ""),
        fc.string(),
        (value, user) => {
          const found = forms(value, user);
          assert.ok(
            found.includes(value) &&
              found.includes(encodeURIComponent(value)) &&
              found.includes(Buffer.from(`${user}:${value}`).toString("base64")),
          );
          assert.equal(new Set(found).size, found.length);
          assert.ok(found.every((form, n) => form !== "" && (n === 0 || form.length <= (found[n - 1] ?? "").length)));
        },
      ),
    );
  });
});

describe("inputs", () => {
  const names = Object.keys(DEFAULTS) as readonly InputName[];
  const piece = fc.constantFrom(
    "https://",
    "http://",
    "@",
    ":",
    "/",
    "=",
    "\n",
    "#",
    "%40",
    "%0A",
    "..",
    " ",
    "'",
    '"',
    "\\",
    "h.example",
    "[::1]",
    "ci",
    "corp",
    "true",
    "1.8",
    ">=1",
    "auto",
    "none",
    "uv",
    "é",
    "\u200b",
    "\ud83d\ude00",
    "~",
    "-",
    "${X}",
  );
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join("")),
  );

  test("whatever they are, they are read, or a Problem says why not", () => {
    const given = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3, noNullPrototype: true });
    fc.assert(
      fc.property(given, (inputs) => {
        try {
          settings(inputs);
        } catch (error) {
          assert.ok(error instanceof Problem, String(error));
          assert.ok(error.where.input !== undefined && error.what !== "" && error.fix !== "");
          assert.doesNotMatch(error.message, /[\u0000-\u001f\u200b]/);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("a credential's URL gives back user and password", () => {
    // encodeURIComponent leaves !'()* as they are, which `decoded` takes as a sign of a value that is not encoded
    const part = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).map((one) => one.replace(/[!'()*]/g, "_"));
    fc.assert(
      fc.property(part, part, owners, (user, password, owner) => {
        const read = readCredentialUrl({}, `https://${encodeURIComponent(user)}:${encodeURIComponent(password)}@host.example/${owner}`, "");
        assert.deepEqual(read, {
          scope: { protocol: "https", host: "host.example", path: owner },
          writtenPath: `/${owner}`,
          user,
          password,
        });
      }),
    );
  });

  test("a password needs no encoding, unless it holds an escape", () => {
    const raw = fc.string({ unit: "grapheme-ascii", maxLength: 20 }).filter((one) => !/%[0-9a-f]{2}/i.test(one));
    fc.assert(
      fc.property(raw, (password) => assert.equal(readCredentialUrl({}, `https://ci:${password}@host.example`, "").password, password)),
    );
  });

  test("words: what a shell would be given in single quotes comes back", () => {
    const word = fc.string({ unit: "grapheme-ascii" });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (all) =>
        assert.deepEqual(words("x", all.map((one) => `'${one.replaceAll("'", "'\\''")}'`).join(" ")), all),
      ),
    );
  });
});

describe("scopes", () => {
  const paths = fc.uniqueArray(
    fc.array(fc.constantFrom("a", "b", "ab"), { maxLength: 3 }).map((parts) => parts.join("/")),
    { minLength: 1, maxLength: 6 },
  );

  test("the longest path wins, whatever the order of the lines", () => {
    fc.assert(
      fc.property(
        paths.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.constantFrom("a/b/c", "ab/a", "b", "a/b/ab.git"),
        ([all, shuffled], path) => {
          const url = readGitUrl(`https://h.example/${path}`) ?? assert.fail();
          const best = (lines: readonly string[]): string | undefined => {
            const found = bestScope(
              settings({ "git-credentials": lines.map((one) => `https://ci:pw-${one.replaceAll("/", "-")}@h.example/${one}`).join("\n") })
                .gitCredentials,
              url,
            );
            return found && `${scopeUrl(found.scope)} ${plain(found.password)}`;
          };
          const plainPath = path.replace(/\.git$/, "");
          const longest = all
            .filter((one) => one === "" || plainPath === one || plainPath.startsWith(`${one}/`))
            .sort((a, b) => b.length - a.length)[0];
          assert.equal(
            best(shuffled),
            longest === undefined
              ? undefined
              : `https://h.example${longest === "" ? "" : `/${longest}`} pw-${longest.replaceAll("/", "-")}`,
          );
        },
      ),
    );
  });
});

describe("names and paths", () => {
  test("a normalised name is its own normal form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        for (const normal of [uvVariablePart, poetryVariablePart, ...tools.map((tool) => (one: string) => tool.normalise(one))])
          assert.equal(normal(normal(name)), normal(name));
      }),
    );
  });
  test("letters are letters, and never the same twice", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        assert.match(letters(a), /^[A-Z]+$/);
        assert.equal(letters(a) === letters(b), a === b);
      }),
    );
  });
  test("joining is the same in one step or in two", () => {
    const part = fc.stringMatching(/^(?:\/|C:\\)?[a-z]{1,3}(?:\/[a-z]{1,3})?\/?$/);
    fc.assert(fc.property(part, part, part, (a, b, c) => assert.equal(join(join(a, b), c), join(a, b, c))));
  });
});
