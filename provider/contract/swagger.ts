import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import { z } from "zod";
import type { Service } from "./index";
import { ErrorInfo } from "./models";
import { pageSize } from "./headers";
import type { Operation } from "./operation";
import { placesOf } from "./sources";
import { portablePattern } from "./pattern";

type Json = Record<string, unknown>;

/** Prints a service as a Swagger 2.0 document from which swagger-codegen makes the client that hale studio uses. */
export function printSwagger(service: Service): Json {
  const definitions: Json = {};
  const schemaOf = (type: z.ZodType): Json => referTo(type, definitions);
  const paths: Record<string, Json> = {};
  for (const op of service.operations) {
    paths[op.path] = { ...paths[op.path], [op.method.toLowerCase()]: printOperation(op, schemaOf) };
  }
  return {
    swagger: "2.0",
    info: { title: service.title, description: service.description, version: "v1" },
    // No scheme: the one under which the document was fetched.
    basePath: service.basePath,
    consumes: ["application/json"],
    produces: ["application/json"],
    securityDefinitions: {
      bearer: { type: "apiKey", in: "header", name: "Authorization", description: "Bearer <token of login>" },
    },
    tags: [...new Set(service.operations.map((op) => op.tag))].sort().map((name) => ({ name })),
    paths,
    definitions: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The same as the text of a swagger.yaml. */
export function printSwaggerYaml(service: Service): string {
  return stringify(printSwagger(service), { aliasDuplicateObjects: false });
}

function printOperation(op: Operation, schemaOf: (type: z.ZodType) => Json): Json {
  const errors: readonly number[] = op.access === "token" ? [401, 403, ...op.refusals] : op.refusals;
  const refusal = { schema: schemaOf(ErrorInfo) };
  return {
    tags: [op.tag],
    operationId: op.id,
    summary: op.summary,
    ...(op.description === undefined ? {} : { description: op.description }),
    ...mediaOf(op),
    parameters: printParameters(op, schemaOf),
    responses: {
      [op.status]: {
        description: "OK",
        ...answerOf(op, schemaOf),
        ...(op.paged
          ? { headers: { "X-Total-Count": { type: "integer", description: "Length of the whole list." } } }
          : {}),
      },
      ...Object.fromEntries(errors.map((status) => [status, { description: reasons[status], ...refusal }])),
      default: { description: op.id === "login" ? "Wrong credentials" : "Any other failure", ...refusal },
    },
    ...(op.id === "login" ? {} : { security: op.access === "token" ? [{ bearer: [] }] : [{ bearer: [] }, {}] }),
    "x-evidence": { ...op.evidence, source: placesOf(op.evidence.source).join(", ") },
  };
}

/** A code generator takes the types of an operation over those of the whole document. */
function mediaOf({ sends, gives, produces }: Operation): Json {
  const consumed = { json: undefined, text: "text/plain", file: "multipart/form-data" }[sends];
  return {
    ...(consumed === undefined ? {} : { consumes: [consumed] }),
    // Its errors come as JSON all the same.
    ...(gives === "file" ? { produces: [...produces, "application/json"] } : {}),
  };
}

function answerOf({ gives, answer }: Operation, schemaOf: (type: z.ZodType) => Json): Json {
  return {
    json: () => ({ schema: schemaOf(answer) }),
    file: () => ({ schema: { type: "file" } }),
    nothing: () => ({}),
  }[gives]();
}

const reasons: Readonly<Record<number, string>> = {
  401: "No token, or one that is no longer valid",
  403: "Not allowed",
  404: "Gone, or not visible to the caller",
  409: "Taken, or still in use",
  413: "Too large",
  422: "Invalid; every invalid field is listed",
};

function printParameters(op: Operation, schemaOf: (type: z.ZodType) => Json): Json[] {
  const inPath = Object.entries(op.pathParameters).map(([name, type]) => ({
    name,
    in: "path",
    required: true,
    ...schemaOf(type),
  }));
  const inQuery = Object.entries(op.query).map(([name, type]) => ({
    name,
    in: "query",
    required: false,
    ...schemaOf(type),
  }));
  const paging = op.paged
    ? [
        { name: "offset", in: "query", required: false, type: "integer", minimum: 0, default: 0 },
        {
          name: "limit",
          in: "query",
          required: false,
          type: "integer",
          minimum: 1,
          maximum: pageSize.most,
          default: pageSize.default,
        },
      ]
    : [];
  return [...inPath, ...inQuery, ...paging, ...printBody(op, schemaOf)];
}

function printBody({ body, sends }: Operation, schemaOf: (type: z.ZodType) => Json): Json[] {
  if (body === undefined) {
    return [];
  }
  return sends === "file"
    ? [{ name: "file", in: "formData", required: true, type: "file" }]
    : [{ name: "body", in: "body", required: true, schema: schemaOf(body) }];
}

/** The Swagger form of a type; models with a name go into `definitions` and are referred to. */
function referTo(type: z.ZodType, definitions: Json): Json {
  const printed = z.toJSONSchema(z.object({ it: type }), {
    target: "draft-04",
    io: "output",
    unrepresentable: "any",
    override: printPatterns,
  });
  for (const [name, model] of Object.entries(printed["definitions"] ?? {})) {
    definitions[name] = toSwagger(model);
  }
  return toSwagger(printed.properties?.["it"]) as Json;
}

/** Swagger takes one pattern, without flags; what it cannot say is told in words. */
function printPatterns({ zodSchema, jsonSchema }: Parameters<Override>[0]): void {
  const patterns = patternsOf(zodSchema);
  if (patterns.length === 0) {
    return;
  }
  delete jsonSchema.allOf;
  delete jsonSchema.pattern;
  const told = patterns.find((pattern) => portablePattern(pattern) !== undefined);
  if (told !== undefined) {
    jsonSchema.pattern = portablePattern(told) as string;
  }
  // Said in the description, which whoever uses the type may still replace.
  jsonSchema[inWords] = patterns.filter((it) => it !== told).map((pattern) => `It has to match ${String(pattern)}.`);
}

const inWords = "x-in-words";

/** Those of its own checks; a type of text with a form, such as an e-mail address, has one itself. */
function patternsOf({ _zod: { def } }: z.core.$ZodType): RegExp[] {
  const checks = [def, ...(def.checks ?? []).map((check) => check._zod.def)] as { readonly pattern?: unknown }[];
  return checks.flatMap(({ pattern }) => (pattern instanceof RegExp ? [pattern] : []));
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>["override"]>;

/** What JSON Schema can say and Swagger 2.0 (and its code generator) cannot. */
function toSwagger(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(toSwagger);
  }
  if (typeof node !== "object" || node === null) {
    return node;
  }
  const { anyOf, allOf, [inWords]: words, ...rest } = node as Json;
  if (Array.isArray(words) && words.length > 0) {
    const before = (rest["description"] as string | undefined) ?? "";
    const description = [before, ...(words as string[])].join(" ").trim();
    return toSwagger({ ...(node as Json), description, [inWords]: undefined });
  }
  if (Array.isArray(allOf)) {
    // A model that is described where it is used; the code generator would leave the field out.
    return toSwagger(allOf[0]);
  }
  if (Array.isArray(anyOf)) {
    const alternatives = (anyOf as Json[]).filter(({ type }) => type !== "null");
    const nullable = alternatives.length < anyOf.length ? { "x-nullable": true } : {};
    return toSwagger({ ...inCommon(alternatives), ...rest, ...nullable });
  }
  const kept = Object.entries(rest).filter(([key, value]) => !isForeign(key, value));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === "properties" ? mapValues(value as Json, toSwagger) : toSwagger(value)]),
  );
}

/** What holds for every alternative: an e-mail address or an empty text is a text. */
function inCommon([first, ...others]: readonly Json[]): Json {
  const isShared = ([key, value]: [string, unknown]) => others.every((other) => isDeepStrictEqual(other[key], value));
  return Object.fromEntries(Object.entries(first ?? {}).filter(isShared));
}

function isForeign(key: string, value: unknown): boolean {
  const isSafeIntegerBound =
    (key === "minimum" || key === "maximum") && Math.abs(value as number) === Number.MAX_SAFE_INTEGER;
  return isSafeIntegerBound || ["id", "$schema", "additionalProperties", "propertyNames"].includes(key);
}

function mapValues(record: Json, map: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
