/** What Node says of a call to the operating system that failed. */
export interface SystemError {
  readonly code: string;
  readonly message: string;
}

/** Why a file cannot be used, with the code in brackets: `there is no such file (ENOENT)`. */
export function fileTroubleInWords(error: unknown): string {
  const { code, message } = error as Partial<SystemError>;
  const words = code === undefined ? undefined : files[code];
  return words === undefined ? (message ?? "unknown failure") : `${words} (${code ?? ""})`;
}

const files: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is a file, not a folder",
  EISDIR: "it is a folder",
  EACCES: "your user on this machine may not use it",
  EPERM: "your user on this machine may not use it",
  EROFS: "its disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ELOOP: "its links lead back to themselves",
  EBUSY: "another program uses it",
  EIO: "the disk cannot be read or written",
};

/** Why a connection failed; `party` is the host and port at its other end. */
export function connectionTroubleInWords({ code, message }: SystemError, party: string): string {
  const host = party.replace(/:\d+$/, "");
  const words =
    connections[code]?.(party, host) ??
    (code.startsWith("HPE_") ? `the server at ${party} does not speak HTTP` : undefined);
  if (words !== undefined) {
    return `${words} (${code})`;
  }
  const told = message === "" ? `the connection to ${party} failed` : message;
  return code === "" || told.includes(code) ? told : `${told} (${code})`;
}

const noWay = (party: string): string => `there is no way through the network to ${party}`;
const forbidden = (party: string): string => `this machine does not allow connections to ${party}`;
const brokenOff = (party: string): string => `the connection to ${party} broke off`;

const connections: Readonly<Record<string, (party: string, host: string) => string>> = {
  ENOTFOUND: (_, host) => `there is no host with the name ${host}`,
  EAI_AGAIN: (_, host) => `the name ${host} cannot be looked up, because the name server does not answer`,
  EAI_FAIL: (_, host) => `the name ${host} cannot be looked up, because the name server failed`,
  ECONNREFUSED: (party) => `nothing accepts connections at ${party}`,
  ECONNRESET: brokenOff,
  ECONNABORTED: brokenOff,
  EPIPE: brokenOff,
  ERR_STREAM_PREMATURE_CLOSE: brokenOff,
  ETIMEDOUT: (party) => `nothing answers at ${party}`,
  EHOSTUNREACH: noWay,
  EHOSTDOWN: noWay,
  ENETUNREACH: noWay,
  ENETDOWN: noWay,
  EADDRNOTAVAIL: noWay,
  EACCES: forbidden,
  EPERM: forbidden,
  EMFILE: () => "this process has too many connections open",
  ENFILE: () => "this machine has too many files and connections open",
};

/** What is wrong with the certificate of a server, or with the TLS that it speaks. */
export function certificateTroubleInWords({ code, message }: SystemError): string {
  const words = certificates[code];
  if (words !== undefined) {
    return `${words} (${code})`;
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    const [, names] = /altnames: ([^:]+:.+)$/.exec(message.replace(/^[^]*is not in the cert's /, "")) ?? [];
    return `it is made for ${names === undefined ? "another host" : names.replace(/DNS:|IP Address:/g, "")} (${code})`;
  }
  return `${message} (${code})`;
}

const unknownAuthority =
  "the authority that signed it is unknown here, or the server does not send the intermediate certificates";

const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server signed it itself",
  SELF_SIGNED_CERT_IN_CHAIN: "the authority that signed it is unknown here",
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  CERT_UNTRUSTED: "the authority that signed it is not trusted for servers",
  CERT_HAS_EXPIRED: "it has expired",
  CERT_NOT_YET_VALID: "it is not valid yet: check the clock of this machine",
  CERT_REVOKED: "its authority has revoked it",
  CERT_SIGNATURE_FAILURE: "its signature is wrong",
  CERT_CHAIN_TOO_LONG: "there are too many authorities between it and a known one",
  INVALID_CA: "an authority in its chain may not sign certificates",
  INVALID_PURPOSE: "it is not made for servers",
  HOSTNAME_MISMATCH: "it is made for another host",
};
