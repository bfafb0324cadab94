import * as accounts from "../contract/accounts";
import { headers } from "../contract/headers";
import { HaleconnectError, catalogue } from "../errors";
import type { RequestInfo } from "./request-info";
import type { Exchange } from "./exchange";
import type { Answer } from "./outcome";

/**
 * `emulator`: the embedded hale»connect. `rehearsal`: the same, and it speaks as a contract file says. `platform`: a hale»connect. `unknown`: it does not let itself be looked at.
 * A server that is certainly something else is an error.
 */
export type Identity = "emulator" | "rehearsal" | "platform" | "unknown";

/** Each service of the platform publishes its document, which needs no login. */
const document = `${accounts.service.folder}/swagger.yaml`;
/** The platform's catalogue service is public, where metadata are published. Other servers have one, too. */
const capabilities = "/csw?service=CSW&request=GetCapabilities";

/** Finds out what answers at the address. Nothing that is sent for it holds credentials or changes anything. */
export async function whoIsThere(exchange: Exchange): Promise<Identity> {
  const embedded = emulatorIn(await look(exchange, "/"));
  if (embedded !== undefined) {
    return embedded;
  }
  const published = await look(exchange, document);
  const behind = emulatorIn(published);
  if (behind !== undefined) {
    return behind;
  }
  if (isDocument(published)) {
    return "platform";
  }
  assertNoDetour(exchange, published);
  if (isLocked(published) || isCatalogue(await look(exchange, capabilities))) {
    return "unknown";
  }
  throw notThere(exchange.server, `GET ${document}`, published, {
    expected: "publishes its documents",
    remedy:
      "Check HALECONNECT_URL: it takes scheme and host of the platform, without a path. If the server is a hale»connect that does not publish its documents, and you know that its operations agree with those of this provider, set HALECONNECT_ALLOW_DESIGNED=1.",
  });
}

/** What answers is no hale»connect, as far as can be seen. */
export function notThere(
  server: string,
  place: string,
  answer: Answer,
  { expected, ...details }: { readonly expected: string; readonly remedy?: string },
): HaleconnectError {
  return new HaleconnectError("HC2010", {
    what: `${server} is not the address of a hale»connect`,
    where: `${place}, status ${answer.status}`,
    why: `At this address a hale»connect ${expected}, but this server answers with ${seenIn(answer)}.`,
    ...details,
  });
}

function seenIn({ status, headers: said }: Answer): string {
  const type = said["content-type"] ?? "";
  if (/html/i.test(type)) {
    return `a web page and status ${status}`;
  }
  return status >= 200 && status < 300 ? `something else (${type === "" ? "of no type" : type})` : `status ${status}`;
}

function look(exchange: Exchange, path: string): Promise<Answer> {
  const info: RequestInfo = { name: "identifyServer", inWords: `GET ${path}`, isRepeatable: true, wantsJson: false };
  return exchange.send(info, { method: "GET", url: `${exchange.server}${path}`, headers: {} });
}

/** Only the embedded hale»connect says that it is one (contract, "Rules"). */
function emulatorIn(answer: Answer): "emulator" | "rehearsal" | undefined {
  if (answer.headers[headers.emulator] === undefined) {
    return undefined;
  }
  return answer.headers[headers.contract] === undefined ? "emulator" : "rehearsal";
}

/** The document of the user service, as YAML or JSON: it has the login, of which the path is certain. */
function isDocument({ status, text }: Answer): boolean {
  return (
    status === 200 && /^\s*\{?\s*["']?(swagger|openapi)["']?\s*:/m.test(text) && text.includes(accounts.login.path)
  );
}

/** It may be a hale»connect that shows nothing to strangers, or asks for patience. */
function isLocked({ status }: Answer): boolean {
  return status === 401 || status === 403 || status === 407 || status === 429;
}

function isCatalogue({ status, text }: Answer): boolean {
  return status === 200 && /<([\w.-]+:)?Capabilities[\s>]/.test(text);
}

/** Redirects to another server are not followed; and of a server that fails nobody can say what it is. */
function assertNoDetour({ server }: Exchange, { status, headers: said }: Answer): void {
  const where = `GET ${document} at ${server}, status ${status}`;
  if (status >= 300 && status < 400) {
    const location = said["location"] ?? "";
    const to = URL.canParse(location, server) ? new URL(location, server).origin : server;
    if (to !== server) {
      throw new HaleconnectError("HC2006", { where, why: `It points to ${to}. ${catalogue.HC2006.cause}` });
    }
  }
  if (status >= 500) {
    throw new HaleconnectError("HC2500", { where });
  }
}
