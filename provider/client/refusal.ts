import { z } from "zod";
import { boundError } from "../binding/applying/errors";
import type { Binding, ErrorForm } from "../binding/file/model";
import type { ContractInForce } from "../binding/in-force";
import { ErrorInfo } from "../contract/models";
import type { Operation } from "../contract/operation";
import { HaleconnectError, catalogue, type ErrorCode, type ErrorDetails } from "../errors";
import { nullAsAbsent } from "./absent";
import { refusedToken, type GivenToken } from "./credentials";
import type { Answer } from "./outcome";
import { missingPermission } from "./permission";
import type { Masking } from "./redact";
import { pauseAskedFor } from "./retry";

/** One invalid field of a body, as the server says it. */
export interface RefusedField {
  readonly field: string;
  readonly message: string;
}

/** The server answered, and the answer is no. */
export class ServerRefusal extends HaleconnectError {
  /** The HTTP status; 200 for a soft failure. */
  readonly status: number;
  readonly operation: string;
  /** What the server said, without secrets; empty when it said nothing that can be quoted. */
  readonly serverMessage: string;
  /** With 422: every invalid field. */
  readonly fields: readonly RefusedField[];

  constructor(
    code: ErrorCode,
    readonly said: Said,
    details: ErrorDetails,
  ) {
    super(code, details);
    this.name = "ServerRefusal";
    this.status = said.status;
    this.operation = said.operation.key;
    this.serverMessage = said.message;
    this.fields = said.fields;
  }

  /** The server has the object, so that 404 means that it does not know the operation. */
  asUnknownOperation(): ServerRefusal {
    return new ServerRefusal("HC2011", this.said, unknownOperation(this.said, this.details.where ?? ""));
  }

  /** The same refusal, with the field that a person declared. */
  about(field: string): ServerRefusal {
    const { where, ...details } = this.details;
    return new ServerRefusal(this.code, this.said, {
      ...details,
      where: where === undefined ? `\`${field}\`` : `\`${field}\`, ${where}`,
    });
  }
}

/** What the server said to an operation. */
export interface Said {
  readonly operation: Operation;
  readonly status: number;
  readonly message: string;
  readonly fields: readonly RefusedField[];
  /** Where a redirect points to, less path and query. */
  readonly redirectsTo?: string;
  /** Milliseconds that the server asked to wait. */
  readonly askedToWait?: number;
}

/** A refusal in the server's words, secrets masked. */
export function listen(operation: Operation, answer: Answer, masking: Masking, contract?: ContractInForce): Said {
  const clean = (text: string): string => masking.clean(text);
  const info = parse(answer.text, contract?.errors, contract?.bindingOf(operation));
  return {
    operation,
    status: answer.status,
    message: clean(info?.message ?? (info === undefined ? shortened(answer, masking) : "")),
    fields: (info?.fields ?? []).map(({ field, message }) => ({ field: clean(field), message: clean(message) })),
    ...redirectOf(answer),
    ...waitOf(answer),
  };
}

/** Characters of an error that is no JSON. */
const MOST_QUOTED = 200;

/** Characters that are looked through for them. The patterns take long for a hostile page of some MB. */
const MOST_READ = 20_000;

/**
 * The beginning of a text; of a page its title, or else its text without the marks. Secrets are masked first: nobody
 * recognises one that is cut.
 */
