import net from "node:net";

/** What is wrong with the platform's address, or undefined. The address itself is quoted only where it holds no credentials. */
export function problemWithAddress(value: string): string | undefined {
  if (!URL.canParse(value)) {
    return `is ${JSON.stringify(withoutCredentials(value))}: expected an address such as https://haleconnect.com`;
  }
  const url = new URL(value);
  if (url.username !== "" || url.password !== "") {
    return `holds credentials: write ${url.origin}, and set HALECONNECT_USERNAME and HALECONNECT_PASSWORD`;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return `is ${JSON.stringify(value)}: expected https://`;
  }
  if (value.toLowerCase() !== url.origin && !isOriginWithDefaultPort(value, url)) {
    return `is ${JSON.stringify(value)}: expected scheme and host alone, without a slash, path or query at the end: ${url.origin}`;
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    return `is ${JSON.stringify(value)}: the password would travel unencrypted; expected https://${url.host}`;
  }
  return undefined;
}

function isOriginWithDefaultPort(value: string, url: URL): boolean {
  const port = url.protocol === "https:" ? 443 : 80;
  return value.toLowerCase() === `${url.origin}:${port}`;
}

function withoutCredentials(value: string): string {
  return value.replace(/[^/]*@/, "…@");
}

export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "::1" ||
    (net.isIPv4(host) && host.startsWith("127."))
  );
}
