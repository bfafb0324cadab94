import type { Binding } from "../binding/file/model";
import { pagingOf, parametersFor, type Range } from "../binding/applying/paging";
import { ExpressionFailed } from "../binding/applying/expression";
import { NoPlace, boundCall } from "../binding/applying/sending";
import type { BoundCall } from "../binding/applying/asked";
import type { Operation, Upload } from "../contract";
import { describeOperation } from "../contract/operation";
import { HaleconnectError } from "../errors";
import type { Token } from "./session";

/** A request as it goes over the wire, less the credentials. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A file instead of a body. */
  readonly upload?: Upload;
  /** The part of the form that the file is, if not `file`; null: the file is the whole body. */
  readonly part?: string | null;
  /** A file is expected; it is not read but handed on. */
  readonly wantsFile?: boolean;
  /** Bytes that an answer may have; without it, what any answer may have. */
  readonly mostBytes?: number;
}

export function withToken(request: WireRequest, token: Token | undefined): WireRequest {
  return token === undefined
    ? request
    : { ...request, headers: { ...request.headers, authorization: `Bearer ${token.value}` } };
}

/** The arguments of any operation, its own types forgotten. */
export interface LooseArguments {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Checks the arguments against the operation's declaration and makes the request from them, as the server has it. */
export async function toRequest(
  baseUrl: string,
  operation: Operation,
  args: LooseArguments,
  { page, binding }: Circumstances = {},
): Promise<WireRequest> {
  const own = callOf(operation, args, binding);
  const call = binding === undefined ? own : await inWordsOfServer(operation, binding, own);
  const wantsFile = operation.gives === "file";
  const { headers, ...body } = bodyOf(operation, call.body, binding);
  const query = { ...call.query, ...(page === undefined ? {} : parametersFor(pagingOf(binding), page)) };
  return {
    method: call.method,
    url: `${baseUrl}${pathOf(operation, call, binding)}${queryOf(query)}`,
    // An error comes as JSON, whatever else was asked for.
    headers: { accept: [...operation.produces, "application/json"].join(", "), ...headers },
    ...body,
    ...(wantsFile ? { wantsFile } : {}),
  };
}

export interface Circumstances {
  /** The part of a list that is asked for. */
  readonly page?: Range;
  /** How the server has the operation, if not as the provider has it. */
  readonly binding?: Binding | undefined;
}

/** The call in the provider's own words, all of it checked. */
function callOf(
  operation: Operation,
  { path = {}, query = {}, body }: LooseArguments,
  binding: Binding | undefined,
): BoundCall {
  const { body: type } = operation;
  // A parameter that the server does not take need not be known.
  const isIdle = (name: string): boolean => binding?.parameters?.[name] === null && path[name] === undefined;
  return {
    method: operation.method,
    path: `${operation.service.basePath}${operation.path}`,
    parameters: mapped(operation.pathParameters, (name, of) =>
      isIdle(name) ? undefined : checked(operation, of, path[name], name),
    ),
    query: mapped(query, (name, value) =>
      value === undefined ? undefined : checked(operation, operation.query[name], value, name),
    ),
    ...(type === undefined ? {} : { body: checked(operation, type, body, "body") }),
  };
}

function mapped<T>(record: Readonly<Record<string, T>>, map: (name: string, value: T) => unknown) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(name, value)]));
}

async function inWordsOfServer(operation: Operation, binding: Binding, own: BoundCall): Promise<BoundCall> {
  try {
    return await boundCall(binding, own);
  } catch (error) {
    if (error instanceof NoPlace) {
      const field = error.field === "" ? "the body" : `\`${error.field}\``;
      throw notSent(
        operation,
        own,
        binding,
        `the server cannot take ${field}`,
        `${error.message}, says the contract file`,
      );
    }
    if (error instanceof ExpressionFailed) {
      throw notSent(operation, own, binding, "the contract file makes no body", capitalised(error.message));
    }
    throw error;
  }
}

/** What the contract file says does not suit this call. */
function notSent(
  operation: Operation,
  { method, path }: Pick<BoundCall, "method" | "path">,
  binding: Binding,
  what: string,
  why: string,
): HaleconnectError {
  return new HaleconnectError("HC2014", {
    what: `${operation.key}: ${what}`,
    where: `${binding.method ?? method} ${binding.path ?? path}`,
    why: `${why}. The provider sent nothing.`,
  });
}

type WireBody = Pick<WireRequest, "body" | "upload" | "part" | "headers">;

function bodyOf(operation: Operation, body: unknown, binding: Binding | undefined): WireBody {
  if (body === undefined) {
    return { headers: {} };
  }
  if (operation.sends === "file") {
    return { headers: {}, upload: body as Upload, ...(binding?.part === undefined ? {} : { part: binding.part }) };
  }
  return operation.sends === "text" && typeof body === "string"
    ? { headers: { "content-type": "text/plain; charset=utf-8" }, body }
    : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

function pathOf(operation: Operation, call: BoundCall, binding: Binding | undefined): string {
  const { path, parameters } = call;
  return path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (binding !== undefined && (value === undefined || value === "")) {
      const why = "The call has no value for the field or parameter that the contract file names";
      throw notSent(operation, call, binding, `nothing gives {${name}} of the server's path`, why);
    }
    if (value === undefined) {
      throw defect(operation, name, "nothing gives this path parameter");
    }
    // URL parsers resolve these even when they are encoded, and the call would go to another path.
    if (value === "." || value === "..") {
      throw defect(operation, name, `${JSON.stringify(value)} cannot be part of a path`);
    }
    return encodeURIComponent(inQuery(value));
  });
}

function queryOf(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, inQuery(value)])).toString();
  return query === "" ? "" : `?${query}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function inQuery(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function checked(operation: Operation, type: Operation["body"], value: unknown, name: string): unknown {
  const parsed = type?.safeParse(value);
  if (parsed === undefined || !parsed.success) {
    const issue = parsed?.error.issues[0];
    throw defect(operation, [name, ...(issue?.path ?? [])].join("."), issue?.message ?? "there is no such parameter");
  }
  return parsed.data;
}

function defect(operation: Operation, field: string, why: string): HaleconnectError {
  return new HaleconnectError("HC9001", {
    what: `${operation.key} was called with arguments that its own contract does not allow`,
    where: `${describeOperation(operation)}, \`${field}\``,
    why: `${why}. This is a defect of the provider: nothing was sent.`,
  });
}
