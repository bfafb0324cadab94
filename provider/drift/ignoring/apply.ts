import { inCode } from "../code";
import type { LookedReport } from "../look";
import type { DriftFinding, DriftReport } from "../model";
import { inOrder } from "../order";
import { matches } from "./pattern";
import type { IgnoreRule } from "./rules";
import { typesOf } from "./types";

/**
 * The report without what the rules ignore. An expired rule ignores nothing and is a finding itself. A rule is about
 * drift, and says nothing of what is only waiting for a deployment.
 */
export function withoutIgnored(
  looked: LookedReport,
  rules: readonly IgnoreRule[],
): { readonly looked: LookedReport; readonly ignored: DriftReport["ignored"] } {
  const today = looked.lookedAt.slice(0, 10);
  const [valid, ended] = [
    rules.filter(({ expires }) => expires >= today),
    rules.filter(({ expires }) => expires < today),
  ];
  const counts = new Map<IgnoreRule, number>();
  const left = looked.findings.filter((finding) => {
    const rule = finding.type === "pending" ? undefined : valid.find((it) => covers(it, finding));
    if (rule !== undefined) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    return rule === undefined;
  });
  const findings = inOrder([...left, ...ended.map(expiredFinding)]);
  return {
    looked: { ...looked, findings: [...findings] },
    ignored: valid.map((rule) => ({
      rule: inWords(rule),
      reason: rule.reason,
      expires: rule.expires,
      findings: counts.get(rule) ?? 0,
    })),
  };
}

function covers({ kind, object, field, type }: IgnoreRule, finding: DriftFinding): boolean {
  return (
    kind === finding.kind &&
    (type === undefined || typesOf(finding).includes(type)) &&
    [finding.name, finding.id, finding.urn ?? ""].some((it) => matches(object, it)) &&
    (field === undefined || finding.path === field || finding.path?.startsWith(`${field}.`) === true)
  );
}

function inWords({ kind, object, field, type, place }: IgnoreRule): string {
  const only = type === undefined ? "" : `, only ${type}`;
  return `${kind} ${object}${field === undefined ? "" : ` ${field}`}${only} (${place})`;
}

function expiredFinding(rule: IgnoreRule): DriftFinding {
  const { kind, object, field, type, expires, reason, place } = rule;
  const what = `${field === undefined ? "" : `${inCode(field)} of `}${kind} ${JSON.stringify(object)}`;
  const only = type === undefined ? "" : ` (only ${type})`;
  return {
    type: "expired",
    change: "changed",
    kind,
    name: object,
    id: place,
    ...(field === undefined ? {} : { path: field }),
    says: `The ignore rule for ${what}${only} at ${place} ended on ${expires}: ${reason}`,
    up: {
      plain: "nothing",
      refreshed: "nothing",
      says: "Remove the rule, or give it a new day in `expires` if the reason still holds.",
    },
  };
}
