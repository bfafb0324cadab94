import type { MadeKind, Values } from "../../kinds";
import type { Context } from "../context";

/** Says to people what it is, and is no other object's; short enough for every name (250 characters). */
export function workingNameOf({ identity }: MadeKind, declared: Values, context: Context): string {
  return identity.type === "marker"
    ? `${String(declared[identity.nameField]).slice(0, 180)} (in creation ${context.unique()})`
    : "";
}
