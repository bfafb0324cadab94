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
  readonly description?: string;
  /** A model of the contract that has a name: `#/$defs/TaggedValue`. */
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  /** The kind whose resource may stand in for the id. */
  readonly refersTo?: string;
}

/** Puts a wrapper around each value of a type: `pulumi.Input<…>` in arguments, nothing in outputs. */
export type Wrap = (text: string) => string;

/** How a type is written down. */
interface Style {
  readonly wrap: Wrap;
  /** The text of a model that has a name. */
  readonly model: (name: string) => string;
  /** What is said of a member, before it. */
  readonly comment: (about: string | undefined) => string;
  /** A resource may stand in for its id. */
  readonly takesResources: boolean;
}

export interface TypeOptions {
  /** Members that nobody writes. */
  readonly hidden?: readonly string[];
  /** Members come with what is said of them. */
  readonly isDocumented?: boolean;
}

/** The TypeScript text of a zod type, without `undefined`. */
export function typeText(type: z.ZodType, wrap: Wrap, { hidden = [], isDocumented = false }: TypeOptions = {}): string {
  const schema = schemaOf(type);
  const style: Style = {
    wrap,
    model: (name) => textOf(schema.$defs?.[name] ?? {}, style),
    comment: (about) => (isDocumented && about !== undefined ? `\n/** ${about} */\n` : ""),
    takesResources: wrap("") !== "",
  };
  return textOf(without(schema, hidden), style);
}

/** The same for a page, where a model is called by its name. */
export function shortText(type: z.ZodType): string {
  return onPage(textOf(schemaOf(type), inShort));
}

/** What may be given for an input, on a page. */
export function inputText(type: z.ZodType, hidden: readonly string[]): string {
  return onPage(textOf(without(schemaOf(type), hidden), { ...inShort, takesResources: true }));
}

/** A reader knows from the question mark that a member may be left out. */
function onPage(text: string): string {
  return text.replaceAll(" | undefined", "");
}

const inShort: Style = { wrap: (text) => text, model: (name) => name, comment: () => "", takesResources: false };

/** A member of a model, for its table. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly doc: string;
  readonly required: boolean;
}

/** A model of the contract that a type is made of. */
export interface Model {
  readonly name: string;
  readonly doc: string;
  readonly members: readonly Member[];
}

export function modelsIn(type: z.ZodType): Model[] {
  const { $defs: models = {} } = schemaOf(type);
  const docOf = ({ description, $ref }: JsonSchema): string =>
    description ?? models[modelName($ref)]?.description ?? "";
  return Object.entries(models)
    .filter(([, { properties }]) => properties !== undefined)
    .map(([name, model]) => ({
      name,
      doc: docOf(model),
      members: Object.entries(model.properties ?? {}).map(([member, inner]) => ({
        name: member,
        type: textOf(inner, inShort),
        doc: docOf(inner),
        required: model.required?.includes(member) === true,
      })),
    }));
}

function modelName(ref = ""): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

function schemaOf(type: z.ZodType): JsonSchema {
  return z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as JsonSchema;
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

function textOf(schema: JsonSchema, style: Style): string {
  if (schema.$ref !== undefined) {
    return style.model(modelName(schema.$ref));
  }
  if (schema.enum !== undefined || schema.const !== undefined) {
    return (schema.enum ?? [schema.const]).map((value) => JSON.stringify(value)).join(" | ");
  }
  if (schema.anyOf !== undefined) {
    return [...new Set(schema.anyOf.map((option) => textOf(option, style)))].filter(isNotSubsumed).join(" | ");
  }
  if (Array.isArray(schema.type)) {
    return (schema.type as readonly string[]).map((type) => textOf({ ...schema, type }, style)).join(" | ");
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
      return `${inParentheses(wrapped(schema.items ?? {}, style))}[]`;
    case "object":
      return objectText(schema, style);
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
function wrapped(schema: JsonSchema, style: Style, change: Wrap = (text) => text): string {
  const text = style.wrap(change(textOf(schema, style)));
  return style.takesResources && schema.refersTo !== undefined ? `${text} | ${schema.refersTo}` : text;
}

function inParentheses(text: string): string {
  return /[|&]/.test(text) && !/^[\w.]+<.*>$/.test(text) ? `(${text})` : text;
}

function objectText(schema: JsonSchema, style: Style): string {
  if (schema.properties === undefined) {
    const values = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
    return `Record<string, ${wrapped(values, style)}>`;
  }
  const members = Object.entries(schema.properties).map(([name, member]) => {
    const optional = schema.required?.includes(name) === true ? "" : "?";
    return `${style.comment(member.description)}${name}${optional}: ${wrapped(member, style, optional === "" ? (text) => text : orUndefined)};`;
  });
  return `{ ${members.join(" ")} }`;
}
