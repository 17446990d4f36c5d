export type Table = Readonly<Record<string, unknown>>;

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
