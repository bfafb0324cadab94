import type { Kind, Live, Values } from "../../kinds";
import type { Context } from "../context";

/** One writer at a time on what several resources change: no write is lost. */
export function inTurn<T>(kind: Kind, declared: Values, context: Context, work: () => Promise<T>): Promise<T> {
  const shared = kind.serialisedBy?.(declared);
  return shared === undefined ? work() : context.oneAtATime(shared, work);
}

/** The object as an own write has just shown it; what other kinds know of it is out of date. */
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
