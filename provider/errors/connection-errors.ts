import type { CatalogueEntry } from "./entry";

/** The way to the server: configuration and session (1xxx), the connection (20xx, 21xx), its answers (22xx: soft, 24xx and 25xx: by status). */
export const connectionErrors = {
  HC1001: {
    title: "The connection is not configured",
    cause: "The address of the platform or the credentials are missing or malformed.",
    remedy:
      "Set HALECONNECT_URL and HALECONNECT_USERNAME with HALECONNECT_PASSWORD (or HALECONNECT_TOKEN), or the same under haleconnect: in the stack's configuration.",
  },
  HC1002: {
    title: "The login was rejected",
    cause: "User name or password is wrong, or the account is not active.",
    remedy:
      "Check HALECONNECT_USERNAME and HALECONNECT_PASSWORD. The login is not tried again in this run, so the account is not locked.",
  },
  HC1003: {
    title: "The token is no longer accepted",
    cause: "HALECONNECT_TOKEN is expired or revoked.",
    remedy:
      "Get a new token, or set HALECONNECT_USERNAME and HALECONNECT_PASSWORD so that the provider can log in by itself.",
  },
  HC1004: {
    title: "The summary cannot be written",
    cause: "The file that HALECONNECT_SUMMARY names cannot be written, or holds something that is not a summary.",
    remedy: "Name a file in an existing folder, and remove what lies there if it is not needed.",
  },
  HC2001: {
    title: "The server is unreachable",
    cause: "No connection came about, so nothing was sent.",
    remedy: "Check HALECONNECT_URL, the network, and the proxy variables HTTPS_PROXY and NO_PROXY.",
  },
  HC2002: {
    title: "The server's certificate does not verify",
    cause: "It is not signed by a known authority, is not made for this host, or is out of date.",
    remedy:
      "Set HALECONNECT_CA_FILE to the PEM file of your authority if the server has a private certificate; otherwise check the host name in HALECONNECT_URL. Verification is never switched off.",
  },
  HC2003: {
    title: "The answer is not what the operation's model says",
    cause: "This server's contract may differ from the one that the provider knows.",
    remedy: "Compare the operation with the server's own swagger.yaml, and report the difference.",
  },
  HC2004: {
    title: "The server did not answer to the end",
    cause: "The connection broke or the answer took too long, each time that it was tried.",
    remedy: "Run again later; for slow answers set HALECONNECT_TIMEOUT_SECONDS.",
  },
  HC2005: {
    title: "The fate of a write is unknown",
    cause: "It was sent, and no readable answer came back.",
    remedy: "Run again: the server is looked at before anything is sent a second time.",
  },
  HC2006: {
    title: "The server answers with a redirect, which is not followed",
    cause: "Credentials are never sent to an address that nobody configured.",
    remedy: "Set HALECONNECT_URL to the address at which the platform itself answers.",
  },
  HC2007: {
    title: "A list kept changing while it was read",
    cause: "Objects were removed or inserted between its pages, each time that it was read from the start.",
    remedy: "Run again when fewer changes are made at the same time.",
  },
  HC2008: {
    title: "The answer is larger than the provider takes",
    cause: "An answer in JSON should not be of that size.",
    remedy: "Check that HALECONNECT_URL is the address of a hale»connect.",
  },
  HC2009: {
    title: "The proxy does not let the connection through",
    cause: "The proxy of the environment refused to connect to the server, or is none.",
    remedy: "Check HTTPS_PROXY with its credentials, or name the host in NO_PROXY when it is reached directly.",
  },
  HC2010: {
    title: "The address is not that of a hale»connect",
    cause: "The server does not know the login of the platform.",
    remedy: "Check HALECONNECT_URL: scheme and host of the platform, without a path.",
  },
  HC2011: {
    title: "The server does not know the operation",
    cause: "Its path is designed after the public documentation, and differs on this server.",
    remedy: "Compare the operation with the server's own swagger.yaml, and report the difference.",
  },
  HC2012: {
    title: "The server does not speak TLS",
    cause: "Something that is not TLS answered on this port.",
    remedy: "Check the scheme and the port in HALECONNECT_URL.",
  },
  HC2200: {
    title: "The server reports a failure",
    cause: "It answered with status 200 and `error: true`.",
    remedy: "See what the server says, and run again.",
  },
  HC2400: {
    title: "The server refuses the call",
    cause: "It answered with a status that the operation does not foresee.",
    remedy: "See what the server says. If its contract differs from the one that the provider knows, report it.",
  },
  HC2401: {
    title: "The server does not accept the session",
    cause: "It refused the call right after a login that it accepted.",
    remedy: "Check that the account is active and may use the API.",
  },
  HC2403: {
    title: "The server does not allow the call",
    cause: "A permission is missing.",
    remedy: "Ask for the role that gives the permission, or use an account that has it.",
  },
  HC2404: {
    title: "The server does not have the object",
    cause: "It is gone, or the caller is not allowed to see it.",
    remedy: "Check the id; after a deletion by hand run `pulumi up --refresh --run-program`.",
  },
  HC2409: {
    title: "The server reports a conflict",
    cause: "A unique key is taken, or the object is still in use.",
    remedy: "Choose another name, or remove what uses the object first.",
  },
  HC2413: {
    title: "The server finds the request too large",
    cause: "The platform limits the size of what is sent.",
    remedy: "Send less: shorten the texts or split the file.",
  },
  HC2422: {
    title: "The server finds the request invalid",
    cause: "One or more fields do not have the form that the server wants.",
    remedy: "Correct the fields that are named.",
  },
  HC2429: {
    title: "The server asks for fewer requests",
    cause: "It kept refusing the call, even after the pauses that it asked for.",
    remedy: "Lower HALECONNECT_REQUESTS_PER_SECOND or HALECONNECT_CONCURRENCY, and run again.",
  },
  HC2500: {
    title: "The server failed",
    cause: "It answered with an internal error, each time that it was tried.",
    remedy: "Run again later; if it stays, tell the operator of the platform the time and the operation.",
  },
  HC5001: {
    title: "Writes whose form is not publicly known are not sent to this server",
    cause:
      "Their paths or bodies are designed after the public documentation, and the server is not the embedded hale»connect.",
    remedy:
      "Make sure that HALECONNECT_URL is a hale»connect. Try it on the embedded one (`haleconnect emulator`); or compare the operations with the server's own swagger.yaml and, if they agree, set HALECONNECT_ALLOW_DESIGNED=1.",
  },
  HC9001: {
    title: "The provider made a call that its own contract does not allow",
    cause: "This is a defect of the provider: nothing was sent.",
    remedy: "Report it with this message.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
