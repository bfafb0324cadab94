import type { MadeKind, Values } from "../../kinds";
import type { Context } from "../context";

/**
 * Returns a name that tells people what the object is, and that no other object has. It is short enough for every name.
 */
export function workingNameOf({ identity }: MadeKind, declared: Values, context: Context): string {
  if (identity.type === "marker" && identity.isReference === true) {
    return `${identity.inWords(declared).slice(0, 180)} (${context.unique()})`;
  }
  return identity.type === "marker"
    ? `${String(declared[identity.nameField]).slice(0, 180)} (in creation ${context.unique()})`
    : "";
}
