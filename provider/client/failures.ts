import { HaleconnectError, type ErrorCode } from "../errors";
import type { RequestInfo } from "./request-info";
import type { FailureKind, Outcome } from "./outcome";

/**
 * A write whose fate is unknown: it may have been executed, although no readable answer came back.
 * It is not sent again here; who knows the object looks at the server first (docs/decisions.md#exactly-once).
 */
export class AmbiguousWrite extends HaleconnectError {
  readonly operation: string;

  constructor(info: RequestInfo, server: string, why: string) {
    super("HC2005", {
      what: `The provider does not know whether the server executed ${info.name}`,
      where: `${info.inWords} at ${server}`,
      why,
    });
    this.name = "AmbiguousWrite";
    this.operation = info.name;
  }
}

/** The parties of an exchange, for messages. */
export interface Parties {
  /** Address of the platform. */
  readonly server: string;
  /** Address of the proxy that is used, without credentials. */
  readonly proxy?: string;
}

/** The error of a request that was given up without a usable answer. */
export function lostRequest(info: RequestInfo, outcome: Outcome, parties: Parties): HaleconnectError {
  const code = outcome.kind === "answer" ? "HC2004" : codes[outcome.kind];
  return new HaleconnectError(code, {
    what: whatHappened(code, info, parties),
    where: `${info.inWords} at ${parties.server}`,
    why: reasonOf(outcome),
  });
}

/** Why no usable answer came, in words. */
export function reasonOf(outcome: Outcome): string {
  if (outcome.kind !== "answer") {
    return capitalised(`${outcome.reason}.`);
  }
  const type = outcome.headers["content-type"] ?? "no type";
  return outcome.status < 300
    ? `It answered with status ${outcome.status} and ${outcome.text.length} characters of ${type}, which is not complete JSON.`
    : `It answered with status ${outcome.status}.`;
}

const codes = {
  unreachable: "HC2001",
  untrusted: "HC2002",
  noTls: "HC2012",
  proxy: "HC2009",
  tooLarge: "HC2008",
  broken: "HC2004",
} as const satisfies Record<FailureKind, ErrorCode>;

function whatHappened(code: ErrorCode, info: RequestInfo, { server, proxy }: Parties): string {
  const through = proxy === undefined ? "" : ` through the proxy ${proxy}`;
  switch (code) {
    case "HC2001":
      return `The server ${server} is unreachable${through}`;
    case "HC2002":
      return `The certificate of ${server} cannot be verified`;
    case "HC2012":
      return `The TLS connection to ${proxy ?? server} fails`;
    case "HC2009":
      return `The proxy ${proxy ?? ""} does not let the connection to ${server} through`;
    case "HC2008":
      return `The answer to ${info.name} is larger than the provider accepts`;
    default:
      return `The answer to ${info.name} did not arrive completely`;
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
