import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** A file with its name inside an archive. */
export interface Member {
  readonly name: string;
  readonly content: Buffer;
}

/** A pure wheel whose bytes depend on nothing but its arguments. */
export function makeWheel(
  project: string,
  version: string,
  files: readonly { name: string; content: string }[],
): { name: string; content: Buffer } {
  const stem = `${project.replaceAll("-", "_")}-${version}`;
  const info = `${stem}.dist-info`;
  const metadata = `Metadata-Version: 2.1\nName: ${project}\nVersion: ${version}\nRequires-Python: >=3.8\n`;
  const wheel = "Wheel-Version: 1.0\nGenerator: test-world\nRoot-Is-Purelib: true\nTag: py3-none-any\n";
  const members = [...files, { name: `${info}/METADATA`, content: metadata }, { name: `${info}/WHEEL`, content: wheel }].map(
    ({ name, content }) => ({ name, content: Buffer.from(content) }),
  );
  const lines = members.map(({ name, content }) => `${name},sha256=${digest(content)},${content.length}\n`);
  const listing = { name: `${info}/RECORD`, content: Buffer.from(`${lines.join("")}${info}/RECORD,,\n`) };
  return { name: `${stem}-py3-none-any.whl`, content: makeZip([...members, listing]) };
}

/** An archive of uncompressed members, all of 1 January 1980. */
export function makeZip(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const shared = sharedFields(member.content, name);
    const local = Buffer.concat([u32(0x04034b50), shared, name, member.content]);
    // 3 << 8: made on Unix, so that the mode 0644 in the upper half of the attributes counts.
    const central = [u32(0x02014b50), u16((3 << 8) | 20), shared, u16(0), u16(0), u16(0), u32(0o100644 * 65536)];
    directory.push(Buffer.concat([...central, u32(offset), name]));
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const count = u16(members.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(size), u32(offset), u16(0)];
  return Buffer.concat([...parts, ...directory, ...end]);
}

/** Version, flags, method, time, date, checksum, sizes, and the lengths of name and extra field. */
function sharedFields(content: Buffer, name: Buffer): Buffer {
  const size = u32(content.length);
  const date = u16(0x21);
  return Buffer.concat([...[u16(20), u16(0), u16(0), u16(0), date], ...[u32(crc32(content)), size, size, u16(name.length), u16(0)]]);
}

function digest(content: Buffer): string {
  return createHash("sha256").update(content).digest("base64url");
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
