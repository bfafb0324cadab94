import { entriesAt, isObject, listAt, textAt, textsAt, valueAt, type Json } from "./json";
import { documentLimits } from "./limits";
import type { DocumentReading } from "./reading";
import { nothingKnown, type SchemaShape } from "./shape";
import { both, either } from "./composition";
import { limitsOf, typeOf, valuesOf } from "./value";

/** What a schema says. Asked a second time, it is the same object. */
export function shapeOf(reading: DocumentReading, schema: unknown, depth = 0): SchemaShape {
  const target = reading.resolve(schema);
  if (target === undefined) {
    return nothingKnown;
  }
  const known = reading.shapes.get(target);
  if (known !== undefined) {
    return known;
  }
  const alone = uncomposed(reading, target);
  // A schema that is a part of itself finds this, and ends there.
  reading.shapes.set(target, alone);
  const composed = depth < documentLimits.composition ? compose(reading, target, alone, depth) : alone;
  reading.shapes.set(target, composed);
  return composed;
}

function compose(reading: DocumentReading, target: Json, alone: SchemaShape, depth: number): SchemaShape {
  const shapesAt = (key: string) =>
    listAt(target, key)
      .filter((option) => !isNull(option))
      .map((option) => shapeOf(reading, option, depth + 1));
  const options = ["oneOf", "anyOf"].flatMap((key) => {
    const [first, ...others] = shapesAt(key);
    return first === undefined ? [] : [either(reading, [first, ...others])];
  });
  const parts = [...shapesAt("allOf"), ...options];
  return parts.reduce((whole, part) => both(reading, whole, part), alone);
}

function isNull(option: unknown): boolean {
  return valueAt(option, "type") === "null";
}

function uncomposed(reading: DocumentReading, target: Json): SchemaShape {
  const properties = entriesAt(target, "properties");
  reading.step(1 + properties.length);
  const format = valueAt(target, "format");
  const items = valueAt(target, "items");
  return {
    type: typeOf(target),
    format: typeof format === "string" ? textAt(target, "format") : undefined,
    values: valuesOf(target),
    description: textAt(target, "description"),
    limits: limitsOf(target),
    members: new Map(properties),
    required: new Set(textsAt(target, "required")),
    items: isObject(items) ? items : undefined,
  };
}
