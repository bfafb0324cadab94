import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import tls from "node:tls";
import { HttpsProxyAgent, type ProxyAgentRequestOptions } from "hpagent";
import { getProxyForUrl } from "proxy-from-env";
import { isLoopback } from "./address";

/** How connections to one server are made. */
export interface Way {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
  /** Address of the proxy, without credentials. */
  readonly proxy?: string;
  /** The proxy's password, which no message may show. */
  readonly secrets: readonly string[];
  readonly close: () => void;
}

/** Longest time for a connection to come about, in milliseconds; idle connections are given up after it, too. */
export const CONNECT_WITHIN = 10_000;

/** Keep-alive connections to the server, direct or through the proxy of the environment. */
export function wayTo(url: string, ca: string | undefined): Way {
  // Explicit, since NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would switch verification off.
  const trust = { rejectUnauthorized: true, ...(ca === undefined ? {} : { secureContext: trusting(ca) }) };
  const options = { keepAlive: true, timeout: CONNECT_WITHIN, ...trust };
  const proxy = proxyFor(url);
  const httpAgent = new http.Agent({ keepAlive: true });
  const httpsAgent =
    proxy === undefined
      ? new https.Agent(options)
      : new HttpsProxyAgent({ ...options, proxy, proxyRequestOptions: trust as ProxyAgentRequestOptions });
  return {
    httpAgent,
    httpsAgent,
    ...(proxy === undefined ? {} : { proxy: proxy.origin }),
    secrets: proxy === undefined ? [] : [proxy.password, decodeURIComponent(proxy.password)],
    close: () => {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

/** Like Go's net/http and unlike curl, loopback is never asked for through a proxy: the emulator lives there. */
function proxyFor(url: string): URL | undefined {
  const found = isLoopback(new URL(url).hostname) ? "" : getProxyForUrl(url);
  return URL.canParse(found) ? new URL(found) : undefined;
}

/** One context for all connections: parsing the public authorities anew for each would take longer than the request. */
function trusting(ca: string): tls.SecureContext {
  const extra = process.env["NODE_EXTRA_CA_CERTS"];
  const known = extra === undefined || !fs.existsSync(extra) ? [] : [fs.readFileSync(extra, "utf8")];
  return tls.createSecureContext({ ca: [...tls.rootCertificates, ...known, ca] });
}
