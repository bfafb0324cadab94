import type { Outlook } from "../../kinds";
import type { Context } from "../context";
import type { Replacement } from "./program";
import { containsUnknown, isUnknown } from "../values/unknown";

/** Returns everything that a kind may look at before the first write. */
export function outlookOn(context: Context, replacement: Replacement = {}): Outlook {
  return {
    client: context.client(),
    knows: (value) => !containsUnknown(value),
    see: async (kindName, id) =>
      isUnknown(id) ? { id, values: {} } : context.objects(context.kindNamed(kindName)).seen(id),
    mayChange: (kindName, id) => context.program.changes(kindName, id),
    ...replacement,
  };
}
