import type { ApiOperation } from "../documents";
import { scoreOf, type Candidate } from "./score";

/** What the server's documents have for one operation of the provider's contract. */
export interface Match {
  readonly own: ApiOperation;
  /** `matched`: one clear winner. `ambiguous`: several that are as like it. `missing`: none that is like it. */
  readonly verdict: "matched" | "ambiguous" | "missing";
  /** The best first. */
  readonly candidates: readonly Candidate[];
}

/** A candidate with fewer points is not like the operation. */
const LEAST = 48;

/** A winner is clear when the next one has fewer points by this. */
const MARGIN = 10;

/** Candidates that a person is shown. */
const MOST_SHOWN = 5;

/**
 * Matches each operation of the provider with those of the server, the surest first. An operation of the server is bound
 * once: a later operation that would win with it takes its next candidate, or stays without one.
 */
export function matchOperations(own: readonly ApiOperation[], theirs: readonly ApiOperation[]): readonly Match[] {
  const ranked = new Map(own.map((mine) => [mine, ranking(mine, theirs)]));
  const winners = [...ranked].sort(([, [a]], [, [b]]) => (b?.points ?? 0) - (a?.points ?? 0));
  const taken = new Map<ApiOperation, ApiOperation>();
  const verdicts = new Map<ApiOperation, Match>();
  for (const [mine, candidates] of winners) {
    const free = candidates.filter(({ operation }) => !taken.has(operation));
    const [best, next] = free;
    const isLike = best !== undefined && best.points >= LEAST;
    const isClear = isLike && (next === undefined || best.points - next.points >= MARGIN);
    if (isClear) {
      taken.set(best.operation, mine);
    }
    const shown = candidates.filter(({ points }) => points > 0).slice(0, MOST_SHOWN);
    const verdict = isClear ? "matched" : isLike ? "ambiguous" : "missing";
    const order = isClear ? [best, ...shown.filter((it) => it !== best)] : shown;
    verdicts.set(mine, { own: mine, verdict, candidates: order });
  }
  return own.flatMap((mine) => verdicts.get(mine) ?? []);
}

function ranking(mine: ApiOperation, theirs: readonly ApiOperation[]): readonly Candidate[] {
  return theirs
    .map((other) => scoreOf(mine, other))
    .sort((a, b) => b.points - a.points || a.operation.path.localeCompare(b.operation.path));
}
