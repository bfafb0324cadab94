import type { Outlook } from "../kinds";
import type { Surroundings } from "./surroundings";

/** What a kind may look at before anything is written. */
export function outlookOn(around: Surroundings, replacing?: string): Outlook {
  return {
    client: around.client(),
    see: (kindName, id) => around.living(around.kindNamed(kindName)).byId(id),
    ...(replacing === undefined ? {} : { replacing }),
  };
}
