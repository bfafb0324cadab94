import type { Kind, Live, Values } from "../kinds";
import type { Surroundings } from "./surroundings";

/** One writer at a time on what several resources change: no write is lost. */
export function inTurn<T>(kind: Kind, declared: Values, around: Surroundings, work: () => Promise<T>): Promise<T> {
  const shared = kind.serialisedBy?.(declared);
  return shared === undefined ? work() : around.oneAtATime(shared, work);
}

/** The object as an own write has just shown it; what other kinds know of it is out of date. */
export function wasWritten(kind: Kind, object: Live, around: Surroundings): void {
  around.living(kind).keep(object);
  othersAreTouched(kind, around);
}

export function wasDeleted(kind: Kind, id: string, around: Surroundings): void {
  around.living(kind).forget(id);
  othersAreTouched(kind, around);
}

function othersAreTouched({ affects = [] }: Kind, around: Surroundings): void {
  for (const name of affects) {
    around.living(around.kindNamed(name)).touch();
  }
}
