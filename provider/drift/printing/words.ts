import { MASK, type DriftFinding, type Gap, type DriftReport } from "../model";
import { visible } from "./visible";

/** A value on one line: texts in quotation marks, nothing as `(none)`. */
export function valueInWords(value: unknown): string {
  return value === undefined ? "(none)" : value === MASK ? value : visible(JSON.stringify(value));
}

/** Against what the declared value stands: what is on the platform, or what was deployed before. */
export function otherSide({ type }: DriftFinding): "actual" | "deployed" {
  return type === "pending" ? "deployed" : "actual";
}

/** Under what a finding stands: its organisation, or the ignore file. */
export function organisationInWords({ type, organisation }: DriftFinding): string {
  if (organisation === undefined) {
    return type === "expired" ? "Ignore rules" : "Without an organisation";
  }
  const { id, name } = organisation;
  return name === undefined ? `Organisation ${id}` : `${name} (${id})`;
}

/** What a finding is about, with the name of that: a resource, an object by its id, or the place of an ignore rule. */
export function objectInWords({ type, urn, kind, id }: DriftFinding): {
  readonly label: "rule" | "resource" | "id";
  readonly object: string;
} {
  return type === "expired"
    ? { label: "rule", object: id }
    : urn === undefined
      ? { label: "id", object: `${kind} ${id}` }
      : { label: "resource", object: urn };
}

/** The field of the two values. The sentence of another finding names it, and that of a permission tells who may do what. */
export function fieldInWords(finding: DriftFinding): string | undefined {
  return finding.type === "permission" && ("declared" in finding || "actual" in finding) ? finding.path : undefined;
}

/** `2026-11-27 10:30 UTC` */
export function momentInWords(moment: string): string {
  return `${moment.slice(0, 16).replace("T", " ")} UTC`;
}

/** When it happened and who did it, as far as the server says it. */
export function historyInWords({ lastModified, since, by }: DriftFinding): string | undefined {
  const who = by === undefined ? "" : ` by ${by.name === undefined ? `user ${by.id}` : `${by.name} (${by.id})`}`;
  if (lastModified !== undefined) {
    return `last modified ${momentInWords(lastModified)}`;
  }
  return since === undefined ? (who === "" ? undefined : `made${who}`) : `since ${momentInWords(since)}${who}`;
}

export function gapInWords(gap: Gap): string {
  return `${missedPart(gap)}: ${gap.why}`;
}

/** One line for each reason, with all parts that it concerns. */
export function gapsInWords(gaps: readonly Gap[]): readonly string[] {
  const parts = new Map<string, string[]>();
  for (const gap of gaps) {
    parts.set(gap.why, [...(parts.get(gap.why) ?? []), missedPart(gap)]);
  }
  return [...parts].map(([why, missed]) => `${missed.join(", ")}: ${why}`);
}

function missedPart({ kind, count }: Gap): string {
  const ofAll: Readonly<Record<string, string>> = { Stack: "the stack", Program: "what the program declares" };
  const whole = ofAll[kind] ?? `undeclared objects of ${kind}`;
  return count === 0 ? whole : `${counted(count, "resource")} of ${kind}`;
}

export function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** The result in one sentence. */
export function verdictInWords(report: DriftReport): string {
  const { verdict, findings, failOn, coverage, notLookedAt } = report;
  const counting = findings.filter(({ type }) => failOn.includes(type));
  const others = findings.length - counting.length;
  const beside = others === 0 ? "" : ` ${counted(others, "more finding")} ${others === 1 ? "does" : "do"} not count.`;
  if (verdict === "incomplete") {
    const seen =
      counting.length === 0
        ? " In the part that was checked, no finding counts."
        : ` The part that was checked has ${counted(counting.length, "finding")} (${countsOf(counting)}).`;
    return `Incomplete: ${missedInWords(notLookedAt)}${findings.length === 0 ? "" : seen}${beside}`;
  }
  if (verdict === "inSync") {
    return `In sync: ${counted(report.compared, "resource")} of the state ${report.compared === 1 ? "is" : "are"} as declared.${beside}`;
  }
  const short =
    coverage?.least !== undefined && coverage.percent < coverage.least
      ? ` ${coverage.percent} % of the tenant is declared, less than the ${coverage.least} % that --min-coverage asks for.`
      : "";
  return counting.length === 0
    ? `Drift: no finding counts.${short}${beside}`
    : `Drift: ${counted(counting.length, "finding")} (${countsOf(counting)}).${short}${beside}`;
}

function missedInWords(gaps: readonly Gap[]): string {
  return gaps.every(({ kind }) => kind === "Program")
    ? "the preview of the program failed, so the report does not show what is not deployed yet."
    : `${gaps.length === 1 ? "a part" : `${gaps.length} parts`} of the tenant could not be checked, so the tenant may not be in sync.`;
}

function countsOf(findings: readonly DriftFinding[]): string {
  const counts = new Map<string, number>();
  findings.forEach(({ type }) => counts.set(type, (counts.get(type) ?? 0) + 1));
  return [...counts].map(([type, count]) => `${count} ${type}`).join(", ");
}

export function partialInWords({ partial }: DriftReport): string | undefined {
  if (partial === undefined) {
    return undefined;
  }
  const { kinds, targets } = partial;
  const parts = [
    ...(kinds.length === 0 ? [] : [`kinds ${kinds.join(", ")}`]),
    ...(targets.length === 0 ? [] : [counted(targets.length, "target")]),
  ];
  return `This is a partial comparison: only ${parts.join(" and ")}.`;
}

export function coverageInWords({ coverage }: DriftReport): string | undefined {
  return coverage === undefined
    ? undefined
    : `${coverage.managed} of ${counted(coverage.all, "object")} in the organisations of the stack ${coverage.all === 1 ? "is" : "are"} declared (${coverage.percent} %)`;
}

export function requestsInWords({ requests, contractFile }: DriftReport): string {
  const { total, logins, pages, details, repeated } = requests;
  const again = repeated === undefined ? "" : `, ${repeated} repeated`;
  const form = contractFile === undefined ? "" : `, in the form of the contract file ${contractFile}`;
  return `${counted(total, "request")}: ${counted(logins, "login")}, ${counted(pages, "page")} of lists, ${counted(details, "detail")}${again}${form}`;
}

/** `tenant/dev on https://haleconnect.example` */
export function subjectOf({ project, stack, server }: DriftReport): string {
  const names = [project, stack].filter((it) => it !== undefined).join("/");
  return names === "" ? server : `${names} on ${server}`;
}

/** The findings of each organisation, in the order of the report. */
export function byOrganisation(findings: readonly DriftFinding[]): ReadonlyMap<string, readonly DriftFinding[]> {
  const groups = new Map<string, DriftFinding[]>();
  for (const finding of findings) {
    const name = organisationInWords(finding);
    const group = groups.get(name) ?? [];
    group.push(finding);
    groups.set(name, group);
  }
  return groups;
}
