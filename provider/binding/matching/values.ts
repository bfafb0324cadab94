import { fieldWordsOf, overlapOf } from "./words";

export interface MatchedValues {
  /** The provider's value, and what the server calls it. */
  readonly names: ReadonlyMap<string, string>;
  /** Values of the provider for which the server has none that is surely the same. */
  readonly missing: readonly string[];
}

const SURE = 0.66;

/** Finds the values of an enumeration that mean the same. Two that are as like one are not bound. */
export function matchValues(own: readonly string[], theirs: readonly string[]): MatchedValues {
  const names = new Map(own.filter((value) => theirs.includes(value)).map((value) => [value, value]));
  const [left, free] = [own.filter((it) => !names.has(it)), theirs.filter((it) => !names.has(it))];
  for (const value of left) {
    const [found, ...others] = free.filter((it) => isLike(value, it));
    if (found !== undefined && others.length === 0 && left.filter((it) => isLike(it, found)).length === 1) {
      names.set(value, found);
    }
  }
  return { names, missing: own.filter((value) => !names.has(value)) };
}

function isLike(one: string, other: string): boolean {
  return overlapOf(fieldWordsOf(one), fieldWordsOf(other)) >= SURE;
}
