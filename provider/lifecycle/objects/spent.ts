import type { Kind, Values } from "../../kinds";
import type { Context } from "../context";
import { memoryOf } from "../remembering/state";

/**
 * Whether only a new object can be what is declared. The state of a half-made object may be out of date, so the server
 * is asked; one that is gone there is spent as well.
 */
export async function isSpentBy(
  kind: Kind,
  id: string,
  olds: Values,
  declared: Values,
  context: Context,
): Promise<boolean> {
  if (kind.isSpent === undefined) {
    return false;
  }
  if (memoryOf(olds).partial !== true) {
    return kind.isSpent(olds, declared);
  }
  const object = await context.objects(kind).now(id);
  return object === undefined ? kind.hasDoneItsWork?.(olds) !== true : kind.isSpent(object.values, declared);
}
