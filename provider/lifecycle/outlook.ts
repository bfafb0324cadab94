import type { Outlook } from "../kinds";
import type { Replacement, Surroundings } from "./surroundings";
import { containsUnknown, isUnknown } from "./unknown";

/** What a kind may look at before anything is written. */
export function outlookOn(around: Surroundings, replacement: Replacement = {}): Outlook {
  return {
    client: around.client(),
    knows: (value) => !containsUnknown(value),
    see: async (kindName, id) =>
      isUnknown(id) ? { id, values: {} } : around.living(around.kindNamed(kindName)).seen(id),
    mayChange: (kindName, id) => around.announced.isAbout(kindName, id),
    ...replacement,
  };
}
