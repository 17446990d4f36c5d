/**
 * Where the values of secrets lie. Only `runner/` may import this module (the
 * lint says so): every other room handles a {@link Secret} by its label.
 */
const values = new WeakMap<object, string>();

export function keep(key: object, value: string): void {
  values.set(key, value);
}

/** The value behind a secret. */
export function reveal(key: object): string {
  const value = values.get(key);
  if (value === undefined) throw new TypeError("not a secret of this process");
  return value;
}

/** Whether two secrets have one value, without telling it. */
export function sameValue(a: object, b: object): boolean {
  return reveal(a) === reveal(b);
}
