import type { DriftFinding } from "../model";

/** The types of findings that a rule may name. */
export const ruleTypes = ["changed", "missing", "unmanaged", "permission", "file"] as const;
export type RuleType = (typeof ruleTypes)[number];

/**
 * The types by which a rule may mean a finding, the narrowest last. A role or a file that is gone is `missing` as well,
 * and one that nobody declared is `unmanaged` as well: a rule has to tell these from later drift of the same object.
 */
export function typesOf({ type, urn, path }: DriftFinding): readonly RuleType[] {
  const own = ruleTypes.filter((it) => it === type);
  const ofWhole: readonly RuleType[] = path === undefined ? [urn === undefined ? "unmanaged" : "missing"] : [];
  return [...own, ...ofWhole.filter((it) => it !== type)];
}
