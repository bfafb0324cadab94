import { HaleconnectError } from "../errors";
import { isHeld, type Along, type Kind, type Live, type Values } from "../kinds";
import { findOwn } from "./belonging";
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
 * Before a replacement, whose old object goes last: fails where it cannot be deleted in any case. What it holds may belong
 * to other resources, and go before it; the engine asks about these only later, so it is said and not refused.
 */
export async function lookAtDeletion(kind: Kind, id: string, props: Values, around: Surroundings): Promise<void> {
  if (isHeld(kind) || fateOf(kind, props) !== "delete") {
    return;
  }
  if (kind.takesAlong !== undefined) {
    const object = await around.living(kind).now(id);
    const along = object === undefined ? undefined : await goesAlong(kind, object, props, around);
    if (along !== undefined) {
      console.warn(`${along.what}. ${along.why} ${along.inReplacement}`);
    }
  }
  if (kind.keepsFromDeletion !== undefined) {
    const found = findOwn(kind, id, props, await around.living(kind).glance(id), around);
    const held = found.is === "it" ? await kind.keepsFromDeletion(around.client(), id) : undefined;
    if (held !== undefined) {
      console.warn(
        `Replacing ${kind.name} ${id} deletes the one that is there. ${held} What of that is not replaced or deleted in the same run keeps it from being deleted (HC5003), when all else is done: remove or move it first, or declare \`onDestroy: "retain"\` in a run before this one.`,
      );
    }
  }
}

async function goesAlong(kind: Kind, object: Live, props: Values, around: Surroundings): Promise<Along | undefined> {
  const declared = restrictTo(props, memoryOf(props).declared);
  return isHeld(kind) ? undefined : kind.takesAlong?.(around.client(), object, { declared, state: props });
}
