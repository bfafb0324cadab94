import type { ApiField } from "../documents";
import { overlapOf, wordsOf } from "./words";

/** A field of the provider's contract beside the field of the server that has the same meaning. */
export interface FieldMatch {
  readonly own: ApiField;
  readonly theirs: ApiField;
  /** From 0 to 1: how much speaks for it. */
  readonly score: number;
}

export interface MatchedFields {
  readonly matches: readonly FieldMatch[];
  /** Fields of the provider's contract for which the server has none that is like it. */
  readonly missing: readonly ApiField[];
  /** Fields for which the server has several that are as like it. */
  readonly ambiguous: readonly { readonly own: ApiField; readonly candidates: readonly ApiField[] }[];
}

/** Below this two fields are not alike. */
const LEAST = 0.5;

/** Two candidates that are nearer to each other than this are both shown to a person. */
const MARGIN = 0.1;

/**
 * Finds for each field the one with the same meaning, the surest first, so that no field of the server is bound twice.
 * What is said of where both stand (`context`) does not count: `organization_id` of an organisation is its `id`.
 */
export function matchFields(
  own: readonly ApiField[],
  theirs: readonly ApiField[],
  context: readonly string[] = [],
): MatchedFields {
  const mine = own.filter(isValue);
  const pairs = mine
    .flatMap((field) =>
      theirs.filter(isValue).map((other) => ({ own: field, theirs: other, score: likeness(field, other, context) })),
    )
    .filter(({ score }) => score >= LEAST)
    .sort(
      (a, b) =>
        b.score - a.score ||
        nameOf(a.own).localeCompare(nameOf(b.own)) ||
        nameOf(a.theirs).localeCompare(nameOf(b.theirs)),
    );
  const matches: FieldMatch[] = [];
  const ambiguous: { own: ApiField; candidates: ApiField[] }[] = [];
  const [settled, taken] = [new Set<ApiField>(), new Set<ApiField>()];
  for (const pair of pairs) {
    if (settled.has(pair.own) || taken.has(pair.theirs)) {
      continue;
    }
    const rivals = pairs.filter(
      (it) =>
        it.own === pair.own && !taken.has(it.theirs) && it.theirs !== pair.theirs && pair.score - it.score < MARGIN,
    );
    settled.add(pair.own);
    if (rivals.length > 0) {
      ambiguous.push({ own: pair.own, candidates: [pair.theirs, ...rivals.map((it) => it.theirs)] });
    } else {
      taken.add(pair.theirs);
      matches.push(pair);
    }
  }
  return { matches, ambiguous, missing: mine.filter((field) => !settled.has(field)) };
}

/** An object itself carries nothing; its members do. */
function isValue({ type, path }: ApiField): boolean {
  return type !== "object" && !path.includes("[]");
}

export function nameOf({ path }: ApiField): string {
  return path.join(".");
}

/** How alike two fields are, from 0 to 1. Fields whose types cannot stand for each other are not. */
export function likeness(own: ApiField, theirs: ApiField, context: readonly string[] = []): number {
  if (!canStandFor(own, theirs)) {
    return 0;
  }
  if (nameOf(own) === nameOf(theirs)) {
    return 1;
  }
  const without = (words: readonly string[]): readonly string[] => {
    const left = words.filter((word) => !context.includes(word));
    return left.length === 0 ? words : left;
  };
  const [mine, whole] = [without(wordsOf(nameOf(own))), without(wordsOf(nameOf(theirs)))];
  const last = without(wordsOf(theirs.path.at(-1) ?? ""));
  const byName = Math.max(overlapOf(mine, whole), 0.95 * overlapOf(mine, last));
  const isSameFormat = own.format !== undefined && own.format === theirs.format;
  return Math.min(0.99, byName * 0.9 + (isSameFormat ? 0.1 : 0) + (own.type === theirs.type ? 0.05 : 0));
}

/** An id may be a number on one side; a moment a number or a text. */
function canStandFor(own: ApiField, theirs: ApiField): boolean {
  const scalar = ["string", "integer", "number"];
  return (
    own.type === theirs.type ||
    theirs.type === "unknown" ||
    own.type === "unknown" ||
    (scalar.includes(own.type) && scalar.includes(theirs.type))
  );
}
