import type { DriftFinding, DriftReport, Repair } from "../model";
import type { StackState, StateResource } from "../state";
import { whyInexpressible } from "./expressible";

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

/** Why a resource is left alone, by URN. */
export type Reasons = ReadonlyMap<string, string>;

/** Says which resources Pulumi has to put in order, and why it leaves the rest alone: `idle` is what a preview has shown. */
export function aimAt(way: RepairWay, { report, state, ignored, isNamed }: Seen, idle: Reasons = new Map()): Aim {
  const findings = new Map<string, readonly DriftFinding[]>();
  const leftAlone: Aim["leftAlone"][number][] = [];
  const untargeted = new Set(ignored.map(({ urn }) => urn));
  const resources = new Map(state.resources.map((it) => [it.urn, it]));
  for (const [urn, group] of byResource(report.findings)) {
    const refused = way === "restore" && !isNamed ? group.find(({ up }) => up.refreshed === "refuse") : undefined;
    const why =
      reasonFor(urn, group, refused, ignored) ??
      impossibility(way, group, resources.get(urn)) ??
      ambiguity(urn, state.urns) ??
      idle.get(urn);
    if (why === undefined) {
      findings.set(urn, group);
    } else {
      untargeted.add(urn);
      const untouched = (it: DriftFinding): boolean => way === "restore" && isUntouched(it);
      leftAlone.push(...group.map((it) => ({ says: it.says, why: untouched(it) ? it.up.says : why })));
    }
  }
  const anew = way === "restore" ? [...findings].filter(([, group]) => group.some(getsAnotherId)) : [];
  const along = dependentsOf(
    anew.map(([urn]) => urn),
    state,
  ).filter((urn) => !findings.has(urn) && !untargeted.has(urn));
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

/** What Pulumi cannot restore, or no program can declare, although somebody names the resource. */
function impossibility(
  way: RepairWay,
  group: readonly DriftFinding[],
  resource: StateResource | undefined,
): string | undefined {
  if (way === "restore") {
    const untouched = group.find(isUntouched);
    return untouched === undefined
      ? undefined
      : `Pulumi leaves \`${untouched.path ?? untouched.name}\` as it is, and can only put all of a resource in order.`;
  }
  if (resource?.external === true) {
    return group.find(({ path }) => path !== undefined)?.up.says;
  }
  return resource === undefined
    ? undefined
    : whyInexpressible(
        group.filter((it) => !isUntouched(it)),
        resource.open(),
      );
}

/** Pulumi ignores changes of the field, or only reads the object. */
export function isUntouched({ urn, up: { refreshed } }: DriftFinding): boolean {
  return urn !== undefined && refreshed === "nothing";
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
