import type { CatalogueEntry } from "./entry";

/**
 * The way to the server: configuration and session (1xxx), the connection and the form of its answers (20xx), failures
 * that an answer tells (22xx: soft, 24xx and 25xx: by status), the guard of writes (HC5001, HC5006, HC5007), and defects (9xxx).
 */
export const connectionErrors = {
  HC1001: {
    title: "The connection is not configured",
    cause: "The address of the platform or the login is missing or malformed.",
    remedy:
      "Set HALECONNECT_URL, and either HALECONNECT_USERNAME and HALECONNECT_PASSWORD or HALECONNECT_TOKEN. The stack's configuration takes the same settings: haleconnect:url, haleconnect:username, haleconnect:password, haleconnect:token.",
    exit: "usage",
    scope: "run",
  },
  HC1002: {
    title: "The server rejected the login",
    cause: "The user name or the password is wrong, or the account is not active.",
    remedy:
      "Check HALECONNECT_USERNAME and HALECONNECT_PASSWORD. The provider tries the login only once in a run. Repeated failures could lock the account.",
    exit: "authentication",
    scope: "run",
  },
  HC1003: {
    title: "The server does not accept the token",
    cause: "The token has expired, was revoked, or belongs to another server.",
    remedy:
      "Set HALECONNECT_TOKEN to a new token. Or unset it, and set HALECONNECT_USERNAME and HALECONNECT_PASSWORD: the provider then logs in by itself.",
    exit: "authentication",
    scope: "run",
  },
  HC1004: {
    title: "The provider cannot write the summary",
    cause: "HALECONNECT_SUMMARY names a file that the provider cannot write, or a file that is not a summary.",
    remedy:
      "Set HALECONNECT_SUMMARY to a file in an existing folder. If the file exists and you do not need it, remove it.",
    exit: "usage",
    scope: "run",
  },
  HC1005: {
    title: "The contract file cannot be used",
    cause:
      "The contract file has an error. This file says how the API of the server differs from the provider's contract.",
    remedy:
      "Correct the lines that the message names. `haleconnect contract pull` writes such a file, and docs/real-platform.md explains it.",
    exit: "usage",
    scope: "run",
  },
  HC1006: {
    title: "The server shows its API documents only after a login",
    cause:
      "The documents say which operations the server has. The server gives them only to accounts that may read them.",
    remedy:
      "Set HALECONNECT_USERNAME and HALECONNECT_PASSWORD, or HALECONNECT_TOKEN. Or save the documents with a browser, and name their folder with --documents.",
    exit: "authentication",
    scope: "run",
  },
  HC1007: {
    title: "The command cannot use an option",
    cause: "The value of an option names something that does not exist or cannot be read.",
    remedy: "`haleconnect <command> --help` says what each option takes.",
    exit: "usage",
    scope: "run",
  },
  HC1008: {
    title: "The server does not accept a login with a password",
    cause: "People sign in to this platform through an identity provider (single sign-on).",
    remedy:
      "Get a token of the platform, and set HALECONNECT_TOKEN to it. Unset HALECONNECT_USERNAME and HALECONNECT_PASSWORD.",
    exit: "authentication",
    scope: "run",
  },
  HC2001: {
    title: "The provider cannot reach the server",
    cause: "The connection failed, so the provider sent nothing.",
    remedy: "Check HALECONNECT_URL, the network, and the proxy variables HTTPS_PROXY and NO_PROXY.",
    exit: "unreachable",
    scope: "run",
  },
  HC2002: {
    title: "The provider cannot verify the server's certificate",
    cause: "No known authority signed the certificate, the certificate is for another host, or it is not valid today.",
    remedy:
      "If a private authority signed the certificate, set HALECONNECT_CA_FILE to the authority's certificate (a PEM file). Otherwise check the host name in HALECONNECT_URL. The provider never skips this check.",
    exit: "unreachable",
    scope: "run",
  },
  HC2003: {
    title: "The server answered in a form that the provider does not expect",
    cause: "The operation may have another form on this server.",
    remedy:
      "Compare the operation with the document of its service, `<service>/swagger.yaml` under HALECONNECT_URL (for example `/accounts/swagger.yaml`). Then write into a contract file how it differs: docs/real-platform.md shows how.",
    exit: "failure",
  },
  HC2004: {
    title: "The server did not complete its answer",
    cause: "At every attempt, the connection broke or the answer took too long.",
    remedy: "Run again later. If the server is slow, raise HALECONNECT_TIMEOUT_SECONDS.",
    exit: "unreachable",
  },
  HC2005: {
    title: "The provider does not know whether the server executed a write",
    cause: "The provider sent the write, and got no readable answer.",
    remedy: "Run again. The next run looks at the server before it repeats the write.",
    exit: "failure",
  },
  HC2006: {
    title: "The server answers with a redirect, which the provider does not follow",
    cause: "The provider sends credentials only to the address that you configured.",
    remedy: "Set HALECONNECT_URL to the address at which the platform itself answers.",
    exit: "failure",
  },
  HC2007: {
    title: "A list kept changing while the provider read it",
    cause: "Each time the provider read the list from the start, somebody added or removed objects.",
    remedy: "Run again when nobody else changes these objects.",
    exit: "failure",
  },
  HC2008: {
    title: "The answer is too large",
    cause: "The provider does not read a JSON answer of this size.",
    remedy: "Check that HALECONNECT_URL is the address of a hale»connect.",
    exit: "failure",
  },
  HC2009: {
    title: "The proxy does not connect to the server",
    cause: "The proxy that the environment names refused the connection, or it is no proxy.",
    remedy: "Check HTTPS_PROXY and the credentials in it. If the server needs no proxy, add its host to NO_PROXY.",
    exit: "unreachable",
    scope: "run",
  },
  HC2010: {
    title: "This is not the address of a hale»connect",
    cause: "The server does not answer as a hale»connect does.",
    remedy: "Check HALECONNECT_URL. It takes the scheme and the host of the platform, without a path.",
    exit: "failure",
    scope: "run",
  },
  HC2011: {
    title: "The server does not know the operation",
    cause: "No public source tells the path of the operation. This project designed one, and this server uses another.",
    remedy:
      "Compare the operation with the document of its service, `<service>/swagger.yaml` under HALECONNECT_URL (for example `/accounts/swagger.yaml`). Then write into a contract file how it differs: docs/real-platform.md shows how.",
    exit: "failure",
    scope: "run",
  },
  HC2012: {
    title: "The TLS connection to the server failed",
    cause: "The server at this port does not speak TLS, or it refuses the connection.",
    remedy:
      "Check the scheme and the port in HALECONNECT_URL. An https:// address needs a server that speaks TLS 1.2 or newer.",
    exit: "unreachable",
    scope: "run",
  },
  HC2013: {
    title: "The server has no such operation",
    cause: "The contract file says that this server lacks an operation that the provider needs.",
    remedy:
      "Remove from the program what needs this operation. `haleconnect contract check` lists what works on this server, kind by kind. If the server has the operation, write its method and path into the contract file.",
    exit: "failure",
  },
  HC2014: {
    title: "The server cannot take a value",
    cause: "The contract file says that this server has no place for the value.",
    remedy: "Leave the field out. If the server does take the value, write its place into the contract file.",
    exit: "usage",
  },
  HC2015: {
    title: "The command cannot read any API document of the server",
    cause: "At the addresses that a hale»connect uses, no service gives a document of its operations.",
    remedy:
      "If the documents are at other addresses, name each with --document NAME=ADDRESS. If you saved them, name their folder with --documents.",
    exit: "unreachable",
    scope: "run",
  },
  HC2200: {
    title: "The server reports a failure",
    cause: "The server answered with status 200 and `error: true`.",
    remedy: "Do what the server's message asks for, and run again.",
    exit: "failure",
  },
  HC2400: {
    title: "The server refuses the call",
    cause: "The server answered with a status that the provider does not expect.",
    remedy:
      "Read the server's message. If it does not help, compare the operation with the document of its service, `<service>/swagger.yaml` under HALECONNECT_URL (for example `/accounts/swagger.yaml`).",
    exit: "failure",
  },
  HC2401: {
    title: "The server does not accept the session",
    cause: "The server refused the call right after it had accepted the login.",
    remedy: "Check that the account is active and may use the API.",
    exit: "authentication",
    scope: "run",
  },
  HC2403: {
    title: "The server does not allow the call",
    cause: "The account lacks a permission.",
    remedy: "Ask for the role that gives the permission, or use an account that has it.",
    exit: "failure",
  },
  HC2404: {
    title: "The server does not have the object",
    cause: "The object is gone, or the account may not see it.",
    remedy: "Check the id. If somebody deleted the object by hand, run `pulumi up --refresh --run-program`.",
    exit: "failure",
  },
  HC2409: {
    title: "The server reports a conflict",
    cause: "A name that must be unique is taken, or the object is still in use.",
    remedy: "Choose another name, or first remove what uses the object.",
    exit: "failure",
  },
  HC2413: {
    title: "The request is too large for the server",
    cause: "The platform limits the size of a request.",
    remedy: "Send less: shorten the texts, or split the file.",
    exit: "failure",
  },
  HC2422: {
    title: "The server finds the request invalid",
    cause: "At least one field does not have the form that the server wants.",
    remedy: "Correct the fields that the message names.",
    exit: "failure",
  },
  HC2429: {
    title: "The server asks for fewer requests",
    cause: "The provider paused as the server asked, and the server still refused the call.",
    remedy: "Lower HALECONNECT_REQUESTS_PER_SECOND or HALECONNECT_CONCURRENCY, and run again.",
    exit: "failure",
  },
  HC2500: {
    title: "The server failed",
    cause: "The server answered with an internal error at every attempt.",
    remedy: "Run again later. If the error remains, tell the operator of the platform the time and the operation.",
    exit: "failure",
  },
  HC5001: {
    title: "The provider does not send a write whose form nobody has confirmed",
    cause: "This project had to guess the path or the body, and the server is not the embedded hale»connect.",
    remedy:
      "Run `haleconnect contract pull`, read the file that it writes, and confirm each operation that agrees with the server's documents. For an experiment, set HALECONNECT_ALLOW_DESIGNED=1. To try the program without risk, use the embedded hale»connect (`haleconnect emulator`).",
    exit: "failure",
    scope: "run",
  },
  HC5006: {
    title: "The server changed an operation that a person confirmed",
    cause: "The server's document of the operation has changed since the contract file was pulled.",
    remedy:
      "Run `haleconnect contract pull`. This command keeps your decisions, and says what changed. Compare the operation with the document again, correct the file, and set `confirmed: true`.",
    exit: "failure",
    scope: "run",
  },
  HC5007: {
    title: "The command only reads, so it does not send the request",
    cause:
      "The command sends only a login and GET requests. On this server, the operation needs another method. So the command cannot compare the values that this operation reads.",
    remedy: "Run `pulumi refresh --preview-only --run-program`.",
    exit: "failure",
  },
  HC9001: {
    title: "The provider made a call that its own contract does not allow",
    cause: "This is a defect of the provider. Nothing was sent.",
    remedy: "Report it with this message.",
    exit: "failure",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
