import type { ApiField, ApiOperation } from "../documents";
import type { Match } from "../matching/match";
import { nameOfPath } from "./field-name";
import { differentLimits, type DifferentLimit } from "./limits";
import { pairSent } from "./sent";

/** Where the server takes fewer or more values of a field than the provider has, one sentence each. */
export interface Ranges {
  readonly narrowed: readonly string[];
  readonly widened: readonly string[];
}

/** The same for each operation that is matched, by its key. */
export function rangesIn(matches: ReadonlyMap<string, Match>): ReadonlyMap<string, Ranges> {
  return new Map(
    [...matches].flatMap(
      ([
        key,
        {
          own,
          verdict,
          candidates: [best],
        },
      ]) => (verdict === "matched" && best !== undefined ? [[key, rangesOf(own, best.operation)] as const] : []),
    ),
  );
}

/** Compares the limits and enumerations of what the provider sends. */
export function rangesOf(own: ApiOperation, theirs: ApiOperation): Ranges {
  const { pairs } = pairSent(own, theirs, { own: new Set(), theirs: new Set(), isChosen: false });
  const compared = pairs.map(({ own: mine, theirs: other }) => compare(mine.field, other.field));
  return {
    narrowed: compared.flatMap(({ narrowed }) => narrowed),
    widened: compared.flatMap(({ widened }) => widened),
  };
}

function compare(own: ApiField, theirs: ApiField): Ranges {
  const name = nameOfPath(own.path) || "the body";
  const limits = limitsOf(own, theirs);
  const values = valuesOf(own.values, theirs.values);
  const all = [...limits, ...values];
  const said = (isNarrower: boolean): readonly string[] =>
    all.filter((it) => it.isNarrower === isNarrower).map(({ what }) => `\`${name}\`: ${what}.`);
  return { narrowed: said(true), widened: said(false) };
}

interface Change {
  readonly isNarrower: boolean;
  readonly what: string;
}

const limitInWords: Readonly<Record<DifferentLimit["limit"], string>> = {
  maxLength: "characters at most",
  minLength: "characters at least",
  maximum: "at most",
  minimum: "at least",
};

function limitsOf(own: ApiField, theirs: ApiField): readonly Change[] {
  return differentLimits(own, theirs).map(({ limit, own: mine, theirs: other, isNarrower }) => {
    const words = limitInWords[limit];
    return { isNarrower, what: `${shown(other, words)} on the server, ${shown(mine, words)} here` };
  });
}

function shown(limit: number | undefined, words: string): string {
  return limit === undefined ? "no limit" : `${String(limit)} ${words}`;
}

function valuesOf(own: readonly string[] | undefined, theirs: readonly string[] | undefined): readonly Change[] {
  if (own === undefined || theirs === undefined) {
    const isSame = own === theirs;
    return isSame ? [] : [{ isNarrower: own === undefined, what: "any value on one side, some values on the other" }];
  }
  // Values that the other side calls otherwise are matched elsewhere.
  const isLess = theirs.length < own.length;
  return theirs.length === own.length
    ? []
    : [{ isNarrower: isLess, what: `${theirs.length} values on the server, ${own.length} here` }];
}
