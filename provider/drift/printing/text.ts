import type { DriftFinding, DriftReport } from "../model";
import { ignoredInWords, UNUSED, unusedRules } from "./ignored";
import { repairParts } from "./repair";
import {
  byOrganisation,
  coverageInWords,
  fieldInWords,
  gapsInWords,
  historyInWords,
  objectInWords,
  otherSide,
  partialInWords,
  requestsInWords,
  subjectOf,
  valueInWords,
  verdictInWords,
} from "./words";

/** How words are made to stand out. A terminal without colours leaves them as they are. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const plain = (text: string): string => text;
export const plainStyle: Style = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain };

const LABEL = 10;

/** For people in front of a terminal. */
export function inText(report: DriftReport, style: Style = plainStyle): string {
  const width = Math.max(0, ...report.findings.map(({ type }) => type.length));
  const groups = [...byOrganisation(report.findings)].flatMap(([name, findings]) => [
    style.bold(name),
    ...findings.flatMap((finding) => linesOf(finding, width, report, style)),
    "",
  ]);
  const colour = { inSync: style.green, drift: style.red, incomplete: style.yellow }[report.verdict];
  return [
    `${style.bold("Drift check:")} ${subjectOf(report)}`,
    ...(partialInWords(report)?.split("\n") ?? []),
    "",
    ...groups,
    ...notLookedAt(report, style),
    ...ignored(report, style),
    ...repairParts(report).flatMap(({ title, lines }) => [style.bold(title), ...lines.map((it) => `  ${it}`), ""]),
    ...coverage(report),
    style.dim(requestsInWords(report)),
    colour(verdictInWords(report)),
  ].join("\n");
}

function linesOf(finding: DriftFinding, width: number, { failOn }: DriftReport, style: Style): readonly string[] {
  const { type, says, details = [], up, link } = finding;
  const colour = failOn.includes(type) ? style.red : style.yellow;
  const indent = " ".repeat(width + 4);
  const history = historyInWords(finding);
  const line = (label: string, text: string): string => `${indent}${style.dim(label.padEnd(LABEL))}${text}`;
  const field = fieldInWords(finding);
  const { label, object } = objectInWords(finding);
  return [
    `  ${colour(type.padEnd(width))}  ${says}`,
    ...(field === undefined ? [] : [line("field", field)]),
    ...("declared" in finding || "actual" in finding
      ? [line("declared", valueInWords(finding.declared)), line(otherSide(finding), valueInWords(finding.actual))]
      : []),
    ...details.filter((detail) => detail !== says).map((detail) => line("detail", detail)),
    ...(history === undefined ? [] : [line("history", history)]),
    line(label, object),
    line("up", up.says),
    ...(link === undefined ? [] : [line("page", link)]),
  ];
}

function notLookedAt({ notLookedAt: gaps }: DriftReport, { bold, yellow }: Style): readonly string[] {
  return gaps.length === 0 ? [] : [bold("Not checked"), ...gapsInWords(gaps).map((it) => `  ${yellow(it)}`), ""];
}

function ignored(report: DriftReport, { bold }: Style): readonly string[] {
  const count = ignoredInWords(report);
  const unused = unusedRules(report);
  return [
    ...(count === undefined ? [] : [count]),
    ...(unused.length === 0 ? [] : [bold(UNUSED), ...unused.map((it) => `  ${it}`), ""]),
  ];
}

function coverage(report: DriftReport): readonly string[] {
  const kinds = report.coverage?.kinds ?? [];
  const width = Math.max(0, ...kinds.map(({ kind }) => kind.length));
  const all = coverageInWords(report);
  return all === undefined
    ? []
    : [
        `Coverage: ${all}`,
        ...kinds.map(({ kind, managed, all: total }) => `  ${kind.padEnd(width)}  ${managed} of ${total}`),
        "",
      ];
}
