import type { LookedReport } from "./look";
import type { DriftReport } from "./model";

const codes = { inSync: 0, incomplete: 1, drift: 7 } as const;

/** What was not seen in full is never in sync, and no drift that a pipeline could count. */
export function withVerdict(looked: LookedReport, ignored: DriftReport["ignored"] = []): DriftReport {
  const { findings, failOn, coverage, notLookedAt } = looked;
  const incomplete = notLookedAt.length > 0;
  const isShort = coverage?.least !== undefined && coverage.percent < coverage.least;
  const isDrift = isShort || findings.some(({ type }) => failOn.includes(type));
  const verdict = incomplete ? "incomplete" : isDrift ? "drift" : "inSync";
  return { ...looked, ignored, verdict, exit: codes[verdict], incomplete };
}

/** Whether the look was at all of the stack, and could see all of it. */
export function isWhole({ incomplete, partial }: DriftReport): boolean {
  return !incomplete && partial === undefined;
}
