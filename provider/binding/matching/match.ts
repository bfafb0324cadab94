import type { ApiOperation } from "../documents";
import { ProfileIndex, profilesOf, usesOf } from "./profile";
import { LEAST, MARGIN, MOST_SHOWN, rankingOf } from "./ranking";
import type { Candidate } from "./score";
import { Weights } from "./weights";

/** What the server's documents have for one operation of the provider's contract. */
export interface Match {
  readonly own: ApiOperation;
  /** `matched`: one clear winner. `ambiguous`: several that are as like it. `missing`: none that is like it. */
  readonly verdict: "matched" | "ambiguous" | "missing";
  /** The best first. */
  readonly candidates: readonly Candidate[];
}

/** A winner with less of its subject in common is no clear one, whatever else is alike. */
const LEAST_SUBJECT = 0.25;

/** Where the better candidates are bound to others, the next one has to speak for itself. */
const LEAST_FOR_SECOND = 70;

/** With fewer points a person is not asked about a candidate, unless its subject is the same. */
const LEAST_TO_SHOW = 40;

interface Ranked {
  readonly own: ApiOperation;
  readonly candidates: readonly Candidate[];
}

/**
 * Matches each operation of the provider with those of the server. An operation of the server is bound once, and only
 * where no other operation of the provider is nearly as like it.
 */
export function matchOperations(own: readonly ApiOperation[], theirs: readonly ApiOperation[]): readonly Match[] {
  const weights = new Weights(usesOf(own));
  const others = new ProfileIndex(profilesOf(theirs, weights));
  const ranked = profilesOf(own, weights).map((mine) => ({
    own: mine.operation,
    candidates: rankingOf(mine, others, weights),
  }));
  const bound = bindAll(ranked);
  const taken = new Set([...bound.values()].map(({ operation }) => operation));
  return ranked.map((it) => matchOf(it, bound.get(it.own), taken));
}

/** What is clear is bound first. That may make others clear. */
function bindAll(ranked: readonly Ranked[]): ReadonlyMap<ApiOperation, Candidate> {
  const bound = new Map<ApiOperation, Candidate>();
  const taken = new Set<ApiOperation>();
  const wanted = wantedOf(ranked);
  for (let before = -1; before < bound.size;) {
    before = bound.size;
    for (const { own, candidates } of ranked) {
      const best = bound.has(own) ? undefined : clearWinner(candidates, taken);
      const isWantedMore =
        best !== undefined &&
        (wanted.get(best.operation) ?? []).some(
          ([other, points]) => other !== own && !bound.has(other) && best.points - points < MARGIN,
        );
      if (best !== undefined && !isWantedMore) {
        bound.set(own, best);
        taken.add(best.operation);
      }
    }
  }
  return bound;
}

/** Of each operation of the server: who may want it, and how much. */
function wantedOf(ranked: readonly Ranked[]): ReadonlyMap<ApiOperation, readonly (readonly [ApiOperation, number])[]> {
  const wanted = new Map<ApiOperation, (readonly [ApiOperation, number])[]>();
  for (const { own, candidates } of ranked) {
    for (const { operation, points } of candidates.filter(({ isRuledOut }) => !isRuledOut)) {
      const list = wanted.get(operation) ?? [];
      list.push([own, points]);
      wanted.set(operation, list);
    }
  }
  return wanted;
}

function clearWinner(candidates: readonly Candidate[], taken: ReadonlySet<ApiOperation>): Candidate | undefined {
  const possible = candidates.filter(({ isRuledOut }) => !isRuledOut);
  const [best, next] = possible.filter(({ operation }) => !taken.has(operation));
  if (best === undefined || best.points < LEAST || best.subject < LEAST_SUBJECT) {
    return undefined;
  }
  const isSecond = best !== possible[0];
  const isClear = next === undefined || best.points - next.points >= MARGIN;
  return isClear && (!isSecond || best.points >= LEAST_FOR_SECOND) ? best : undefined;
}

function matchOf({ own, candidates }: Ranked, bound: Candidate | undefined, taken: ReadonlySet<ApiOperation>): Match {
  const shown = candidates.filter(({ points }) => points > 0).slice(0, MOST_SHOWN);
  if (bound !== undefined) {
    return { own, verdict: "matched", candidates: [bound, ...shown.filter((it) => it !== bound)] };
  }
  const isAny = candidates.some((it) => isWorthALook(it) && !taken.has(it.operation));
  return { own, verdict: isAny ? "ambiguous" : "missing", candidates: shown };
}

/** Alike as a whole, or about the very same thing. */
function isWorthALook({ points, subject }: Candidate): boolean {
  return points >= LEAST_TO_SHOW || (points >= LEAST_TO_SHOW / 2 && subject >= 0.45);
}
