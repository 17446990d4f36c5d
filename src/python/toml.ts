import { parse, TomlError } from "smol-toml";
import { Problem } from "../core/problem.ts";

export type Table = Readonly<Record<string, unknown>>;

/** Parses a TOML file of the project. */
export function readToml(file: string, content: string): Table {
  try {
    return parse(content);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split("\n")[0] ?? "";
    const merged = /^(?:<{7}|={7}|>{7})/m.test(content);
    throw new Problem(
      { file, line: error.line },
      `the file is not valid TOML (${reason.replace(/^Invalid TOML document: /, "")})`,
      merged
        ? "It holds the marks of a merge conflict: resolve it"
        : "Correct the line, or make the file anew with the tool that writes it",
    );
  }
}

export function table(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function string(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function strings(value: unknown): readonly string[] {
  return list(value).filter((one) => typeof one === "string");
}

/** The table at a dotted path; empty when there is none. */
export function at(root: Table | undefined, ...path: readonly string[]): Table {
  return path.reduce<Table>((here, key) => table(here[key]), root ?? {});
}
