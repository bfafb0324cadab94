import { MASK, type DriftFinding } from "../model";

/** Says of drift that a change of the program ends it, where one does. */
export function withEndings(drift: readonly DriftFinding[], pending: readonly DriftFinding[]): readonly DriftFinding[] {
  const byUrn = new Map<string, DriftFinding[]>();
  pending.forEach((it) => byUrn.set(it.urn ?? "", [...(byUrn.get(it.urn ?? "") ?? []), it]));
  return drift.map((finding) => {
    const change = (byUrn.get(finding.urn ?? "") ?? []).find((it) => ends(it, finding));
    return change === undefined ? finding : endedBy(change, finding);
  });
}

/** A field is set by a change of this field, and an object by its replacement. A deletion ends all that is about it. */
function ends({ up: { plain }, path }: DriftFinding, drift: DriftFinding): boolean {
  if (drift.type === "missing") {
    return plain === "delete";
  }
  return plain === "delete" || plain === "replace" || (path !== undefined && overlaps(path, drift.path ?? ""));
}

function overlaps(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

function endedBy({ up, declared, says }: DriftFinding, finding: DriftFinding): DriftFinding {
  const isThere = up.plain === "update" && declared !== MASK && isEqual(declared, finding.actual);
  return {
    ...finding,
    up: {
      ...finding.up,
      plain: up.plain,
      says: isThere
        ? "The program declares the value that the platform has now. So the next `pulumi up` ends this drift and keeps the value."
        : `Deploying the program ends this drift. ${says}. ${up.says}`,
    },
  };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
