import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, type Socket } from "node:net";
import type { Certificates } from "./certificates.ts";

/** Answers what came for a host of the test world. */
export type Answer = (scheme: "http" | "https", url: URL, request: IncomingMessage, response: ServerResponse) => void;

/** A running proxy. */
export interface Proxy extends AsyncDisposable {
  readonly url: string;
}

/** A proxy on loopback that answers for every host below `.test` itself and passes on everything else. */
export async function startProxy({ certificate, key }: Certificates, answer: Answer): Promise<Proxy> {
  const secure = createTlsServer({ cert: certificate, key }, (request, response) =>
    answer("https", new URL(request.url ?? "/", `https://${request.headers.host}`), request, response),
  );
  const plain = createServer((request, response) => {
    const url = URL.parse(request.url ?? "");
    if (!url) response.writeHead(400).end("This is a proxy.\n");
    else if (isOurs(url.hostname)) answer("http", url, request, response);
    else passOn(url, request, response);
  });
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket.on("error", () => socket.destroy()).once("close", () => sockets.delete(socket)));
  };
  plain.on("connection", keep);
  plain.on("connect", (request, socket: Socket, head) => {
    const [host = "", port = "443"] = (request.url ?? "").split(/:(?=\d+$)/);
    if (!isOurs(host)) return tunnel(host.replace(/^\[|\]$/g, ""), Number(port), socket, head, keep);
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.unshift(head);
    secure.emit("connection", socket);
  });
  const url = await listen(plain);
  return { url, [Symbol.asyncDispose]: () => stop(plain, sockets) };
}

function isOurs(host: string): boolean {
  return host.endsWith(".test");
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return `http://127.0.0.1:${address.port}`;
}

function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of sockets) socket.destroy();
  return closed;
}

function passOn(url: URL, request: IncomingMessage, response: ServerResponse): void {
  const { "proxy-connection": _, ...headers } = request.headers;
  const onward = forward(url, { method: request.method ?? "GET", headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", (error) => (response.headersSent ? response.destroy() : response.writeHead(502).end(`${error}\n`)));
  request.pipe(onward);
}

function tunnel(host: string, port: number, socket: Socket, head: Buffer, keep: (socket: Socket) => void): void {
  const outer = URL.parse(process.env.https_proxy || process.env.HTTPS_PROXY || "");
  const onward = outer ? connect(Number(outer.port || 80), outer.hostname) : connect(port, host);
  keep(onward);
  onward.once("error", () => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
  onward.once("close", () => socket.destroy());
  socket.once("close", () => onward.destroy());
  onward.once("connect", () => {
    // The outer proxy's own answer to CONNECT serves as ours.
    if (outer) onward.write(`CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n${login(outer)}\r\n`);
    else socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
}

function login({ username, password }: URL): string {
  if (!username) return "";
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Proxy-Authorization: Basic ${Buffer.from(pair).toString("base64")}\r\n`;
}
