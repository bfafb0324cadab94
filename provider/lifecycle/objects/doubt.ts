import type { Kind, Values } from "../../kinds";
import { differences } from "../comparing/compare";
import type { Context } from "../context";
import { memoryOf } from "../remembering/state";
import { withNeverGiven } from "../remembering/never-given";
import { stateOf, withKnown } from "../remembering/untold";
import type { Inputs } from "../values/inputs";

/** What may have become of an object in the state after an interrupted run. */
export type Doubt = "none" | "gone" | "different";

/**
 * Looks at the server if the journal knows of an interrupted deletion or creation, which the state does not show. Tells
 * the journal when the doubt is settled.
 */
export async function doubtAbout(
  kind: Kind,
  id: string,
  olds: Values,
  { declared, origin }: Inputs,
  context: Context,
): Promise<Doubt> {
  const journal = context.journal(origin);
  const { birth } = memoryOf(olds);
  void journal?.settle(origin, kind.name, id, birth);
  if (journal?.isInDoubt(origin, kind.name, id, birth) !== true) {
    return "none";
  }
  const object = await context.objects(kind).byId(id, Object.keys(declared));
  if (object === undefined) {
    console.warn(`An interrupted run deleted ${kind.name} ${id}. \`pulumi up\` creates a new one.`);
    return "gone";
  }
  const told = withKnown(kind, object.values, stateOf(kind, olds, declared));
  const actual = await withNeverGiven(kind, told, olds, context);
  if (differences(kind, actual, declared).length > 0) {
    return "different";
  }
  void journal.forgetDeletion(origin, kind.name);
  return "none";
}
