import { HaleconnectError } from "../errors";
import { isHeld, type Along, type Kind, type Live, type Values } from "../kinds";
import { restrictTo } from "./compare";
import { fateOf, memoryOf } from "./state";
import type { Surroundings } from "./surroundings";

/** Nothing is deleted of which other things would go that nobody declared here. */
export async function refuseToTakeAlong(kind: Kind, object: Live, props: Values, around: Surroundings): Promise<void> {
  const along = await goesAlong(kind, object, props, around);
  if (along !== undefined) {
    const { what, why, remedy } = along;
    throw new HaleconnectError("HC5003", { what: `${what}, so it is not deleted`, why, remedy });
  }
}

/**
 * The same before a replacement, of which nothing is refused yet: what belongs to other resources that refer to the
 * object goes before it, and the engine asks about these only later.
 */
export async function sayWhatGoesAlong(kind: Kind, id: string, props: Values, around: Surroundings): Promise<void> {
  if (isHeld(kind) || kind.takesAlong === undefined || fateOf(kind, props) !== "delete") {
    return;
  }
  const object = await around.living(kind).now(id);
  const along = object === undefined ? undefined : await goesAlong(kind, object, props, around);
  if (along !== undefined) {
    console.warn(`${along.what}. ${along.why} ${along.inReplacement}`);
  }
}

async function goesAlong(kind: Kind, object: Live, props: Values, around: Surroundings): Promise<Along | undefined> {
  const declared = restrictTo(props, memoryOf(props).declared);
  return isHeld(kind) ? undefined : kind.takesAlong?.(around.client(), object, { declared, state: props });
}
