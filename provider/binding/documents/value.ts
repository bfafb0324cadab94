import { isObject, listAt, valueAt, type Json } from "./json";
import { documentLimits } from "./limits";
import type { ApiLimits, ApiType } from "./model";

const types: ReadonlySet<unknown> = new Set<ApiType>([
  "string",
  "integer",
  "number",
  "boolean",
  "object",
  "array",
  "file",
]);

/** What a schema says of its type, or lets guess. */
export function typeOf(schema: Json): ApiType {
  const type = namedType(valueAt(schema, "type"));
  if (type === "string" || type === undefined) {
    return isBinary(schema) ? "file" : (type ?? guessedType(schema));
  }
  return type;
}

/** OpenAPI 3.1 writes `["string", "null"]` for a text that may be missing. */
function namedType(type: unknown): ApiType | undefined {
  const named = (Array.isArray(type) ? (type as unknown[]) : [type]).filter((one) => one !== "null");
  if (named.length > 1) {
    return "unknown";
  }
  return types.has(named[0]) ? (named[0] as ApiType) : undefined;
}

/** OpenAPI 3.0 says it with the format, 3.1 with the media type of a text that is not encoded. */
function isBinary(schema: Json): boolean {
  return (
    valueAt(schema, "format") === "binary" ||
    (typeof valueAt(schema, "contentMediaType") === "string" && valueAt(schema, "contentEncoding") === undefined)
  );
}

function guessedType(schema: Json): ApiType {
  if (isObject(valueAt(schema, "properties")) || isObject(valueAt(schema, "additionalProperties"))) {
    return "object";
  }
  if (isObject(valueAt(schema, "items"))) {
    return "array";
  }
  const values = listAt(schema, "enum").filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === "string") ? "string" : "unknown";
}

/** The values of an enumeration, as texts; null is none of them. */
export function valuesOf(schema: Json): readonly string[] | undefined {
  const only = valueAt(schema, "const");
  const values = only === undefined ? listAt(schema, "enum") : [only];
  const told = values.filter((value) => ["string", "number", "boolean"].includes(typeof value)).map(String);
  return told.length === 0 ? undefined : told;
}

const numbers = ["minLength", "maxLength", "minimum", "maximum"] as const;

export function limitsOf(schema: Json): ApiLimits | undefined {
  const told = numbers
    .map((name) => [name, valueAt(schema, name)] as const)
    .filter(([, value]) => typeof value === "number");
  const pattern = valueAt(schema, "pattern");
  const limits: ApiLimits = {
    ...Object.fromEntries(told),
    ...(typeof pattern === "string" && pattern.length <= documentLimits.text ? { pattern } : {}),
  };
  return Object.keys(limits).length === 0 ? undefined : limits;
}
