import type { Values } from "../kind";

/**
 * Why work is done again: a value that the program gives as a reason differs from the one with which it was done last,
 * or was not given then. That a reason is no longer given is no reason.
 */
export function whyAgain(before: Values, now: Values, fields: readonly string[]): string | undefined {
  const changed = fields.filter(
    (field) => now[field] !== undefined && JSON.stringify(before[field]) !== JSON.stringify(now[field]),
  );
  return changed.length === 0 ? undefined : `${changed.map((field) => `\`${field}\``).join(" and ")} changed`;
}
