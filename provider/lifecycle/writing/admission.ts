import type { Operation } from "../../contract";
import { isAttached, type Kind, type Values } from "../../kinds";

/**
 * All that bringing an object into being, or deleting it, may send: a write that is not allowed is refused before the
 * first request, not half-way. What is only held is brought to its form, and back again, by updates.
 */
export function writesOf(kind: Kind, verb: "create" | "delete", declared: Values): readonly Operation[] {
  const held = isAttached(kind) ? updatesOf(kind) : [];
  const later = verb === "create" ? (kind.afterCreation?.(declared) ?? []) : [];
  return [...kind.calls[verb], ...held, ...later].flat();
}

/** All that an update may send, also that of an object that is taken over. */
export function updatesOf(kind: Kind): readonly Operation[] {
  return kind.calls.update.flat();
}
