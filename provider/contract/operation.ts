import type { z } from "zod";
import type { Evidence } from "./evidence";

export type Method = "GET" | "POST" | "PUT" | "DELETE";
export type Parameters = Readonly<Record<string, z.ZodType>>;

/** One of the platform's services; its swagger.yaml lies in `folder`, its operations under `basePath`. */
export interface ServiceInfo {
  readonly name: string;
  readonly folder: string;
  readonly basePath: string;
  readonly title: string;
  readonly description: string;
  /** Others have operations of the same ids, so that an id alone does not say which one is meant. */
  readonly isOneOfSeveral?: boolean;
}

/** Which of the server's refusals the operation can give, beyond 429 and 5xx, and 401 and 403 where a token is needed. */
export type RefusalStatus = 403 | 404 | 409 | 413 | 422;

/**
 * What may be done after a write whose fate is unknown (time-out, reset, 5xx).
 * `repeat`: sending it again leads to the same end. `look`: look at the server first.
 */
export type AfterDoubt = "repeat" | "look";

/** How a body travels. `text`: bare, not as JSON. `file`: one file, as the part `file` of multipart/form-data. */
export type Sends = "json" | "text" | "file";

/** How an answer travels. `file`: bytes. `nothing`: the status says it all. */
export type Gives = "json" | "file" | "nothing";

export interface OperationDeclaration<
  Path extends Parameters,
  Query extends Parameters,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType,
> {
  readonly id: string;
  readonly tag: string;
  readonly method: Method;
  /** Relative to the service's base path, with `{name}` for each path parameter. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** In the order in which generated clients take them. */
  readonly pathParameters?: Path;
  readonly query?: Query;
  readonly body?: Body;
  readonly sends?: Sends;
  /** Bytes that a file which is sent may have. */
  readonly largestFile?: number;
  readonly answer: Answer;
  readonly gives?: Gives;
  /** Media types of a file that is given. */
  readonly produces?: readonly string[];
  readonly status?: 200 | 201;
  /** `public`: a token is taken when there is one but not needed. */
  readonly access?: "public" | "token";
  readonly afterDoubt?: AfterDoubt;
  /** A list that takes `offset` and `limit` and answers `X-Total-Count`. */
  readonly paged?: boolean;
  readonly refusals?: readonly RefusalStatus[];
  readonly evidence: Evidence;
}

export interface Operation<
  Path extends Parameters = Parameters,
  Query extends Parameters = Parameters,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Answer extends z.ZodType = z.ZodType,
> extends Omit<OperationDeclaration<Path, Query, Body, Answer>, "pathParameters" | "query" | "body"> {
  readonly service: ServiceInfo;
  /** Names it among all operations: its id, or `store/data.addFiles` where several services have that id. */
  readonly key: string;
  readonly pathParameters: Path;
  readonly query: Query;
  readonly body: Body;
  readonly sends: Sends;
  readonly gives: Gives;
  readonly produces: readonly string[];
  readonly status: 200 | 201;
  readonly access: "public" | "token";
  readonly afterDoubt: AfterDoubt;
  readonly paged: boolean;
  readonly refusals: readonly RefusalStatus[];
}

/**
 * What a call of the operation takes: its path parameters, query and body, in one object each.
 * Where none are declared their type keeps free keys, and there is nothing to give.
 */
export type Arguments<O> =
  O extends Operation<infer Path, infer Query, infer Body>
    ? (string extends keyof Path ? unknown : { readonly path: { readonly [K in keyof Path]: z.input<Path[K]> } }) &
        (string extends keyof Query
          ? unknown
          : { readonly query?: { readonly [K in keyof Query]?: z.input<Query[K]> } }) &
        (Body extends z.ZodType ? { readonly body: z.input<Body> } : unknown)
    : never;

export type AnswerOf<O> = O extends { readonly answer: infer Answer extends z.ZodType } ? z.output<Answer> : never;

/** Declares an operation of a service; client, emulator, swagger.yaml and tests are derived from it. */
export function operation<
  Answer extends z.ZodType,
  Path extends Parameters = Parameters,
  Query extends Parameters = Parameters,
  Body extends z.ZodType | undefined = undefined,
>(
  service: ServiceInfo,
  declaration: OperationDeclaration<Path, Query, Body, Answer>,
): Operation<Path, Query, Body, Answer> {
  const declaredInPath = [...declaration.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const declared = Object.keys(declaration.pathParameters ?? {});
  if (declaredInPath.join() !== declared.join()) {
    throw new Error(
      `${declaration.id}: the path names {${declaredInPath.join()}}, the parameters are {${declared.join()}}`,
    );
  }
  return {
    sends: "json",
    gives: "json",
    produces: [],
    status: 200,
    access: "token",
    afterDoubt: declaration.method === "POST" ? "look" : "repeat",
    paged: false,
    refusals: [],
    ...declaration,
    service,
    key: service.isOneOfSeveral === true ? `${service.name}.${declaration.id}` : declaration.id,
    pathParameters: declaration.pathParameters ?? ({} as Path),
    query: declaration.query ?? ({} as Query),
    body: declaration.body as Body,
  };
}

export function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "evidence" in value && "answer" in value && "service" in value;
}

export function isWrite(op: Operation): boolean {
  return op.method !== "GET";
}

/** `POST /accounts/v1/auth/login`, for messages and documentation. */
export function describeOperation(op: Operation): string {
  return `${op.method} ${op.service.basePath}${op.path}`;
}
