import type { Outlook } from "../../kinds";
import type { Context } from "../context";
import type { Replacement } from "./program";
import { containsUnknown, isUnknown } from "../values/unknown";

/** What a kind may look at before anything is written. */
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
