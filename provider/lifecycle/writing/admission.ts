import type { Call, Kind, Values } from "../../kinds";
import { isAttached } from "../../kinds/kind";

/**
 * Returns every write that a creation or deletion may send, so that a forbidden one is refused before the first request
 * and not half-way. An attached object is only updated, and so are its former values restored.
 */
export function writesOf(kind: Kind, verb: "create" | "delete", declared: Values): readonly Call[] {
  const held = isAttached(kind) ? updatesOf(kind) : [];
  const later = verb === "create" ? (kind.afterCreation?.(declared) ?? []) : [];
  return [...kind.calls[verb], ...held, ...later];
}

/** Returns every write that an update may send, also the update of an adopted object. */
export function updatesOf(kind: Kind): readonly Call[] {
  return kind.calls.update;
}
