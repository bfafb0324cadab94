import type { Kind, Values } from "../../kinds";
import { memoryOf } from "./state";

/** Where the object is although it was to leave: the place of the state, and those of moves that were interrupted. */
export function placesToLeave({ place }: Kind, olds: Values, actual: Values, declared: Values): string[] {
  if (place === undefined) {
    return [];
  }
  const known = [...(memoryOf(olds).places ?? []), olds[place.field]];
  return [...new Set(known)].filter(
    (it): it is string => typeof it === "string" && it !== declared[place.field] && place.isAt(actual, it),
  );
}

/** Where the object may be after an update that failed: also where it was to go. */
export function placesInDoubt({ place }: Kind, olds: Values, declared: Values): { readonly places?: string[] } {
  if (place === undefined) {
    return {};
  }
  const known = [...(memoryOf(olds).places ?? []), olds[place.field], declared[place.field]];
  return { places: [...new Set(known)].filter((it) => typeof it === "string") };
}
