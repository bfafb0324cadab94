import { z } from "zod";

/** The type without what says that a value may be missing. */
export function bare(type: z.ZodType | undefined): z.ZodType | undefined {
  return type instanceof z.ZodOptional || type instanceof z.ZodNullable ? bare(type.unwrap() as z.ZodType) : type;
}

export function itemType(type: z.ZodType | undefined): z.ZodType | undefined {
  const inner = bare(type);
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
}

export function fieldType(type: z.ZodType | undefined, name: string): z.ZodType | undefined {
  const inner = bare(type);
  if (inner instanceof z.ZodObject) {
    const shape = inner.shape as Readonly<Record<string, z.ZodType>>;
    return Object.hasOwn(shape, name) ? shape[name] : undefined;
  }
  return inner instanceof z.ZodRecord ? (inner.valueType as z.ZodType) : undefined;
}
