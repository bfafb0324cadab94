import http from "node:http";
import https from "node:https";
import { TLSSocket } from "node:tls";
import { CONNECT_WITHIN, wayTo } from "../agents";
import { classify, type TransportFailure } from "../outcome";
import { userAgent } from "../product";

export interface Certificate {
  /** Who signed it. */
  readonly issuer: string;
  /** Its last moment, in milliseconds since 1970. */
  readonly ends: number;
  /** `TLSv1.3`. */
  readonly protocol: string;
}

/** What the first answer of a server shows. All times are in milliseconds. */
export interface Greeting {
  readonly kind: "greeting";
  readonly status: number;
  /** From the first byte sent to the head of the answer, the connection included. */
  readonly took: number;
  /** How far the clock of this machine is ahead of the server's. undefined: the server does not tell the time. */
  readonly ahead: number | undefined;
  /** undefined: the connection has no TLS. */
  readonly certificate: Certificate | undefined;
}

/** Sends one request without credentials, once, and reads the head of its answer. */
export async function greet(
  url: string,
  ca: string | undefined,
  signal: AbortSignal,
): Promise<Greeting | TransportFailure> {
  const way = wayTo(url, ca);
  const watch = { wasConnected: false };
  const began = Date.now();
  try {
    const response = await head(url, { httpAgent: way.httpAgent, httpsAgent: way.httpsAgent, signal }, watch);
    const now = Date.now();
    return {
      kind: "greeting",
      status: response.statusCode ?? 0,
      took: now - began,
      ahead: aheadOf(response.headers, (began + now) / 2),
      certificate: certificateOf(response.socket),
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const party = new URL(way.proxy ?? url);
    const port = party.port === "" ? (party.protocol === "https:" ? "443" : "80") : party.port;
    return classify({ code: code ?? "", message, party: `${party.hostname}:${port}`, ...watch });
  } finally {
    way.close();
  }
}

function head(
  url: string,
  {
    httpAgent,
    httpsAgent,
    signal,
  }: { readonly httpAgent: http.Agent; readonly httpsAgent: https.Agent; readonly signal: AbortSignal },
  watch: { wasConnected: boolean },
): Promise<http.IncomingMessage> {
  const isSecure = url.startsWith("https:");
  const options = { agent: isSecure ? httpsAgent : httpAgent, signal, headers: { "user-agent": userAgent() } };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request(url, options, resolve);
    const giveUp = setTimeout(
      () => request.destroy(new Error(`there was no answer within ${CONNECT_WITHIN / 1000} seconds`)),
      CONNECT_WITHIN,
    );
    request.once("close", () => clearTimeout(giveUp));
    request.once("error", reject);
    request.once("socket", (socket) => {
      const stands = (): void => void (watch.wasConnected = true);
      // Through a proxy the socket comes when the tunnel stands; TLS is spoken after that.
      if (socket.connecting || isSecure) {
        socket.once(isSecure ? "secureConnect" : "connect", stands);
      } else {
        stands();
      }
    });
    request.end();
  });
}

/** An answer from a cache carries its age. */
function aheadOf(headers: http.IncomingHttpHeaders, now: number): number | undefined {
  const date = Date.parse(headers.date ?? "");
  const age = Number(headers.age ?? 0);
  return Number.isNaN(date) || Number.isNaN(age) ? undefined : now - (date + age * 1000);
}

function certificateOf(socket: NodeJS.EventEmitter): Certificate | undefined {
  if (!(socket instanceof TLSSocket)) {
    return undefined;
  }
  const { issuer, valid_to } = socket.getPeerCertificate();
  const { O: organisation, CN: name } = issuer as Partial<Record<string, string | string[]>>;
  return {
    issuer: String(organisation ?? name ?? "an authority without a name"),
    ends: Date.parse(valid_to),
    protocol: socket.getProtocol() ?? "TLS",
  };
}
