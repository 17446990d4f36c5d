import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { equal, labelled, Secret, text } from "../../src/core/secret.ts";
import { keep, reveal, sameValue } from "../../src/core/vault.ts";

const secret = new Secret("token", "s3cr3t-value");

const shown: Readonly<Record<string, [string, string]>> = {
  "a template": [`${secret}`, "<token>"],
  "String()": [String(secret), "<token>"],
  concatenation: ["" + secret, "<token>"],
  JSON: [JSON.stringify({ secret }), '{"secret":"<token>"}'],
  "the inspector": [inspect({ secret }), "{ secret: <token> }"],
  "the inspector without its hook": [inspect(secret, { customInspect: false, showHidden: true }), "Secret { label: 'token' }"],
  "a spread": [JSON.stringify({ ...secret }), '{"label":"token"}'],
  "its own properties": [Reflect.ownKeys(secret).join(), "label"],
  "an error's text": [new Error(`${secret}`).message, "<token>"],
};

for (const [name, [actual, expected]] of Object.entries(shown)) {
  test(`a secret in ${name} shows as its label`, () => assert.equal(actual, expected));
}

test("the vault tells a value only for the very object", () => {
  assert.equal(reveal(secret), "s3cr3t-value");
  assert.throws(() => reveal({ ...secret }), { name: "TypeError", message: "not a secret of this process" });
  const key = {};
  keep(key, "x");
  assert.equal(reveal(key), "x");
  assert.equal(sameValue(key, new Secret("a", "x")), true);
  assert.equal(sameValue(key, secret), false);
});

test("text keeps secrets apart, drops what is empty and joins texts", () => {
  const inner = text`b${secret}`;
  assert.deepEqual(text`a${""}${inner}${"c"}`, ["a", "b", secret, "c"]);
  assert.deepEqual(text``, []);
  assert.deepEqual(text`${secret}`, [secret]);
});

test("labelled shows text for people", () => {
  const netrc = { value: secret, as: "netrc" } as const;
  assert.equal(
    labelled(text`login ${{ value: "ci", as: "netrc" }} password ${netrc} of ${secret}`),
    "login ci password <token> of <token>",
  );
});

const same: readonly [string, Parameters<typeof equal>, boolean][] = [
  ["two strings", ["a", "a"], true],
  ["two other strings", ["a", "b"], false],
  ["two secrets of one value", [new Secret("x", "v"), new Secret("y", "v")], true],
  ["two secrets of other values", [new Secret("x", "v"), new Secret("x", "w")], false],
  ["a secret and its value as string", [new Secret("x", "v"), "v"], false],
  ["a secret's label as string", ["<x>", new Secret("x", "v")], false],
];
for (const [name, args, expected] of same) test(`equal: ${name}: ${expected}`, () => assert.equal(equal(...args), expected));
