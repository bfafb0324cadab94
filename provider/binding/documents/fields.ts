import { shown, textAt, type Json } from "./json";
import { documentLimits } from "./limits";
import type { ApiField } from "./model";
import type { DocumentReading } from "./reading";
import { shapeOf } from "./schema";
import type { SchemaShape } from "./shape";

/** What is left out of the fields: members of these names at the top. */
export interface Left {
  readonly out: ReadonlySet<string>;
}

/** The fields of a body or an answer. If it is no object, the first of them is the thing itself. */
export function fieldsOf(reading: DocumentReading, schema: unknown, left?: Left): readonly ApiField[] {
  const isAlike = left === undefined && shapeOf(reading, schema).type === "object";
  const target = isAlike ? reading.resolve(schema) : undefined;
  const known = target === undefined ? undefined : reading.fields.get(target);
  if (known !== undefined) {
    return known;
  }
  const found = within(reading, (list) => list.addWhole(schema, left));
  if (target !== undefined) {
    reading.fields.set(target, found);
  }
  return found;
}

/** A parameter, and its members if it is an object. */
export function fieldsNamed(
  reading: DocumentReading,
  name: string,
  { schema, required, description }: { schema: unknown; required: boolean; description: string },
): readonly ApiField[] {
  const found = within(reading, (list) => list.add(schema, [name], required));
  return found.map((field) => (field.path.length === 1 && description !== "" ? { ...field, description } : field));
}

/** Lists fields to the full depth, or only their upper levels if there are too many of them. */
function within(reading: DocumentReading, fill: (list: FieldList) => void): readonly ApiField[] {
  for (let depth: number = documentLimits.depth; depth >= 1; depth = Math.floor(depth / 2)) {
    const list = new FieldList(reading, depth);
    fill(list);
    if (list.fields.length <= documentLimits.fields) {
      return list.fields;
    }
    const first = shown(list.fields.find(({ path }) => path.length > 0)?.path[0] ?? "");
    reading.remark(
      `What holds the field "${first}" has more than ${documentLimits.fields} fields. Only its upper levels are read.`,
    );
  }
  return [];
}

class FieldList {
  readonly fields: ApiField[] = [];
  /** Schemas of the fields around the present one: a schema within itself is not entered again. */
  private readonly around: Json[] = [];

  constructor(
    private readonly reading: DocumentReading,
    private readonly depth: number,
  ) {}

  addWhole(schema: unknown, left?: Left): void {
    const shape = shapeOf(this.reading, schema);
    if (shape.type === "object") {
      this.inside(schema, () => this.addMembers(shape, [], left));
    } else {
      this.add(schema, [], true);
    }
  }

  add(schema: unknown, path: readonly string[], required: boolean): void {
    this.reading.step();
    if (this.fields.length > documentLimits.fields) {
      return;
    }
    const shape = shapeOf(this.reading, schema);
    this.fields.push(this.fieldOf(schema, shape, path, required));
    this.inside(schema, () => {
      this.addMembers(shape, path);
      if (shape.type === "array") {
        this.addItems(shape, path);
      }
    });
  }

  private addItems({ items }: SchemaShape, path: readonly string[]): void {
    const item = shapeOf(this.reading, items);
    const below = [...path, "[]"];
    this.inside(items, () => {
      this.addMembers(item, below);
      if (item.type === "array" && below.length < 2 * this.depth) {
        this.addItems(item, below);
      }
    });
  }

  private addMembers({ members, required }: SchemaShape, path: readonly string[], left?: Left): void {
    if (path.filter((name) => name !== "[]").length < this.depth) {
      for (const [name, schema] of members) {
        if (left?.out.has(name) !== true) {
          this.add(schema, [...path, name], required.has(name));
        }
      }
    }
  }

  private inside(schema: unknown, enter: () => void): void {
    const target = this.reading.resolve(schema);
    if (target === undefined || !this.around.includes(target)) {
      this.around.push(...(target === undefined ? [] : [target]));
      enter();
      this.around.length -= target === undefined ? 0 : 1;
    }
  }

  private fieldOf(schema: unknown, shape: SchemaShape, path: readonly string[], required: boolean): ApiField {
    const { type, format, values, limits, items } = shape;
    return {
      path,
      type,
      ...(type === "array" ? { items: shapeOf(this.reading, items).type } : {}),
      ...(format === undefined ? {} : { format }),
      ...(values === undefined ? {} : { values }),
      required,
      // Beside a $ref stands what the thing is here.
      description: textAt(schema, "description") || shape.description,
      ...(limits === undefined ? {} : { limits }),
    };
  }
}
