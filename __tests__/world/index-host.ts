import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { accessTo } from "./accounts.ts";
import { publicPage } from "./public-index.ts";
import { readTree } from "./repositories.ts";
import { refuse, type Site } from "./request.ts";
import { makeWheel } from "./wheel.ts";

/** What the indexes of the test world hold: the trees are the folders `wheels/PROJECT-VERSION`. */
export const indexes = {
  "index.acme.test": { "acme-telemetry": ["1.0.0", "1.2.0"] },
  "index.other.test": { "vendor-metrics": ["0.3.0"] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

interface Wheel {
  readonly name: string;
  readonly version: string;
  readonly content: Buffer;
  readonly sha256: string;
}

interface Page {
  readonly type: string;
  readonly body: string | Buffer;
}

const json = "application/vnd.pypi.simple.v1+json";
const wheels = join(import.meta.dirname, "wheels");

/** A private simple index (PEP 503 and PEP 691); pages and files are behind the same password. */
export async function indexHost(projects: Readonly<Record<string, readonly string[]>>): Promise<Site> {
  const entries = Object.entries(projects).map(
    async ([project, versions]) => [project, await Promise.all(versions.map((version) => loadWheel(project, version)))] as const,
  );
  const stock = new Map(await Promise.all(entries));
  return async (seen, request, response) => {
    const access = accessTo(seen.host, "*", seen.user, seen.password);
    if (access !== "granted") return refuse(request, response, 401);
    const { pathname } = new URL(seen.path, "http://host");
    const page = findPage(stock, pathname, request.headers.accept?.includes(json) ?? false);
    const elsewhere = page ? undefined : await publicPage(/^\/simple\/([^/]+)\/$/.exec(pathname)?.[1] ?? "");
    if (elsewhere !== undefined) return redirect(elsewhere, request, response);
    if (!page) return refuse(request, response, 404);
    send(page, request, response);
  };
}

async function loadWheel(project: string, version: string): Promise<Wheel> {
  const wheel = makeWheel(project, version, await readTree(join(wheels, `${project}-${version}`)));
  return { ...wheel, version, sha256: createHash("sha256").update(wheel.content).digest("hex") };
}

function findPage(stock: ReadonlyMap<string, readonly Wheel[]>, path: string, asJson: boolean): Page | undefined {
  const [, room, name, rest] = path.split("/");
  if (room === "files" && rest === undefined) {
    const wheel = [...stock.values()].flat().find((one) => one.name === name);
    return wheel && { type: "application/octet-stream", body: wheel.content };
  }
  if (room !== "simple") return undefined;
  const names = [...stock.keys()];
  if (!name && asJson) return jsonPage({ projects: names.map((one) => ({ name: one })) });
  if (!name) return htmlPage(names.map((one) => ({ text: one, target: `/simple/${one}/` })));
  const found = stock.get(name);
  if (!found) return undefined;
  return asJson ? jsonPage({ name, versions: found.map(({ version }) => version), files: found.map(describe) }) : htmlPage(found.map(link));
}

function describe(wheel: Wheel): object {
  const { name, content, sha256 } = wheel;
  const size = content.length;
  return { filename: name, url: `/files/${name}`, hashes: { sha256 }, "requires-python": ">=3.8", size };
}

function link({ name, sha256 }: Wheel): Link {
  return { text: name, target: `/files/${name}#sha256=${sha256}`, requires: ">=3.8" };
}

interface Link {
  readonly text: string;
  readonly target: string;
  readonly requires?: string;
}

function jsonPage(content: object): Page {
  return { type: json, body: JSON.stringify({ meta: { "api-version": "1.1" }, ...content }) };
}

function htmlPage(links: readonly Link[]): Page {
  const lines = links.map(({ text, target, requires }) => {
    const attribute = requires ? ` data-requires-python="${requires.replace(">", "&gt;")}"` : "";
    return `<a href="${target}"${attribute}>${text}</a><br>`;
  });
  return { type: "text/html; charset=utf-8", body: `<!DOCTYPE html>\n<title>Index</title>\n${lines.join("\n")}\n` };
}

function redirect(to: string, request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(302, { Location: to }).end();
}

function send({ type, body }: Page, request: IncomingMessage, response: ServerResponse): void {
  const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  // Varying by Authorization tempts an installer to write that header into its cache.
  const headers = { ETag: tag, "Cache-Control": "max-age=600", Vary: "Authorization, Accept" };
  request.resume();
  if (request.headers["if-none-match"] === tag) return void response.writeHead(304, headers).end();
  const length = Buffer.byteLength(body);
  response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": length });
  response.end(request.method === "HEAD" ? "" : body);
}
