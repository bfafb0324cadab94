import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import tls from "node:tls";
import { HttpsProxyAgent } from "hpagent";
import { getProxyForUrl } from "proxy-from-env";
import { HaleconnectError } from "../errors";
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
      : new HttpsProxyAgent({ ...options, proxy, proxyRequestOptions: trust });
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
  if (found === "") {
    return undefined;
  }
  return checkedProxy(/^[a-z][a-z0-9+.-]*:\/\//i.test(found) ? found : `http://${found}`);
}

/** Without a scheme a proxy is spoken to in HTTP, as curl and Go do. */
function checkedProxy(found: string): URL {
  const problem = problemWithProxy(found);
  if (problem !== undefined) {
    throw new HaleconnectError("HC2009", {
      what: "The proxy of the environment cannot be used",
      where: "HTTPS_PROXY",
      why: problem,
    });
  }
  return new URL(found);
}

/** Never quotes the proxy's address, which may hold a password. */
function problemWithProxy(found: string): string | undefined {
  if (!URL.canParse(found)) {
    return "Its address is malformed: expected http://host:port.";
  }
  const { protocol, password } = new URL(found);
  if (protocol !== "http:" && protocol !== "https:") {
    return `It is a proxy for ${protocol}//, and only http:// and https:// are supported.`;
  }
  return isDecodable(password) ? undefined : "Its password is not URL-encoded: write % as %25.";
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** One context for all connections: parsing the public authorities anew for each would take longer than the request. */
function trusting(ca: string): tls.SecureContext {
  const extra = process.env["NODE_EXTRA_CA_CERTS"];
  const known = extra === undefined ? [] : textIn(extra);
  return tls.createSecureContext({ ca: [...tls.rootCertificates, ...known, ca] });
}

/** What Node itself cannot read it leaves out, too. */
function textIn(file: string): string[] {
  try {
    return [fs.readFileSync(file, "utf8")];
  } catch {
    return [];
  }
}
