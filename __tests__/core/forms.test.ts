import assert from "node:assert/strict";
import { test } from "node:test";
import { base64, forms } from "../../src/core/forms.ts";

const table: readonly [name: string, args: Parameters<typeof forms>, expected: readonly string[]][] = [
  ["nothing", [""], []],
  ["blanks alone", [" \n "], []],
  ["plain letters", ["abc"], ["YWJj", "abc"]],
  ["with a user", ["abc", "ci"], ["Y2k6YWJj", "YWJj", "abc"]],
  ["with an empty user, as `:abc`", ["abc", ""], ["OmFiYw==", "YWJj", "abc"]],
  ["a token as user, with its password", ["abc", undefined, "x-oauth-basic"], ["YWJjOngtb2F1dGgtYmFzaWM=", "YWJj", "abc"]],
  ["a token as user, with an empty password", ["abc", undefined, ""], ["YWJjOg==", "YWJj", "abc"]],
  ["a slash and a quote", ['a/"'], ["a%2F%22", "a%2f%22", "a/%22", 'a/\\"', "YS8i", 'a/"']],
  ["what encodeURIComponent leaves", ["!'()*"], ["%21%27%28%29%2A", "%21%27%28%29%2a", "IScoKSo=", "!'()*"]],
  ["beyond ASCII", ["é"], ["%C3%A9", "%c3%a9", "\\u00e9", "w6k=", "é"]],
];

for (const [name, args, expected] of table) {
  test(`forms: ${name}`, () => assert.deepEqual(forms(...args), expected));
}

test("forms: each line of a key by itself, the whole first", () => {
  const found = forms("line-1\r\nline-2\n\n");
  for (const form of ["line-1", "line-2", "bGluZS0x", "line-1%0D%0Aline-2%0A%0A", "line-1\\r\\nline-2\\n\\n"])
    assert.ok(found.includes(form), form);
  assert.ok(found.indexOf("line-1\r\nline-2\n\n") < found.indexOf("line-1"));
  assert.deepEqual(
    found,
    [...found].sort((a, b) => b.length - a.length),
  );
  assert.equal(new Set(found).size, found.length);
});

test("base64 is that of UTF-8", () => assert.equal(base64("ü:1"), "w7w6MQ=="));
