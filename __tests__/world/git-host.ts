import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { accessTo } from "./accounts.ts";
import { quietGit } from "./repositories.ts";
import { refuse, type SeenRequest, type Site } from "./request.ts";

const served = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack)$/;

/** A Git host over `git http-backend`, which answers as GitHub does: 401 to strangers, 404 to those without access. */
export function gitHost(folder: string): Site {
  return (seen, request, response) => {
    const { pathname, searchParams } = new URL(seen.path, "http://host");
    const [, owner, repository, service] = served.exec(pathname) ?? [];
    if (seen.password === undefined) return refuse(request, response, 401);
    const access = accessTo(seen.host, `${owner}/${repository}`, seen.user, seen.password);
    if (access === "unknown") return refuse(request, response, 401);
    if (access === "hidden") return refuse(request, response, 404);
    if (searchParams.get("service") === "git-receive-pack") return refuse(request, response, 403);
    runBackend(folder, `/${owner}/${repository}.git/${service}`, seen, request, response);
  };
}

function runBackend(folder: string, path: string, seen: SeenRequest, request: IncomingMessage, response: ServerResponse): void {
  const backend = spawn("git", ["http-backend"], { env: backendEnvironment(folder, path, seen, request) });
  backend.stdin.on("error", () => {});
  backend.on("error", (error) => response.destroy(error));
  response.once("close", () => backend.kill());
  request.pipe(backend.stdin);
  relay(backend.stdout, response);
}

function backendEnvironment(folder: string, path: string, seen: SeenRequest, request: IncomingMessage): NodeJS.ProcessEnv {
  const { headers } = request;
  const given = {
    GIT_PROTOCOL: headers["git-protocol"],
    HTTP_CONTENT_ENCODING: headers["content-encoding"],
    CONTENT_LENGTH: headers["content-length"],
    CONTENT_TYPE: headers["content-type"],
  };
  return {
    ...quietGit(),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: "1",
    PATH_INFO: path,
    QUERY_STRING: new URL(seen.path, "http://host").search.slice(1),
    REQUEST_METHOD: seen.method,
    REMOTE_ADDR: "127.0.0.1",
  };
}

/** CGI: a head of lines, an empty line, then the body. */
function relay(output: NodeJS.ReadableStream, response: ServerResponse): void {
  let head = Buffer.alloc(0);
  const readHead = (chunk: Buffer): void => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) return;
    output.removeListener("data", readHead);
    writeHead(head.subarray(0, end).toString("latin1"), response);
    response.write(head.subarray(end + 4));
    output.pipe(response);
  };
  output.on("data", readHead);
  output.once("end", () => response.headersSent || response.writeHead(500).end());
}

function writeHead(head: string, response: ServerResponse): void {
  const fields = head.split("\r\n").map((line) => line.split(/:\s*/, 2) as [string, string]);
  const status = fields.find(([name]) => name.toLowerCase() === "status")?.[1];
  for (const [name, value] of fields) if (name.toLowerCase() !== "status") response.setHeader(name, value);
  response.writeHead(Number.parseInt(status ?? "200", 10));
}
