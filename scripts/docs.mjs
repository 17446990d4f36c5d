// Rewrites the tables of README.md from action.yml; with `--check` it only says whether they are current.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, "README.md");

function table(heading, rows) {
  const cell = (text) => text.trim().replaceAll("|", "\\|").replaceAll("\n", " ");
  const lines = Object.entries(rows).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`);
  return [`| ${heading} | Meaning |`, "|---|---|", ...lines].join("\n");
}

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
function replaceBetween(text, name, content) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

const { inputs, outputs } = parse(readFileSync(join(root, "action.yml"), "utf8"));
const before = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
const after = replaceBetween(replaceBetween(before, "inputs", table("Input", inputs)), "outputs", table("Output", outputs));

if (!process.argv.includes("--check")) {
  if (after !== before) writeFileSync(file, after);
} else if (after !== before) {
  console.error("README.md: the tables of inputs and outputs differ from action.yml. Run `npm run docs` and commit README.md.");
  process.exitCode = 1;
}
