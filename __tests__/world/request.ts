import type { IncomingMessage, ServerResponse } from "node:http";

/** A request that a host of the test world saw. */
export interface SeenRequest {
  readonly host: string;
  readonly scheme: "http" | "https";
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** The header as it came. */
  readonly authorization?: string;
  readonly user?: string;
  readonly password?: string;
  /** 0 until the answer is sent. */
  readonly status: number;
}

/** One host: answers a request that has been recorded. */
export type Site = (seen: SeenRequest, request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Records the request at once, and its status when the answer has gone out. */
export function record(
  requests: SeenRequest[],
  scheme: SeenRequest["scheme"],
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): SeenRequest {
  const { authorization } = request.headers;
  const seen = {
    host: url.hostname,
    scheme,
    method: request.method ?? "GET",
    path: url.pathname + url.search,
    ...(authorization === undefined ? {} : { authorization, ...readBasic(authorization) }),
    status: 0,
  };
  requests.push(seen);
  response.once("finish", () => {
    seen.status = response.statusCode;
  });
  return seen;
}

/** Reads the body to its end, so that the connection can go on, and refuses. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: 401 | 403 | 404): void {
  const headers = status === 401 ? { "WWW-Authenticate": 'Basic realm="test world"' } : {};
  request.resume().once("end", () => response.writeHead(status, headers).end(`${status}\n`));
}

function readBasic(authorization: string): { user: string; password: string } | undefined {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  return { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}
