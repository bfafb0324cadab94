import type { DriftFinding, DriftReport, Repair } from "../model";
import type { StackState } from "../state";

/** How drift is put in order. `restore`: the platform gets what is declared. `accept`: the state takes what is there. */
export type RepairWay = "restore" | "accept";

export interface Aim {
  readonly way: RepairWay;
  /** The findings of the resources that drifted, by URN. */
  readonly findings: ReadonlyMap<string, readonly DriftFinding[]>;
  /** What refers to an object that gets another id, and so has to be looked at as well. */
  readonly along: readonly string[];
  readonly leftAlone: Repair["leftAlone"];
}

export interface Seen {
  readonly report: DriftReport;
  readonly state: StackState;
  /** What the ignore rules took out of the report. */
  readonly ignored: readonly DriftFinding[];
  /** Somebody named the resources, so no doubt keeps them out. */
  readonly isNamed: boolean;
}

/** Says which resources Pulumi has to put in order, and why it leaves the rest alone. */
export function aimAt(way: RepairWay, { report, state, ignored, isNamed }: Seen): Aim {
  const findings = new Map<string, readonly DriftFinding[]>();
  const leftAlone: Aim["leftAlone"][number][] = [];
  for (const [urn, group] of byResource(report.findings)) {
    const refused = way === "restore" && !isNamed ? group.find(({ up }) => up.refreshed === "refuse") : undefined;
    const why = reasonFor(urn, group, refused, ignored) ?? ambiguity(urn, state.urns);
    if (why === undefined) {
      findings.set(urn, group);
    } else {
      leftAlone.push(...group.map(({ says }) => ({ says, why })));
    }
  }
  const anew = way === "restore" ? [...findings].filter(([, group]) => group.some(getsAnotherId)) : [];
  const along = dependentsOf(
    anew.map(([urn]) => urn),
    state,
  ).filter((urn) => !findings.has(urn) && !ignored.some((it) => it.urn === urn));
  return { way, findings, along, leftAlone };
}

/** The findings of one resource, or one finding of which no resource can be put in order. */
function byResource(findings: readonly DriftFinding[]): readonly (readonly [string, readonly DriftFinding[]])[] {
  const groups = new Map<string, DriftFinding[]>();
  findings.forEach((finding, index) => {
    const isDrift = finding.type !== "pending" && finding.type !== "expired";
    const key = isDrift ? (finding.urn ?? `${index}`) : `${index}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  });
  return [...groups];
}

function reasonFor(
  urn: string,
  [first]: readonly DriftFinding[],
  refused: DriftFinding | undefined,
  ignored: readonly DriftFinding[],
): string | undefined {
  if (first?.type === "pending") {
    return "It is no drift. `pulumi up` deploys it.";
  }
  if (first?.type === "expired") {
    return first.up.says;
  }
  if (first?.urn === undefined) {
    return "Pulumi never touches what nobody declared.";
  }
  const rule = ignored.find((it) => it.urn === urn);
  return rule === undefined
    ? refused?.up.says
    : `An ignore rule also applies to this resource (${rule.path ?? rule.says}), and Pulumi can only repair a resource as a whole.`;
}

/** Pulumi takes an asterisk in a URN for a pattern, which may mean other resources as well. */
function ambiguity(urn: string, urns: readonly string[]): string | undefined {
  if (!urn.includes("*")) {
    return undefined;
  }
  const parts = urn.split("**").map((part) =>
    part
      .split("*")
      .map((it) => escaped(it))
      .join("[^:]*"),
  );
  const pattern = new RegExp(`^${parts.join(".*")}$`, "s");
  const other = urns.find((it) => it !== urn && pattern.test(it));
  return other === undefined
    ? undefined
    : `Pulumi reads the asterisk in its URN as a pattern, and this pattern also matches ${other}.`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function getsAnotherId({ up: { refreshed } }: DriftFinding): boolean {
  return refreshed === "create" || refreshed === "replace";
}

/** All that refers to one of the resources, at every remove. */
function dependentsOf(urns: readonly string[], { resources }: StackState): readonly string[] {
  const found = new Set(urns);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    resources.filter(({ dependsOn }) => dependsOn.some((it) => found.has(it))).forEach(({ urn }) => found.add(urn));
  }
  return [...found].filter((urn) => !urns.includes(urn));
}
