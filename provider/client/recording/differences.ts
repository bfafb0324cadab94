import { z } from "zod";
import type { RecordedShape } from "./line";
import { fieldsOf } from "./merge";
import { bare } from "./types";

/**
 * `missing`: the model needs it. `otherType`: it has another form than in the model. `otherValue`: the enumeration does
 * not have it. `unknown`: the model does not have it, which does no harm.
 */
export type ShapeProblem = "missing" | "otherType" | "otherValue" | "unknown";

export interface ShapeDifference {
  /** `name`, `buckets[].id`, `orgRoles.<number>`; empty for the whole. */
  readonly field: string;
  readonly problem: ShapeProblem;
  readonly expected?: string;
  readonly found?: string;
}

/** How a shape differs from a model. `null` counts as missing, as everywhere in the client. */
export function differencesOf(shape: RecordedShape, type: z.ZodType, field = ""): readonly ShapeDifference[] {
  if (shape === "hidden" || shape === "null") {
    return shape === "null" && !mayBeMissing(type) && !isNullable(type) ? [missing(field, type)] : [];
  }
  if (typeof shape === "object" && "oneOf" in shape) {
    return shape.oneOf.flatMap((one) => differencesOf(one, type, field));
  }
  const inner = bare(type);
  if (inner instanceof z.ZodUnion) {
    const options = (inner.options as z.ZodType[]).map((option) => differencesOf(shape, option, field));
    return options.find((found) => found.length === 0) ?? options[0] ?? [];
  }
  if (inner instanceof z.ZodObject) {
    return inObject(shape, inner, field);
  }
  if (inner instanceof z.ZodRecord) {
    return inRecord(shape, inner, field);
  }
  if (inner instanceof z.ZodArray) {
    return inList(shape, inner, field);
  }
  return inAtom(shape, inner, field);
}

function inObject(shape: RecordedShape, type: z.ZodObject, field: string): readonly ShapeDifference[] {
  if (typeof shape === "string" || !("object" in shape)) {
    return [other(field, "an object", shape)];
  }
  const found = fieldsOf(shape);
  const declared = type.shape as Readonly<Record<string, z.ZodType>>;
  const known = Object.entries(declared).flatMap(([name, inner]) => {
    const [one, place] = [found.get(name), joined(field, name)];
    const isAbsent = one === undefined || one.isOptional;
    return [
      ...(isAbsent && !mayBeMissing(inner) ? [missing(place, inner)] : []),
      ...(one === undefined ? [] : differencesOf(one.shape, inner, place)),
    ];
  });
  const unknown = [...found].flatMap(([name, { shape: inside }]): ShapeDifference[] =>
    Object.hasOwn(declared, name)
      ? []
      : [{ field: joined(field, name), problem: "unknown", found: describeShape(inside) }],
  );
  return [...known, ...unknown];
}

function inRecord(shape: RecordedShape, type: z.ZodRecord, field: string): readonly ShapeDifference[] {
  if (typeof shape === "string" || !("object" in shape)) {
    return [other(field, "an object", shape)];
  }
  return [...fieldsOf(shape)].flatMap(([name, { shape: inside }]) =>
    differencesOf(inside, type.valueType as z.ZodType, joined(field, name)),
  );
}

function inList(shape: RecordedShape, type: z.ZodArray, field: string): readonly ShapeDifference[] {
  if (typeof shape === "string" || !("list" in shape)) {
    return [other(field, "a list", shape)];
  }
  return shape.of === undefined ? [] : differencesOf(shape.of, type.element as z.ZodType, `${field}[]`);
}

/** Formats that a model states and a shape tells. A pattern cannot be held against a shape. */
const formats: Readonly<Record<string, string>> = { url: "url", email: "e-mail", date: "date", uuid: "uuid" };

function inAtom(shape: RecordedShape, type: z.ZodType | undefined, field: string): readonly ShapeDifference[] {
  if (type instanceof z.ZodEnum) {
    return inEnumeration(shape, type.options.map(String), field);
  }
  if (type instanceof z.ZodNumber) {
    const isWhole = type.format?.includes("int") === true;
    const isFitting = shape === "integer" || (shape === "decimal" && !isWhole);
    return isFitting ? [] : [other(field, isWhole ? "a whole number" : "a number", shape)];
  }
  if (type instanceof z.ZodBoolean) {
    return shape === "boolean" ? [] : [other(field, "true or false", shape)];
  }
  if (type instanceof z.ZodString || type instanceof z.ZodStringFormat) {
    return inText(shape, type, field);
  }
  return [];
}

function inEnumeration(shape: RecordedShape, options: readonly string[], field: string): readonly ShapeDifference[] {
  if (typeof shape !== "string" || !isText(shape)) {
    return [other(field, "a text", shape)];
  }
  const isOne = shape.startsWith("=") && options.includes(shape.slice(1));
  return isOne ? [] : [{ field, problem: "otherValue", expected: options.join(", "), found: describeShape(shape) }];
}

function inText(
  shape: RecordedShape,
  type: z.ZodString | z.ZodStringFormat,
  field: string,
): readonly ShapeDifference[] {
  if (typeof shape !== "string" || !isText(shape)) {
    return [other(field, "a text", shape)];
  }
  const { format } = type.def as { readonly format?: string };
  const wanted = format === undefined ? undefined : formats[format];
  if (wanted !== undefined && shape !== `text:${wanted}`) {
    return [other(field, `a text of the form ${wanted}`, shape)];
  }
  const isTooShort = shape === "text:empty" && type instanceof z.ZodString && (type.minLength ?? 0) > 0;
  return isTooShort ? [other(field, "a text that is not empty", shape)] : [];
}

function isText(shape: string): boolean {
  return shape.startsWith("text") || shape.startsWith("=");
}

function mayBeMissing(type: z.ZodType): boolean {
  return type instanceof z.ZodOptional || (type instanceof z.ZodNullable && mayBeMissing(type.unwrap() as z.ZodType));
}

function isNullable(type: z.ZodType): boolean {
  return type instanceof z.ZodNullable || (type instanceof z.ZodOptional && isNullable(type.unwrap() as z.ZodType));
}

function missing(field: string, type: z.ZodType): ShapeDifference {
  const inner = bare(type);
  const kind = inner instanceof z.ZodArray ? "a list" : inner instanceof z.ZodObject ? "an object" : undefined;
  return { field, problem: "missing", ...(kind === undefined ? {} : { expected: kind }) };
}

function other(field: string, expected: string, found: RecordedShape): ShapeDifference {
  return { field, problem: "otherType", expected, found: describeShape(found) };
}

function joined(field: string, name: string): string {
  return field === "" ? name : `${field}.${name}`;
}

function describeShape(shape: RecordedShape): string {
  if (typeof shape === "string") {
    return shape.replace(/^text:/, "text, ").replace(/^=/, "the text ");
  }
  return "list" in shape ? "list" : "object" in shape ? "object" : shape.oneOf.map(describeShape).join(" or ");
}
