import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { makeCertificates } from "./certificates.ts";
import { gitHost } from "./git-host.ts";
import { indexes, indexHost } from "./index-host.ts";
import { startProxy } from "./proxy.ts";
import { makeRepository, repositories } from "./repositories.ts";
import { record, refuse, type SeenRequest, type Site } from "./request.ts";

export { type Account, accounts } from "./accounts.ts";
export type { SeenRequest } from "./request.ts";

/** The path of a repository of the test world. */
export type RepositoryPath = (typeof repositories)[number]["path"];

/** Git hosts and package indexes on loopback, with names, TLS and passwords as on the network. */
export interface World extends AsyncDisposable {
  /** The variables with which any program reaches the world. */
  readonly environment: Readonly<Record<string, string>>;
  /** What all the hosts saw, in order. */
  readonly requests: readonly SeenRequest[];
  /** The commit that each repository's tag names: constant. */
  readonly commits: Readonly<Record<RepositoryPath, string>>;
  /** The distinct `user:password` that reached a host. */
  credentialsSeenBy(host: string): readonly string[];
}

/** Starts the world; nothing of it is left after disposal. */
export async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "world-"));
  const requests: SeenRequest[] = [];
  const [sites, commits] = await Promise.all([makeSites(folder), makeRepositories(folder)]);
  const certificates = await makeCertificates([...sites.keys()]);
  const proxy = await startProxy(certificates, (scheme, url, request, response) => {
    const seen = record(requests, scheme, url, request, response);
    void (sites.get(url.hostname) ?? unknownSite)(seen, request, response);
  });
  return {
    environment: { ...proxyVariables(proxy.url), ...(await writeBundles(folder, certificates.authority)) },
    requests,
    commits,
    credentialsSeenBy: (host) => credentialsSeenBy(requests, host),
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function makeSites(folder: string): Promise<ReadonlyMap<string, Site>> {
  const git = gitHost(folder);
  return new Map<string, Site>([
    ["git.acme.test", git],
    ["git.other.test", git],
    ["index.acme.test", await indexHost(indexes["index.acme.test"])],
    ["index.other.test", await indexHost(indexes["index.other.test"])],
    ["moved.acme.test", movedSite],
    ["git.evil.test", evilSite],
    ["index.evil.test", evilSite],
  ]);
}

async function makeRepositories(folder: string): Promise<World["commits"]> {
  const entries = repositories.map(async (one) => [one.path, await makeRepository(folder, one)] as const);
  return Object.fromEntries(await Promise.all(entries)) as World["commits"];
}

const movedSite: Site = (seen, request, response) => {
  request.resume();
  response.writeHead(302, { Location: `${seen.scheme}://git.evil.test${seen.path}` }).end();
};

/** Always challenges, so that a client that would send a credential does send it. */
const evilSite: Site = (_, request, response) => refuse(request, response, 401);

const unknownSite: Site = (_, request, response) => refuse(request, response, 404);

function proxyVariables(url: string): Record<string, string> {
  return { http_proxy: url, https_proxy: url, HTTP_PROXY: url, HTTPS_PROXY: url, no_proxy: "", NO_PROXY: "" };
}

/** Our authority with the ones that Node and this machine trust, so that the real network stays in reach. */
async function writeBundles(folder: string, authority: string): Promise<Record<string, string>> {
  const { SSL_CERT_FILE, NODE_EXTRA_CA_CERTS } = process.env;
  const files = new Set([SSL_CERT_FILE, NODE_EXTRA_CA_CERTS].filter((one) => one !== undefined));
  const trusted = await Promise.all([...files].map((file) => readFile(file, "utf8").catch(() => "")));
  const bundle = join(folder, "authorities.pem");
  const own = join(folder, "authority.pem");
  await writeFile(bundle, [authority, ...rootCertificates, ...trusted].join("\n"));
  await writeFile(own, authority);
  const names = ["GIT_SSL_CAINFO", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "PIP_CERT"];
  return { ...Object.fromEntries(names.map((name) => [name, bundle])), NODE_EXTRA_CA_CERTS: own };
}

function credentialsSeenBy(requests: readonly SeenRequest[], host: string): readonly string[] {
  const sent = requests.filter((one) => one.host === host && one.password !== undefined);
  return [...new Set(sent.map(({ user, password }) => `${user}:${password}`))];
}
