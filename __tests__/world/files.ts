import { readFileSync, writeFileSync } from "node:fs";

/**
 * `readFile` and `writeFile` of `node:fs/promises` without a FileHandle: to close
 * one, Node 24.21 now and then aborts (an assertion in InternalCallbackScope).
 */
export function readFile(path: string): Promise<Buffer>;
export function readFile(path: string, encoding: "utf8"): Promise<string>;
export async function readFile(path: string, encoding?: "utf8"): Promise<string | Buffer> {
  return readFileSync(path, encoding);
}

export async function writeFile(path: string, content: string | Buffer, options: { mode?: number; flag?: string } = {}): Promise<void> {
  writeFileSync(path, content, options);
}
