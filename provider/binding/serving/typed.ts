import { z } from "zod";
import type { FieldPath } from "../applying/field-path";

/** A text of an address as the field of a body that it becomes: a number or a truth value where the type wants one. */
export function typed(type: z.ZodType | undefined, at: FieldPath, text: unknown): unknown {
  const field = fieldAt(type, at);
  if (field === undefined || typeof text !== "string" || field.safeParse(text).success) {
    return text;
  }
  try {
    const read: unknown = JSON.parse(text);
    return field.safeParse(read).success ? read : text;
  } catch {
    return text;
  }
}

function fieldAt(type: z.ZodType | undefined, [step, ...rest]: FieldPath): z.ZodType | undefined {
  if (type === undefined || step === undefined) {
    return type;
  }
  const inner = unwrapped(type);
  return inner instanceof z.ZodObject ? fieldAt((inner.shape as Record<string, z.ZodType>)[step], rest) : undefined;
}

/** The type without what only says that it may be left out. */
export function unwrapped(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodDefault
    ? unwrapped(type.unwrap() as z.ZodType)
    : type;
}
