import type { Profile, ProfileIndex } from "./profile";
import { lookAt, scoreOf, type Candidate, type FirstLook } from "./score";
import type { Weights } from "./weights";

/** A candidate with fewer points is not like the operation. */
export const LEAST = 48;

/** A winner is clear when the next one has fewer points by this. */
export const MARGIN = 10;

/** Candidates that a person is shown. */
export const MOST_SHOWN = 5;

/** Candidates whose fields are compared, at most. */
const MOST_COMPARED = 40;

/** The candidates that matter, the best first: a cheap look finds them, and only their fields are compared. */
export function rankingOf(mine: Profile, theirs: ProfileIndex, weights: Weights): readonly Candidate[] {
  const looks: FirstLook[] = [];
  for (const other of theirs.near(mine)) {
    const look = lookAt(mine, other, weights);
    if (look !== undefined && look.most > 0) {
      looks.push(look);
    }
  }
  looks.sort((a, b) => b.points - a.points);
  const candidates: Candidate[] = [];
  let best = -Infinity;
  for (const look of looks.slice(0, MOST_COMPARED)) {
    if (candidates.length >= MOST_SHOWN && look.most < Math.max(LEAST, best) - MARGIN) {
      break;
    }
    const candidate = scoreOf(mine, look, weights);
    candidates.push(candidate);
    best = candidate.isRuledOut ? best : Math.max(best, candidate.points);
  }
  return candidates.sort((a, b) => b.points - a.points || (a.operation.path < b.operation.path ? -1 : 1));
}
