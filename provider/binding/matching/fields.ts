import type { ApiField } from "../documents";
import { isSameName, likeness } from "./field-likeness";

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
  /** Fields for which the server has some that are like it, and none is sure. */
  readonly ambiguous: readonly { readonly own: ApiField; readonly candidates: readonly ApiField[] }[];
}

/** Below this two fields are not alike. */
const LEAST = 0.36;

/** A field with a lower score is shown to a person, and not bound. */
const SURE = 0.62;

/** Two candidates that are nearer to each other than this are both shown to a person. */
const MARGIN = 0.1;

/**
 * Finds for each field the one with the same meaning, the surest first, so that no field of the server is bound twice.
 * `context` has words of what both are about: `organization_id` of an organisation is its `id`.
 */
export function matchFields(
  own: readonly ApiField[],
  theirs: readonly ApiField[],
  context: readonly string[] = [],
): MatchedFields {
  const [mine, others] = [valuesIn(own), valuesIn(theirs)];
  const pairs = pairsOf(mine, others, context);
  const matches: FieldMatch[] = [];
  const ambiguous: { own: ApiField; candidates: ApiField[] }[] = [];
  const [settled, bound, taken] = [new Set<ApiField>(), new Set<ApiField>(), new Set<ApiField>()];
  const isOpen = (it: FieldMatch): boolean => !bound.has(it.own) && !taken.has(it.theirs);
  for (const pair of pairs) {
    if (settled.has(pair.own) || !isOpen(pair)) {
      continue;
    }
    const near = pairs.filter((it) => it !== pair && isOpen(it) && pair.score - it.score < MARGIN);
    const rivals = near.filter((it) => it.own === pair.own);
    const isClear = pair.score >= SURE && rivals.length === 0 && !near.some((it) => it.theirs === pair.theirs);
    settled.add(pair.own);
    if (pair.score === 1 || isClear) {
      bound.add(pair.own);
      taken.add(pair.theirs);
      matches.push(pair);
    } else {
      ambiguous.push({ own: pair.own, candidates: [pair.theirs, ...rivals.map((it) => it.theirs)] });
    }
  }
  return { matches, ambiguous, missing: mine.filter((field) => !settled.has(field)) };
}

/** The best first. A field that the server has by the same name is not looked for elsewhere. */
function pairsOf(own: readonly ApiField[], theirs: readonly ApiField[], context: readonly string[]): FieldMatch[] {
  const same = own.flatMap((mine) => {
    const other = theirs.find((it) => isSameName(mine, it));
    return other !== undefined && likeness(mine, other, context) === 1 ? [{ own: mine, theirs: other, score: 1 }] : [];
  });
  const [mineSame, theirsSame] = [new Set(same.map((it) => it.own)), new Set(same.map((it) => it.theirs))];
  const left = theirs.filter((it) => !theirsSame.has(it));
  const others = own
    .filter((it) => !mineSame.has(it))
    .flatMap((mine) => left.map((other) => ({ own: mine, theirs: other, score: likeness(mine, other, context) })))
    .filter(({ score }) => score >= LEAST);
  return [...same, ...others.sort(byScore)];
}

function byScore(a: FieldMatch, b: FieldMatch): number {
  return b.score - a.score || byName(a.own, b.own) || byName(a.theirs, b.theirs);
}

function byName(a: ApiField, b: ApiField): number {
  const [one, other] = [nameOf(a), nameOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

const known = new WeakMap<readonly ApiField[], readonly ApiField[]>();

/** An object of which the members are listed carries nothing itself; its members do. */
function valuesIn(fields: readonly ApiField[]): readonly ApiField[] {
  let values = known.get(fields);
  if (values === undefined) {
    const holders = new Set(fields.map(({ path }) => JSON.stringify(path.slice(0, -1))));
    values = fields.filter(
      ({ path, type }) => !path.includes("[]") && (type !== "object" || !holders.has(JSON.stringify(path))),
    );
    known.set(fields, values);
  }
  return values;
}

export function nameOf({ path }: ApiField): string {
  return path.join(".");
}
