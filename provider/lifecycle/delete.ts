import type { Kind, Values } from "../kinds";
import { splitInputs } from "./inputs";
import { memoryOf } from "./state";
import type { Surroundings } from "./surroundings";

/**
 * Deletes what was created here and leaves what was adopted, unless `onDestroy` says otherwise (decision 7). The intent
 * is recorded first: when the run is killed in between, the state still shows the object, and diff() has to look.
 */
export async function remove(kind: Kind, id: string, props: Values, around: Surroundings): Promise<void> {
  const { policies, origin } = splitInputs(kind, props);
  const journal = around.journal(origin);
  await journal?.settle(origin, kind.name, id);
  const fate = policies.onDestroy ?? (memoryOf(props).adopted === true ? "retain" : "delete");
  if (fate === "delete") {
    await around.client().admit(kind.calls.delete);
    await journal?.recordDeletion({ kind: kind.name, origin, id });
    await kind.delete(around.client(), id);
    around.living(kind).forget(id);
  }
}
