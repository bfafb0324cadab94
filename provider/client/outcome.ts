import type { Readable } from "node:stream";

/** What came of one attempt to send a request. */
export type Outcome = Answer | Failure;

export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where a file was asked for and is given. */
  readonly text: string;
  readonly stream?: Readable;
}

export interface Failure {
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
}

export function classify(seen: Observation): Failure {
  if (seen.message.includes("maxContentLength")) {
    return { kind: "tooLarge", reason: seen.message };
  }
  if (seen.timedOutAfterSeconds !== undefined) {
    return {
      kind: seen.wasConnected ? "broken" : "unreachable",
      reason: `no ${seen.wasConnected ? "complete answer" : "connection"} within ${seen.timedOutAfterSeconds} s`,
    };
  }
  const reason = seen.code === "" ? seen.message : `${seen.message} (${seen.code})`;
  if (seen.wasConnected) {
    return { kind: "broken", reason };
  }
  if (seen.code === "EPROTO") {
    // OpenSSL's own words name lines of its source.
    return { kind: "noTls", reason: "what answered does not speak TLS" };
  }
  if (TLS_CODES.test(seen.code)) {
    return { kind: "untrusted", reason };
  }
  // The text is hpagent's for every answer to CONNECT but 200.
  return { kind: /^Bad response: \d+/.test(seen.message) ? "proxy" : "unreachable", reason };
}

/** OpenSSL's verification results and Node's own, as error codes. */
const TLS_CODES =
  /^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)/;
