import type { DriftFinding, DriftReport } from "../model";
import {
  byOrganisation,
  counted,
  fieldInWords,
  gapInWords,
  historyInWords,
  otherSide,
  subjectOf,
  valueInWords,
} from "./words";
import { xmlText } from "./xml";

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly group: string;
  readonly outcome?: { readonly as: "failure" | "skipped" | "error"; readonly message: string; readonly text: string };
}

/**
 * For pipelines that show tests. Each organisation is a suite and each finding a test. A finding that counts fails, and
 * one that does not count is skipped. What could not be looked at is an error.
 */
export function inJunit(report: DriftReport): string {
  const suites = [
    comparison(report),
    ...[...byOrganisation(report.findings)].map(([name, found]) => suiteOf(name, found, report)),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlText(`haleconnect drift: ${subjectOf(report)}`)}" ${countsOf(all)} time="0">`,
    ...suites.flatMap((suite) => linesOf(suite, report)),
    "</testsuites>",
  ].join("\n");
}

/** So that a report without findings is not empty, which some pipelines take for a failure. */
function comparison({ compared, notLookedAt }: DriftReport): Suite {
  const group = "haleconnect drift";
  return {
    name: "The look at the tenant",
    cases: [
      { name: `${counted(compared, "resource")} compared`, group },
      ...notLookedAt.map((gap): Case => {
        const message = gapInWords(gap);
        return {
          name: `not looked at: ${gap.kind}`,
          group,
          outcome: { as: "error", message, text: gap.urns.join("\n") },
        };
      }),
    ],
  };
}

function suiteOf(name: string, findings: readonly DriftFinding[], { failOn }: DriftReport): Suite {
  return {
    name,
    cases: findings.map((finding) => {
      const as = failOn.includes(finding.type) ? "failure" : "skipped";
      const path = finding.path === undefined ? "" : `: ${finding.path}`;
      return {
        name:
          finding.type === "expired"
            ? `Ignore rule ${finding.id}`
            : `${finding.kind} ${finding.name} (${finding.id})${path}`,
        group: finding.kind,
        outcome: { as, message: `${finding.type}: ${finding.says}`, text: textOf(finding) },
      };
    }),
  };
}

function textOf(finding: DriftFinding): string {
  const { details = [], urn, up, link } = finding;
  const field = fieldInWords(finding);
  return [
    ...("declared" in finding || "actual" in finding
      ? [
          ...(field === undefined ? [] : [`field: ${field}`]),
          `declared: ${valueInWords(finding.declared)}`,
          `${otherSide(finding)}: ${valueInWords(finding.actual)}`,
        ]
      : []),
    ...details,
    historyInWords(finding),
    urn,
    up.says,
    link,
  ]
    .filter((line) => line !== undefined)
    .join("\n");
}

function linesOf({ name, cases }: Suite, { lookedAt }: DriftReport): readonly string[] {
  return [
    `  <testsuite name="${xmlText(name)}" ${countsOf(cases)} skipped="${count(cases, "skipped")}" time="0" timestamp="${lookedAt.slice(0, 19)}">`,
    ...cases.map((it) => {
      const head = `    <testcase classname="${xmlText(it.group)}" name="${xmlText(it.name)}" time="0"`;
      const { outcome } = it;
      if (outcome === undefined) {
        return `${head}/>`;
      }
      const type = outcome.as === "skipped" ? "" : ` type="${outcome.as}"`;
      return `${head}><${outcome.as} message="${xmlText(outcome.message)}"${type}>${xmlText(outcome.text)}</${outcome.as}></testcase>`;
    }),
    "  </testsuite>",
  ];
}

function countsOf(cases: readonly Case[]): string {
  return `tests="${cases.length}" failures="${count(cases, "failure")}" errors="${count(cases, "error")}"`;
}

function count(cases: readonly Case[], as: string): number {
  return cases.filter(({ outcome }) => outcome?.as === as).length;
}
