import type { Kind, Values } from "../../kinds";

/** How a value that is not known yet arrives in check() and diff() during a preview (facts: pulumi 1, "Preview / unknowns"). */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether it can be told already which object is meant. */
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
