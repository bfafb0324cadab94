import type { Json } from "./client";

/** What this check reads of a schema, of OpenAPI or Swagger. References are resolved. */
export interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  pattern?: string;
  nullable?: boolean;
  "x-nullable"?: boolean;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  allOf?: Schema[];
}

const formats: Record<string, RegExp> = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  email: /^\S+@\S+$/,
};

/** Whatever a value has or lacks against its schema. */
export function problemsWith(schema: Schema, value: unknown, place = "body"): string[] {
  return [...misfits(schema, value, place), ...undeclared(schema, value, place)];
}

function misfits(schema: Schema, value: unknown, place: string): string[] {
  if (value === null) {
    return schema.nullable === true || schema["x-nullable"] === true ? [] : [`${place} is null`];
  }
  const inherited = (schema.allOf ?? []).flatMap((part) => misfits(part, value, place));
  if (schema.type !== undefined && typeOf(value) !== schema.type) {
    return [...inherited, `${place} is ${typeOf(value)}, not ${schema.type}`];
  }
  if (typeof value === "string") {
    return [...inherited, ...wrongText(schema, value, place)];
  }
  const { items } = schema;
  if (Array.isArray(value)) {
    return items ? value.flatMap((item, index) => problemsWith(items, item, `${place}[${index}]`)) : [];
  }
  return typeof value === "object" ? [...inherited, ...wrongMembers(schema, value as Json, place)] : inherited;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) {
    return "array";
  }
  return Number.isInteger(value) ? "integer" : typeof value;
}

function wrongText(schema: Schema, value: string, place: string): string[] {
  const pattern = schema.pattern === undefined ? formats[schema.format ?? ""] : new RegExp(schema.pattern);
  const isListed = schema.enum === undefined || schema.enum.includes(value);
  return isListed && (pattern?.test(value) ?? true) ? [] : [`${place} is "${value}"`];
}

function wrongMembers(schema: Schema, value: Json, place: string): string[] {
  const missing = (schema.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => `${place}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const declared = schema.properties?.[name] ?? schema.additionalProperties;
    return declared ? problemsWith(declared, member, `${place}.${name}`) : [];
  });
  return [...missing, ...wrong];
}

const parts = (schema: Schema): Schema[] => [schema, ...(schema.allOf ?? []).flatMap(parts)];

function undeclared(schema: Schema, value: unknown, place: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [];
  }
  const all = parts(schema);
  if (all.some(({ additionalProperties }) => additionalProperties)) {
    return [];
  }
  const names = new Set(all.flatMap(({ properties }) => Object.keys(properties ?? {})));
  return Object.keys(value)
    .filter((name) => !names.has(name))
    .map((name) => `${place}.${name} is not declared`);
}
