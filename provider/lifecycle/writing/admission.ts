import type { Operation } from "../../contract";
import { isAttached, type Kind, type Values } from "../../kinds";

/**
 * Returns every write that a creation or deletion may send, so that a forbidden one is refused before the first request
 * and not half-way. An attached object is only updated, and so are its former values restored.
 */
export function writesOf(kind: Kind, verb: "create" | "delete", declared: Values): readonly Operation[] {
  const held = isAttached(kind) ? updatesOf(kind) : [];
  const later = verb === "create" ? (kind.afterCreation?.(declared) ?? []) : [];
  return [...kind.calls[verb], ...held, ...later].flat();
}

/** Returns every write that an update may send, also the update of an adopted object. */
export function updatesOf(kind: Kind): readonly Operation[] {
  return kind.calls.update.flat();
}
