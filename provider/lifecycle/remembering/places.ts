import type { Kind, Values } from "../../kinds";
import { memoryOf } from "./state";

/** Returns the places that the object still has to leave: the one in the state and those of interrupted moves. */
export function placesToLeave({ place }: Kind, olds: Values, actual: Values, declared: Values): string[] {
  if (place === undefined) {
    return [];
  }
  const known = [...(memoryOf(olds).places ?? []), olds[place.field]];
  return [...new Set(known)].filter(
    (it): it is string => typeof it === "string" && it !== declared[place.field] && place.isAt(actual, it),
  );
}

/** Returns the places at which the object may be after a failed update, including the one where it was to go. */
export function placesInDoubt({ place }: Kind, olds: Values, declared: Values): { readonly places?: string[] } {
  if (place === undefined) {
    return {};
  }
  const known = [...(memoryOf(olds).places ?? []), olds[place.field], declared[place.field]];
  return { places: [...new Set(known)].filter((it) => typeof it === "string") };
}
