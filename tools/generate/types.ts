import { z } from "zod";

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  /** The kind whose resource may stand in for the id. */
  readonly refersTo?: string;
}

/** Puts a wrapper around each value of a type: `pulumi.Input<…>` in arguments, nothing in outputs. */
export type Wrap = (text: string) => string;

/** The TypeScript text of a zod type, without `undefined`; `hidden` are members that nobody writes. */
export function typeText(type: z.ZodType, wrap: Wrap, hidden: readonly string[] = []): string {
  return textOf(without(z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as JsonSchema, hidden), wrap);
}

function without(schema: JsonSchema, hidden: readonly string[]): JsonSchema {
  const { anyOf, properties } = schema;
  return {
    ...schema,
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((option) => without(option, hidden)) }),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.includes(name))) }),
  };
}

function textOf(schema: JsonSchema, wrap: Wrap): string {
  if (schema.enum !== undefined || schema.const !== undefined) {
    return (schema.enum ?? [schema.const]).map((value) => JSON.stringify(value)).join(" | ");
  }
  if (schema.anyOf !== undefined) {
    return [...new Set(schema.anyOf.map((option) => textOf(option, wrap)))].filter(isNotSubsumed).join(" | ");
  }
  if (Array.isArray(schema.type)) {
    return (schema.type as readonly string[]).map((type) => textOf({ ...schema, type }, wrap)).join(" | ");
  }
  switch (schema.type) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "integer":
    case "number":
      return "number";
    case "array":
      return `${inParentheses(wrapped(schema.items ?? {}, wrap))}[]`;
    case "object":
      return objectText(schema, wrap);
    default:
      return "unknown";
  }
}

/** `""` beside `string` says nothing more. */
function isNotSubsumed(text: string, _index: number, all: readonly string[]): boolean {
  return !(text.startsWith('"') && all.includes("string"));
}

/** An optional member takes `undefined` as well, so that a value that is perhaps not there can be passed on. */
export function orUndefined(text: string): string {
  return `${text} | undefined`;
}

/** In arguments a resource may stand in for its id. */
function wrapped(schema: JsonSchema, wrap: Wrap, change: Wrap = (text) => text): string {
  const text = wrap(change(textOf(schema, wrap)));
  const isArgument = wrap("") !== "";
  return isArgument && schema.refersTo !== undefined ? `${text} | ${schema.refersTo}` : text;
}

function inParentheses(text: string): string {
  return /[|&]/.test(text) && !/^[\w.]+<.*>$/.test(text) ? `(${text})` : text;
}

function objectText(schema: JsonSchema, wrap: Wrap): string {
  if (schema.properties === undefined) {
    const values = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
    return `Record<string, ${wrapped(values, wrap)}>`;
  }
  const members = Object.entries(schema.properties).map(([name, member]) => {
    const optional = schema.required?.includes(name) === true ? "" : "?";
    return `${name}${optional}: ${wrapped(member, wrap, optional === "" ? (text) => text : orUndefined)};`;
  });
  return `{ ${members.join(" ")} }`;
}
