import { digestOf } from "../../kinds";
import type { DriftFinding, FindingType, DriftReport } from "../model";
import { fingerprintOf, place } from "./fingerprint";
import { gapInWords } from "./words";

type Severity = "info" | "minor" | "major" | "critical" | "blocker";

const severities: Readonly<Record<FindingType, Severity>> = {
  changed: "major",
  missing: "critical",
  permission: "critical",
  file: "major",
  expired: "minor",
  unmanaged: "info",
  pending: "info",
};

/** GitLab's Code Quality report: a list of issues, each with a fingerprint by which GitLab knows it again. */
export function inGitlab(report: DriftReport): string {
  const issues = report.findings.map((finding) =>
    issueOf(
      `haleconnect-drift-${finding.type}`,
      textOf(finding),
      severities[finding.type],
      fingerprintOf(report, finding),
    ),
  );
  const gaps = report.notLookedAt.map((gap) => {
    const mark = digestOf(["not looked at", gap.kind, gap.why]);
    return issueOf("haleconnect-drift-incomplete", `Not checked: ${gapInWords(gap)}`, "blocker", mark);
  });
  return JSON.stringify([...issues, ...gaps], undefined, 2);
}

function issueOf(name: string, description: string, severity: Severity, fingerprint: string) {
  const location = { path: place.path, lines: { begin: place.line, end: place.line } };
  return { type: "issue", check_name: name, description, categories: ["Style"], severity, fingerprint, location };
}

function textOf({ says, organisation }: DriftFinding): string {
  const name = organisation?.name;
  return name === undefined || says.includes(name) ? says : `${says} (in ${name})`;
}
