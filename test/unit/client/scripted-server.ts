import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { createClient, type Client, type Settings, type ClientDependencies } from "../../../provider/client";
import { Secret } from "../../../provider/client/secret";
import { headers } from "../../../provider/contract";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export type Handler = (seen: Seen, response: http.ServerResponse, request: http.IncomingMessage) => void;

/** A server on loopback that says what the test tells it. */
export interface ScriptedServer {
  readonly url: string;
  readonly port: number;
  readonly seen: Seen[];
  readonly paths: () => string[];
  readonly close: () => Promise<void>;
}

const open: (() => unknown)[] = [];

/** Closes what the test opened, so that no socket, file or process stays behind. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) {
    await close();
  }
}

export function later(close: () => unknown): void {
  open.push(close);
}

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-client-"));
  later(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function serve(handler: Handler, tls?: https.ServerOptions): Promise<ScriptedServer> {
  const seen: Seen[] = [];
  const listener: http.RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on("error", () => undefined);
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { method = "", url = "" } = request;
      const one = { method, path: url, headers: request.headers, body: Buffer.concat(parts).toString() };
      seen.push(one);
      handler(one, response, request);
    });
  };
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  await listen(server);
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  later(close);
  const url = `${tls === undefined ? "http" : "https"}://localhost:${port}`;
  return { url, port, seen, paths: () => seen.map(({ method, path }) => `${method} ${path}`), close };
}

export async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return (server.address() as AddressInfo).port;
}

export function json(
  response: http.ServerResponse,
  status: number,
  body: unknown,
  more: http.OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...more });
  response.end(JSON.stringify(body));
}

export const LOGIN = "/accounts/v1/auth/login";

/** The document of the user service, as far as it tells what answers there. */
export const DOCUMENT = "/accounts/swagger.yaml";

/** A hale»connect in miniature: answers the login and the question who it is, and leaves the rest to the test. */
export function platform(rest: Handler, options: { readonly isReal?: boolean } = {}): Handler {
  return (seen, response, request) => {
    if (options.isReal !== true) {
      response.setHeader(headers.emulator, "1");
    }
    if (seen.path === LOGIN) {
      json(response, 200, { token: "token-of-the-login" });
    } else if (seen.path === "/") {
      response.end("here");
    } else if (seen.path === DOCUMENT) {
      response.writeHead(200, { "content-type": "application/yaml" });
      response.end('swagger: "2.0"\npaths:\n  /auth/login:\n    post: {}\n');
    } else {
      rest(seen, response, request);
    }
  };
}

/** Answers the requests one after the other; the last handler stays. */
export function inTurn(...handlers: Handler[]): Handler {
  let turn = 0;
  return (...all) => handlers[Math.min(turn++, handlers.length - 1)]?.(...all);
}

export const reset: Handler = (_, response) => {
  (response.socket as net.Socket).resetAndDestroy();
};

export function settingsFor(url: string, more: Partial<Settings> = {}): Settings {
  return {
    url,
    credentials: { kind: "login", username: "alice", password: new Secret("correct horse") },
    concurrency: 8,
    requestsPerSecond: 1000,
    timeoutSeconds: 5,
    allowDesigned: false,
    believeAbsence: false,
    ...more,
  };
}

/** A client that does not wait before repetitions, but remembers for how long it would have. */
export function clientFor(
  url: string,
  more: Partial<Settings> = {},
  dependencies: Partial<ClientDependencies> = {},
): Client & { readonly slept: readonly number[] } {
  const slept: number[] = [];
  let offset = 0;
  const sleep = async (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
    offset += milliseconds;
  };
  const now = (): number => performance.now() + offset;
  const client = createClient(settingsFor(url, more), { sleep, now, random: () => 0.5, ...dependencies });
  later(client.close);
  return Object.assign(client, { slept });
}

export async function failureOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return promise.then(
    () => {
      throw new Error("it should have failed");
    },
    (error: unknown) => error as Error & Record<string, unknown>,
  );
}
