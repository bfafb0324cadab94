import type { Kind } from "../../kinds";
import type { DriftFinding, Gap } from "../model";
import type { Names } from "../names";
import { pendingFindings } from "./pending";
import type { PlannedStep } from "./plan";
import { withEndings } from "./resolving";

/** What the preview of the program says, or why it says nothing. */
export type Desired = { readonly steps: readonly PlannedStep[] } | { readonly failed: string };

export interface Seen {
  readonly findings: readonly DriftFinding[];
  readonly gaps: readonly Gap[];
}

interface Part {
  readonly kinds?: readonly Kind[];
  readonly targets?: readonly string[];
}

/** Adds what is declared and not deployed yet, as far as the look is about it. */
export function withDesired(drift: readonly DriftFinding[], desired: Desired, part: Part, names: Names): Seen {
  if ("failed" in desired) {
    return { findings: drift, gaps: [{ kind: "Program", count: 0, urns: [], why: desired.failed }] };
  }
  const isWanted = ({ kind, urn }: PlannedStep): boolean =>
    (part.kinds?.includes(kind) ?? true) && (part.targets?.includes(urn) ?? true);
  const pending = pendingFindings(desired.steps.filter(isWanted), names);
  return { findings: [...withEndings(drift, pending), ...pending], gaps: [] };
}
