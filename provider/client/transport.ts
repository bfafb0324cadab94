import http from "node:http";
import https from "node:https";
import axios, { type AxiosRequestConfig } from "axios";
import { CONNECT_WITHIN, wayTo } from "./agents";
import { classify, type Outcome } from "./outcome";
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

/** A page of 500 objects with long texts takes a tenth of it. */
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
    responseType: "text",
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    maxContentLength: LARGEST_ANSWER,
    maxBodyLength: LARGEST_ANSWER,
    headers: { "user-agent": userAgent() },
  });
  return {
    ...(way.proxy === undefined ? {} : { proxy: way.proxy }),
    secrets: way.secrets,
    close: way.close,
    send: async (request, departs) => {
      const connection = new Connection(departs);
      const signal = AbortSignal.timeout(settings.timeoutSeconds * 1000);
      try {
        const response = await send.request<string>({ ...configOf(request), signal, transport: connection.transport });
        return {
          kind: "answer",
          status: response.status,
          headers: flatten(response.headers),
          text: response.data,
        };
      } catch (error) {
        return classify({
          ...describe(connection.failure ?? error),
          wasConnected: connection.stood,
          ...(signal.aborted ? { timedOutAfterSeconds: settings.timeoutSeconds } : {}),
        });
      }
    },
  };
}

function configOf({ method, url, headers, body }: WireRequest): AxiosRequestConfig {
  return { method, url, headers: { ...headers }, ...(body === undefined ? {} : { data: body }) };
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
      this.failure = new Error(`no connection within ${CONNECT_WITHIN / 1000} s`);
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
