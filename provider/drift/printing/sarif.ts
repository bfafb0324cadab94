import { findingTypes, type DriftFinding, type FindingType, type DriftReport } from "../model";
import { fingerprintOf, place } from "./fingerprint";
import { capital, fieldInWords, gapInWords, objectInWords, otherSide, valueInWords } from "./words";

const meanings: Readonly<Record<FindingType, string>> = {
  changed: "A declared value differs on the platform",
  missing: "A declared object is gone",
  unmanaged: "An object that nobody declared",
  permission: "Somebody gained or lost access",
  file: "A file was added, changed or removed",
  expired: "An ignore rule ended",
  pending: "The program declares it, and nobody has deployed it yet",
};

/** SARIF 2.1.0, which code scanning takes. */
export function inSarif(report: DriftReport): string {
  const { findings, failOn, incomplete, exit, lookedAt, notLookedAt } = report;
  const run = {
    tool: {
      driver: {
        name: "haleconnect drift",
        rules: findingTypes.map((id) => ({ id, shortDescription: { text: meanings[id] } })),
      },
    },
    invocations: [
      {
        executionSuccessful: !incomplete,
        exitCode: exit,
        startTimeUtc: lookedAt,
        toolExecutionNotifications: notLookedAt.map((gap) => ({
          level: "error",
          message: { text: `Not checked: ${gapInWords(gap)}` },
        })),
      },
    ],
    results: findings.map((finding) => resultOf(finding, report, failOn)),
  };
  const $schema = "https://json.schemastore.org/sarif-2.1.0.json";
  return JSON.stringify({ $schema, version: "2.1.0", runs: [run] }, undefined, 2);
}

function resultOf(finding: DriftFinding, report: DriftReport, failOn: readonly FindingType[]) {
  const { type, path, link } = finding;
  const field = fieldInWords(finding);
  const text = [
    `${finding.says}.`,
    ...("declared" in finding || "actual" in finding
      ? [
          `${field === undefined ? "" : `Field: ${field}. `}Declared: ${valueInWords(finding.declared)}. ${capital(otherSide(finding))}: ${valueInWords(finding.actual)}.`,
        ]
      : []),
    finding.up.says,
  ].join(" ");
  return {
    ruleId: type,
    ruleIndex: findingTypes.indexOf(type),
    level: failOn.includes(type) ? "error" : "note",
    message: { text },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: place.path }, region: { startLine: place.line } },
        logicalLocations: [
          {
            fullyQualifiedName: `${objectInWords(finding).object}${path === undefined ? "" : ` ${path}`}`,
            kind: "resource",
          },
        ],
      },
    ],
    partialFingerprints: { "haleconnectDrift/v1": fingerprintOf(report, finding) },
    ...(link === undefined ? {} : { hostedViewerUri: link }),
  };
}
