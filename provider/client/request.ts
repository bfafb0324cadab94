import type { Operation, Upload } from "../contract";
import { describeOperation } from "../contract";
import { HaleconnectError } from "../errors";

/** A request as it goes over the wire, less the credentials. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** A file instead of a body. */
  readonly upload?: Upload;
  /** A file is expected; it is not read but handed on. */
  readonly wantsFile?: boolean;
}

/** The arguments of any operation, its own types forgotten. */
export interface LooseArguments {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** A part of a list. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Checks the arguments against the operation's declaration and makes the request from them. */
export function toRequest(baseUrl: string, operation: Operation, args: LooseArguments, page?: Page): WireRequest {
  const { headers, ...body } = bodyOf(operation, args.body);
  const wantsFile = operation.gives === "file";
  return {
    method: operation.method,
    url: `${baseUrl}${operation.service.basePath}${pathOf(operation, args.path ?? {})}${queryOf(operation, args.query ?? {}, page)}`,
    // An error comes as JSON, whatever else was asked for.
    headers: { accept: [...operation.produces, "application/json"].join(", "), ...headers },
    ...body,
    ...(wantsFile ? { wantsFile } : {}),
  };
}

type WireBody = Pick<WireRequest, "body" | "upload" | "headers">;

function bodyOf(operation: Operation, given: unknown): WireBody {
  if (operation.body === undefined) {
    return { headers: {} };
  }
  const body = checked(operation, operation.body, given, "body");
  const forms: Readonly<Record<Operation["sends"], () => WireBody>> = {
    json: () => ({ headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    text: () => ({ headers: { "content-type": "text/plain; charset=utf-8" }, body: body as string }),
    file: () => ({ headers: {}, upload: body as Upload }),
  };
  return forms[operation.sends]();
}

function pathOf(operation: Operation, values: Readonly<Record<string, unknown>>): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(checked(operation, operation.pathParameters[name], values[name], name));
    // URL parsers resolve these even when they are encoded, and the call would go to another path.
    if (value === "." || value === "..") {
      throw defect(operation, name, `${JSON.stringify(value)} cannot be part of a path`);
    }
    return encodeURIComponent(value);
  });
}

function queryOf(operation: Operation, values: Readonly<Record<string, unknown>>, page: Page | undefined): string {
  const given = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, checked(operation, operation.query[name], value, name)]);
  const all = [...given, ...Object.entries(page ?? {})].map(([name, value]): [string, string] => [
    String(name),
    String(value),
  ]);
  const query = new URLSearchParams(all).toString();
  return query === "" ? "" : `?${query}`;
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
