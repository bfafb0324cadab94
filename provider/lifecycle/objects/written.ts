import type { Kind, Live, Values } from "../../kinds";
import type { Context } from "../context";

/** Lets one writer at a time change what several resources share, so that no write is lost. */
export function inTurn<T>(kind: Kind, declared: Values, context: Context, work: () => Promise<T>): Promise<T> {
  const shared = kind.serialisedBy?.(declared);
  return shared === undefined ? work() : context.oneAtATime(shared, work);
}

/** Stores the object as a write has just shown it. What the caches of other kinds know of it is then out of date. */
export function wasWritten(kind: Kind, object: Live, context: Context): void {
  context.objects(kind).keep(object);
  othersAreTouched(kind, context);
}

export function wasDeleted(kind: Kind, id: string, context: Context): void {
  context.objects(kind).forget(id);
  othersAreTouched(kind, context);
}

function othersAreTouched({ affects = [] }: Kind, context: Context): void {
  for (const name of affects) {
    context.objects(context.kindNamed(name)).touch();
  }
}
