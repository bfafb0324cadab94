import type { Kind, Values } from "../../kinds";

/** The text that Pulumi passes to check() and diff() in a preview for a value that is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether the values that identify the object are known. */
export function isKeyKnown({ identity }: Kind, declared: Values): boolean {
  return !identity.fields.some((field) => containsUnknown(declared[field]));
}

export function isUnknown(value: unknown): boolean {
  return value === UNKNOWN;
}

export function containsUnknown(value: unknown): boolean {
  if (typeof value !== "object" || value === null) {
    return isUnknown(value);
  }
  return Object.values(value).some(containsUnknown);
}
