import net from "node:net";

/** What is wrong with the platform's address, or undefined. It is quoted only where it cannot hold a secret. */
export function problemWithAddress(given: string): string | undefined {
  const quoted = /[@?#]/.test(given) ? "something else (not shown, since it may hold a secret)" : JSON.stringify(given);
  if (!URL.canParse(given)) {
    return `is ${quoted}: expected an address such as https://haleconnect.com`;
  }
  const value = given.replace(/\/$/, "");
  const url = new URL(value);
  if (url.username !== "" || url.password !== "") {
    return `holds credentials: write ${url.origin}, and set HALECONNECT_USERNAME and HALECONNECT_PASSWORD`;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return `is ${quoted}: expected https://`;
  }
  if (value.toLowerCase() !== url.origin && !isOriginWithDefaultPort(value, url)) {
    return `is ${quoted}: expected scheme and host alone, without a path or query: ${url.origin}`;
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    return `is ${quoted}: the password would travel unencrypted; expected https://${url.host}`;
  }
  return undefined;
}

function isOriginWithDefaultPort(value: string, url: URL): boolean {
  const port = url.protocol === "https:" ? 443 : 80;
  return value.toLowerCase() === `${url.origin}:${port}`;
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
