import http from "node:http";
import https from "node:https";
import type { Readable } from "node:stream";
import axios, { type AxiosRequestConfig, type AxiosResponse } from "axios";
import { CONNECT_WITHIN, wayTo } from "./agents";
import { bare, encode } from "./multipart";
import { classify, type Outcome } from "./outcome";
import { IdleTimeout } from "./idle-timeout";
import { userAgent } from "./product";
import type { WireRequest } from "./request";

/** Sends one request, once. It never throws, and what it says holds nothing of what was sent. */
export interface Transport {
  /** `departs` is called when the connection stands and the request leaves. */
  readonly send: (request: WireRequest, departs: () => void) => Promise<Outcome>;
  readonly proxy?: string;
  readonly secrets: readonly string[];
  readonly close: () => void;
}

/** A page of 500 objects with long texts takes a tenth of it. A file is never held whole. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

export function createTransport(settings: {
  readonly url: string;
  readonly ca?: string;
  readonly timeoutSeconds: number;
}): Transport {
  const way = wayTo(settings.url, settings.ca);
  const send = axios.create({
    adapter: "http",
    httpAgent: way.httpAgent,
    httpsAgent: way.httpsAgent,
    // Decided by the agents.
    proxy: false,
    maxRedirects: 0,
    validateStatus: () => true,
    responseType: "stream",
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    maxBodyLength: Infinity,
    headers: { "user-agent": userAgent() },
  });
  return {
    ...(way.proxy === undefined ? {} : { proxy: way.proxy }),
    secrets: way.secrets,
    close: way.close,
    send: async (request, departs) => {
      const connection = new Connection(departs);
      const idleTimeout = new IdleTimeout(
        settings.timeoutSeconds,
        request.upload !== undefined || request.wantsFile === true,
      );
      const config = await configOf(request, idleTimeout);
      try {
        const response = await send.request<Readable>({
          ...config,
          signal: idleTimeout.signal,
          transport: connection.transport,
        });
        return await read(response, request, idleTimeout);
      } catch (error) {
        idleTimeout.end();
        return classify({
          ...describe(connection.failure ?? error),
          party: partyOf(way.proxy ?? settings.url),
          wasConnected: connection.stood,
          ...(idleTimeout.signal.aborted ? { timedOutAfterSeconds: settings.timeoutSeconds } : {}),
        });
      }
    },
  };
}

async function configOf(
  { method, url, headers, body, upload, part = "file" }: WireRequest,
  idleTimeout: IdleTimeout,
): Promise<AxiosRequestConfig> {
  if (upload === undefined) {
    return { method, url, headers: { ...headers }, ...(body === undefined ? {} : { data: body }) };
  }
  const moved = (): void => {
    idleTimeout.moved();
  };
  const { stream, headers: own } = part === null ? bare(upload, moved) : await encode(upload, part, moved);
  return { method, url, headers: { ...headers, ...own }, data: stream };
}

/** A file is handed on as it comes; anything else is read to its end. */
async function read(
  { status, headers, data }: AxiosResponse<Readable>,
  { wantsFile = false, mostBytes = LARGEST_ANSWER }: WireRequest,
  idleTimeout: IdleTimeout,
) {
  const seen = { kind: "answer", status, headers: flatten(headers) } as const;
  data.on("data", () => {
    idleTimeout.moved();
  });
  if (wantsFile && status >= 200 && status < 300) {
    data.pause();
    data.once("close", () => {
      idleTimeout.end();
    });
    idleTimeout.signal.addEventListener("abort", () => data.destroy(new Error("no more of the file came")));
    return { ...seen, text: "", stream: data };
  }
  const text = await textOf(data, mostBytes);
  idleTimeout.end();
  return { ...seen, text };
}

async function textOf(stream: Readable, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) {
      throw new Error(`maxContentLength size of ${most} exceeded`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Watches whether the connection came about: an error before it means that nothing was sent, whatever its code.
 * TLS counts as part of it.
 */
class Connection {
  stood = false;
  failure: Error | undefined;

  constructor(readonly departs: () => void) {}

  readonly transport = {
    request: (options: https.RequestOptions, handle: (response: http.IncomingMessage) => void): http.ClientRequest => {
      const isSecure = options.protocol === "https:";
      const request = (isSecure ? https : http).request(options, handle);
      this.#watch(request, isSecure ? "secureConnect" : "connect");
      return request;
    },
  };

  #watch(request: http.ClientRequest, event: "connect" | "secureConnect"): void {
    const giveUp = setTimeout(() => {
      this.failure = new Error(`there was no connection within ${CONNECT_WITHIN / 1000} seconds`);
      request.destroy(this.failure);
    }, CONNECT_WITHIN);
    const stands = (): void => {
      this.stood = true;
      clearTimeout(giveUp);
      this.departs();
    };
    request.once("socket", (socket) => {
      if (request.reusedSocket || (event === "connect" && !socket.connecting)) {
        stands();
      } else {
        socket.once(event, stands);
      }
    });
    request.once("close", () => clearTimeout(giveUp));
  }
}

/** `haleconnect.com:443`. */
function partyOf(address: string): string {
  const { protocol, host, port } = new URL(address);
  return port === "" ? `${host}:${protocol === "https:" ? 443 : 80}` : host;
}

/** Code and message alone: the rest of an axios error holds the request with its credentials. */
function describe(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message : "unknown failure",
  };
}

function flatten(received: object): Record<string, string> {
  return Object.fromEntries(Object.entries(received).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
