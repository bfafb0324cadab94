import type { Values } from "../kind";

/**
 * Why work is done again: a value that the program gives as a reason differs from the one with which it was done last. A
 * value that was not known then is no reason.
 */
export function whyAgain(before: Values, now: Values, fields: readonly string[]): string | undefined {
  const changed = fields.filter(
    (field) =>
      before[field] !== undefined &&
      now[field] !== undefined &&
      JSON.stringify(before[field]) !== JSON.stringify(now[field]),
  );
  return changed.length === 0 ? undefined : `${changed.map((field) => `\`${field}\``).join(" and ")} changed`;
}
