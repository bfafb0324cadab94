import { isDeepStrictEqual } from "node:util";
import { valueAt } from "./json";
import type { DocumentReading } from "./reading";
import type { SchemaShape } from "./shape";

/** What holds if both hold: allOf. */
export function both(reading: DocumentReading, one: SchemaShape, other: SchemaShape): SchemaShape {
  reading.step(sizeOf(one) + sizeOf(other));
  const limits = { ...other.limits, ...one.limits };
  return {
    type: one.type === "unknown" ? other.type : one.type,
    format: one.format ?? other.format,
    values: one.values === undefined ? other.values : inBoth(one.values, other.values),
    description: one.description === "" ? other.description : one.description,
    limits: Object.keys(limits).length === 0 ? undefined : limits,
    members: joined([one, other], "allOf"),
    required: new Set([...one.required, ...other.required]),
    items: one.items ?? other.items,
  };
}

/** What holds whichever of the shapes it is: oneOf and anyOf. What only some of them require is not required. */
export function either(reading: DocumentReading, shapes: readonly [SchemaShape, ...SchemaShape[]]): SchemaShape {
  reading.step(shapes.reduce((sum, shape) => sum + sizeOf(shape), 0));
  const [first, ...others] = shapes;
  const shared = <Key extends "type" | "format" | "description" | "limits">(key: Key): SchemaShape[Key] | undefined =>
    others.every((other) => isDeepStrictEqual(other[key], first[key])) ? first[key] : undefined;
  const values = shapes.map((shape) => shape.values);
  return {
    type: shared("type") ?? "unknown",
    format: shared("format"),
    values: values.includes(undefined) ? undefined : [...new Set(values.flatMap((some) => some ?? []))],
    description: shared("description") ?? "",
    limits: shared("limits"),
    members: joined(shapes, "anyOf"),
    required: new Set([...first.required].filter((name) => others.every(({ required }) => required.has(name)))),
    items: oneSchema(
      shapes.flatMap(({ items }) => (items === undefined ? [] : [items])),
      "anyOf",
    ),
  };
}

function sizeOf({ members, required, values }: SchemaShape): number {
  return 1 + members.size + required.size + (values?.length ?? 0);
}

function inBoth(values: readonly string[], others: readonly string[] | undefined): readonly string[] {
  const allowed = new Set(others ?? values);
  return values.filter((value) => allowed.has(value));
}

function joined(shapes: readonly SchemaShape[], how: "allOf" | "anyOf"): SchemaShape["members"] {
  const found = new Map<string, unknown[]>();
  for (const { members } of shapes) {
    for (const [name, schema] of members) {
      const schemas = found.get(name);
      if (schemas === undefined) {
        found.set(name, [schema]);
      } else {
        schemas.push(schema);
      }
    }
  }
  return new Map([...found].map(([name, schemas]) => [name, oneSchema(schemas, how)]));
}

/** Two objects with the same content are not compared: composed of each other, they mean the same as one. */
function oneSchema(schemas: readonly unknown[], how: "allOf" | "anyOf"): unknown {
  const [first, ...others] = schemas;
  const reference = valueAt(first, "$ref");
  const isFirst = (other: unknown) =>
    other === first || (typeof reference === "string" && valueAt(other, "$ref") === reference);
  return others.every(isFirst) ? first : { [how]: schemas };
}