function shortened({ text: raw, headers }: Answer, masking: Masking): string {
  const text = beginningOf(masking.mask(beginningOf(raw, 2 * MOST_READ)), MOST_READ);
  const isPage = /html|xml/i.test(headers["content-type"] ?? "") || /^\s*</.test(text);
  const [, title] = isPage ? (/<title[^>]*>([^<]*)<\/title>/i.exec(text) ?? []) : [];
  const bare = isPage ? (title ?? text.replace(/<(script|style)[^]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ")) : text;
  const plain = masking.mask(bare.replace(/[\s\p{Cc}]+/gu, " ")).trim();
  return plain.length > MOST_QUOTED ? `${plain.slice(0, MOST_QUOTED)}…` : plain;
}

/** At most so many characters, and nothing that stands there in part. */
function beginningOf(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const beginning = text.slice(0, most);
  const end = Math.max(...[" ", "\n", "<", ">", '"'].map((it) => beginning.lastIndexOf(it)));
  return end > most / 2 ? beginning.slice(0, end) : beginning;
}

function waitOf(answer: Answer): Pick<Said, "askedToWait"> {
  const asked = pauseAskedFor(answer);
  return asked === undefined ? {} : { askedToWait: asked };
}

function redirectOf({ headers }: Answer): Pick<Said, "redirectsTo"> {
  const location = headers["location"] ?? "";
  return URL.canParse(location) ? { redirectsTo: new URL(location).origin } : {};
}

/**
 * The error for what was said; `place` is where the call went. `isConfirmed`: the contract file is known to name the right
 * operation of the server, so that 404 is about the object.
 */
export function refusalOf(said: Said, place: string, isConfirmed = true, asked: Asked = {}): ServerRefusal {
  if (said.status === 404 && !isConfirmed) {
    return new ServerRefusal("HC2011", said, unconfirmedOperation(said, `${place}, status 404`));
  }
  // An operation that never answers 404 is itself not there.
  if (said.status === 404 && !said.operation.refusals.includes(404)) {
    return new ServerRefusal("HC2011", said, unknownOperation(said, `${place}, status 404`));
  }
  const code = codeOf(said.status);
  if (said.status === 403 && namesNoOrganisation(said.operation, asked)) {
    return new ServerRefusal(code, said, noUserContext(said, place));
  }
  return new ServerRefusal(code, said, {
    what: `${catalogue[code].title}: ${said.operation.key}${said.message === "" ? "" : `: ${said.message}`}`,
    where: `${place}, status ${said.status}`,
    why: whyOf(said, code),
  });
}

/** What the provider asked for, in its own words. On the server the parameters may have other names. */
interface Asked {
  readonly query?: Readonly<Record<string, unknown>> | undefined;
}

const organisationParameters = ["contextOrganisation", "organisation"];

/** A list of everything that the account sees (docs/platform.md#status-403). */
function namesNoOrganisation({ method, answer, pathParameters }: Operation, { query = {} }: Asked): boolean {
  const isList = method === "GET" && answer instanceof z.ZodArray;
  return (
    isList &&
    Object.keys(pathParameters).length === 0 &&
    organisationParameters.every((name) => query[name] === undefined)
  );
}

/** Neither a failed login nor an empty tenant. */
function noUserContext({ operation, message }: Said, place: string): ErrorDetails {
  return {
    what: `The account sees no list of ${operation.tag.toLowerCase()}, because it has no user context: ${operation.key}${message === "" ? "" : `: ${message}`}`,
    where: `${place}, status 403`,
    why: "This list is for accounts with a role in an organisation, and the server answers 403 to others. The login is right, and the tenant may have such objects.",
    remedy:
      "Give the account a role in an organisation, or choose one for it on the platform. Or use an account that has a role.",
  };
}

function unconfirmedOperation({ operation }: Said, where: string): ErrorDetails {
  return {
    what: `The server answers 404 to ${operation.key}, and nobody has confirmed the operation`,
    where,
    why: "The object may be gone. Or the server has the operation at another path, and then the object is still there.",
    remedy: `Compare ${operation.key} in the contract file with the server's document, and write \`confirmed: true\`.`,
  };
}

function unknownOperation({ operation }: Said, where: string): ErrorDetails {
  const { path } = operation.evidence;
  return {
    what: `The server does not know the operation ${operation.key}`,
    where,
    why: `This server may use another path. Evidence for this path in the public documentation: ${path}.`,
  };
}

/** A token that was given cannot be renewed, which calls for another remedy than a refused session. */
export function tokenRefused(said: Said, place: string, token: GivenToken): ServerRefusal {
  return new ServerRefusal("HC1003", said, { where: `${place}, status 401`, ...refusedToken(token) });
}

/** Status 200 with `error: true` (docs/platform.md#ids-and-common-models). */
export function softFailure(said: Said, place: string): ServerRefusal {
  return new ServerRefusal("HC2200", said, {
    what: `${said.operation.key} failed${said.message === "" ? "" : `: ${said.message}`}`,
    where: `${place}, status ${said.status}`,
  });
}

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: "HC2401",
  403: "HC2403",
  404: "HC2404",
  409: "HC2409",
  413: "HC2413",
  422: "HC2422",
  429: "HC2429",
};

function codeOf(status: number): ErrorCode {
  return byStatus[status] ?? (status >= 500 ? "HC2500" : status >= 300 && status < 400 ? "HC2006" : "HC2400");
}

function whyOf(said: Said, code: ErrorCode): string {
  if (said.askedToWait !== undefined) {
    return `It asks to wait ${Math.ceil(said.askedToWait / 1000)} seconds. ${catalogue[code].cause}`;
  }
  if (said.status === 403) {
    return missingPermission(said.operation, said.message);
  }
  if (said.redirectsTo !== undefined) {
    return `It points to ${said.redirectsTo}. ${catalogue[code].cause}`;
  }
  if (said.fields.length > 0) {
    return said.fields
      .map(({ field, message }) => `${field === "" ? "the request" : `\`${field}\``}: ${message}`)
      .join("; ");
  }
  return catalogue[code].cause;
}

function parse(
  text: string,
  form: ErrorForm | undefined,
  binding: Binding | undefined,
): Partial<Pick<Said, "message" | "fields">> | undefined {
  try {
    const given: unknown = JSON.parse(text);
    const body = nullAsAbsent(ErrorInfo, form === undefined ? given : boundError(form, given, binding));
    return ErrorInfo.partial().safeParse(body).data as Partial<Pick<Said, "message" | "fields">> | undefined;
  } catch {
    return undefined;
  }
}

/** `POST /accounts/v1/organisations/12/suborganisations at https://haleconnect.com`. */
export function placeOf({ method, url }: { readonly method: string; readonly url: string }, server: string): string {
  return `${method} ${url.slice(server.length)} at ${server}`;
}
