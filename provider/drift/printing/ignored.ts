import type { DriftReport } from "../model";
import { isWhole } from "../verdict";

/** How much the rules ignored; undefined: nothing. */
export function ignoredInWords({ ignored }: DriftReport): string | undefined {
  const used = ignored.filter(({ findings }) => findings > 0);
  const count = used.reduce((sum, { findings }) => sum + findings, 0);
  return count === 0 ? undefined : `Ignored by ${used.length === 1 ? "a rule" : `${used.length} rules`}: ${count}`;
}

export const UNUSED = "Ignore rules that ignored nothing";

/** The rules that ignored nothing. Only a look at all of the stack can tell that. */
export function unusedRules(report: DriftReport): readonly string[] {
  return isWhole(report) ? report.ignored.filter(({ findings }) => findings === 0).map(({ rule }) => rule) : [];
}
