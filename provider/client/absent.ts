import { z } from "zod";

/**
 * The value as if what is `null` in it were not there: servers written in Java and Kotlin send `null` for what is absent.
 * A member that the model calls nullable keeps it, since there it means something. So does an item of a list: nobody
 * knows what stands in its place, so that the model refuses it.
 */
export function nullAsAbsent(type: z.ZodType | undefined, value: unknown): unknown {
  if (Array.isArray(value)) {
    const item = itemOf(type);
    return value.map((it) => nullAsAbsent(item, it));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const given = Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([name, inside]) => {
    const inner = memberOf(type, name);
    return inside === null && !isNullable(inner) ? [] : [[name, nullAsAbsent(inner, inside)] as const];
  });
  return Object.fromEntries(given);
}

function itemOf(type: z.ZodType | undefined): z.ZodType | undefined {
  const inner = unwrapped(type);
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
}

function memberOf(type: z.ZodType | undefined, name: string): z.ZodType | undefined {
  const inner = unwrapped(type);
  if (inner instanceof z.ZodObject) {
    const shape = inner.shape as Readonly<Record<string, z.ZodType>>;
    return Object.hasOwn(shape, name) ? shape[name] : undefined;
  }
  return inner instanceof z.ZodRecord ? (inner.valueType as z.ZodType) : undefined;
}

function isNullable(type: z.ZodType | undefined): boolean {
  return type instanceof z.ZodNullable || (type instanceof z.ZodOptional && isNullable(type.unwrap() as z.ZodType));
}

function unwrapped(type: z.ZodType | undefined): z.ZodType | undefined {
  return type instanceof z.ZodOptional || type instanceof z.ZodNullable ? unwrapped(type.unwrap() as z.ZodType) : type;
}
