import type { Readable } from "node:stream";
import { certificateTroubleInWords, connectionTroubleInWords } from "../errors";

/** What came of one attempt to send a request. */
export type Outcome = Answer | TransportFailure;

export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where a file was asked for and is given. */
  readonly text: string;
  readonly stream?: Readable;
}

export interface TransportFailure {
  readonly kind: FailureKind;
  readonly reason: string;
}

/**
 * `unreachable`: no connection, so nothing was sent. `untrusted`: its certificate does not verify, nothing was sent.
 * `noTls`: something else than TLS is spoken there, nothing was sent.
 * `proxy`: the proxy refused, nothing was sent. `tooLarge`: answered with more than is taken.
 * `broken`: the request may have been executed, the answer is lost.
 */
export type FailureKind = "unreachable" | "untrusted" | "noTls" | "proxy" | "tooLarge" | "broken";

/** What the transport observed of an attempt that brought no answer. */
export interface Observation {
  readonly code: string;
  readonly message: string;
  /** The connection stood, with TLS where that is used, so that the request may have left. */
  readonly wasConnected: boolean;
  readonly timedOutAfterSeconds?: number;
  /** Host and port of the other end of the connection. */
  readonly party: string;
}

export function classify(seen: Observation): TransportFailure {
  if (seen.message.includes("maxContentLength")) {
    return { kind: "tooLarge", reason: seen.message };
  }
  if (seen.timedOutAfterSeconds !== undefined) {
    const missing = seen.wasConnected ? "no complete answer arrived" : "there was no connection";
    return {
      kind: seen.wasConnected ? "broken" : "unreachable",
      reason: `${missing} within ${seen.timedOutAfterSeconds} seconds`,
    };
  }
  const reason = connectionTroubleInWords(seen, seen.party);
  if (seen.wasConnected) {
    return { kind: "broken", reason };
  }
  const [, alert] = /alert ([a-z ]+):/.exec(seen.message) ?? [];
  if (alert !== undefined) {
    return { kind: "noTls", reason: `the server ends the TLS handshake: ${alert}` };
  }
  if (NO_TLS_CODES.test(seen.code)) {
    // OpenSSL's own words name lines of its source.
    return { kind: "noTls", reason: "the other side does not speak TLS" };
  }
  if (TLS_CODES.test(seen.code)) {
    return { kind: "untrusted", reason: certificateTroubleInWords(seen) };
  }
  // The text is hpagent's for every answer to CONNECT but 200.
  const [, status] = /^Bad response: (\d+)/.exec(seen.message) ?? [];
  return status === undefined
    ? { kind: "unreachable", reason }
    : { kind: "proxy", reason: `the proxy answers with status ${status}` };
}

const NO_TLS_CODES = /^(EPROTO|ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL))$/;

/** OpenSSL's verification results and Node's own, as error codes. */
const TLS_CODES =
  /^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)/;
