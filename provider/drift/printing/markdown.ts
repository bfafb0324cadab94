import { inCode } from "../code";
import type { DriftFinding, DriftReport } from "../model";
import { ignoredInWords, UNUSED, unusedRules } from "./ignored";
import { repairParts } from "./repair";
import {
  byOrganisation,
  counted,
  coverageInWords,
  fieldInWords,
  gapsInWords,
  historyInWords,
  partialInWords,
  requestsInWords,
  subjectOf,
  valueInWords,
  verdictInWords,
} from "./words";

/** GitHub takes no comment that is longer than 65,536 characters. */
const LONGEST = 60_000;

/** Of what could not be looked at. Each has a reason, which may be long. */
const MOST_GAPS = 20;

/** Of each list, and how long a line of it may be. */
const MOST_LINES = 20;
const LONGEST_LINE = 300;

const signs = { inSync: "✅", drift: "❌", incomplete: "⚠️" } as const;

/** For a comment on a merge request, or the summary of a job. */
export function inMarkdown(report: DriftReport): string {
  return pageOf(report, [plain(requestsInWords(report))]);
}

/** The same text each night while the tenant stays as it is: it leaves out how many requests a look took. */
export function inSteadyMarkdown(report: DriftReport): string {
  return pageOf(report, []).trimEnd();
}

function pageOf(report: DriftReport, last: readonly string[]): string {
  const { findings, verdict } = report;
  const head = [`## Drift: ${plain(subjectOf(report))}`, "", `${signs[verdict]} ${plain(verdictInWords(report))}`];
  const partial = partialInWords(report);
  const end = [...repaired(report), ...gaps(report), ...ignored(report), ...coverage(report), ...last];
  const tables: string[] = [];
  let [length, shown] = [[...head, ...end].join("\n").length, 0];
  for (const [name, group] of byOrganisation(findings)) {
    const top = ["", `### ${plain(name)}`, "", "| | finding | declared | actual |", "| --- | --- | --- | --- |"];
    let before = top.join("\n").length + 1;
    const fitting = group.flatMap((finding) => {
      const row = rowOf(finding, report);
      const after = length + before + row.length + 1;
      if (after >= LONGEST) {
        return [];
      }
      [length, before] = [after, 0];
      return [row];
    });
    shown += fitting.length;
    tables.push(...(fitting.length > 0 ? [...top, ...fitting] : []));
  }
  const left = findings.length - shown;
  return [
    ...head,
    ...(partial === undefined ? [] : ["", plain(partial)]),
    ...tables,
    ...(left === 0
      ? []
      : [
          "",
          `${counted(left, "more finding")} ${left === 1 ? "is" : "are"} left out here. Other forms of the report show all findings.`,
        ]),
    "",
    ...end,
  ].join("\n");
}

function rowOf(finding: DriftFinding, { failOn }: DriftReport): string {
  const { type, says, details = [], urn, up, link } = finding;
  const field = fieldInWords(finding);
  const counts = failOn.includes(type) ? `**${type}**` : type;
  const more = [...details.filter((it) => it !== says), historyInWords(finding)].filter((it) => it !== undefined);
  const title = link === undefined ? plain(says) : `[${plain(says)}](${link.replace(/[()\s|]/g, encodeURIComponent)})`;
  const below = [
    ...(field === undefined ? [] : [code(field)]),
    ...more.map(plain),
    ...(urn === undefined ? [] : [code(urn)]),
    sentence(up.says),
  ];
  const values = "declared" in finding || "actual" in finding;
  const valueOf = (value: unknown): string => (values ? code(valueInWords(value)) : "");
  const other = values && type === "pending" ? `deployed: ${valueOf(finding.actual)}` : valueOf(finding.actual);
  return `| ${counts} | ${[title, ...below.map((it) => `<sub>${it}</sub>`)].join("<br>")} | ${valueOf(finding.declared)} | ${other} |`;
}

function repaired(report: DriftReport): readonly string[] {
  return repairParts(report).flatMap(({ title, lines }) => listOf(title, lines));
}

function listOf(title: string, lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_LINES;
  const listed = lines.slice(0, MOST_LINES).map((it) => `- ${plain(short(it))}`);
  return [`### ${plain(title)}`, "", ...listed, ...(left > 0 ? [`- ${left} more`] : []), ""];
}

function short(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}

function gaps({ notLookedAt }: DriftReport): readonly string[] {
  const all = gapsInWords(notLookedAt);
  const left = all.length - MOST_GAPS;
  const lines = all.slice(0, MOST_GAPS).map((it) => `- ${plain(it)}`);
  return lines.length === 0
    ? []
    : ["### Not checked", "", ...lines, ...(left > 0 ? [`- ${counted(left, "more part")}`] : []), ""];
}

function ignored(report: DriftReport): readonly string[] {
  const count = ignoredInWords(report);
  const unused = unusedRules(report);
  return [...(count === undefined ? [] : [plain(count), ""]), ...(unused.length === 0 ? [] : listOf(UNUSED, unused))];
}

function coverage(report: DriftReport): readonly string[] {
  const all = coverageInWords(report);
  return all === undefined
    ? []
    : [
        `<details><summary>${plain(all)}</summary>`,
        "",
        "| kind | declared | all |",
        "| --- | --- | --- |",
        ...(report.coverage?.kinds ?? []).map((it) => `| ${it.kind} | ${it.managed} | ${it.all} |`),
        "",
        "</details>",
        "",
      ];
}

/** Text in which nothing is a mark, a tag or the mention of a person. */
function plain(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/[@#]/g, (sign) => `${sign}&#8203;`)
    .replace(/[\r\n]+/g, " ");
}

/** A sentence with code in it. What stands around the code is plain: a name of somebody may be there. */
function sentence(text: string): string {
  return text
    .split(/((?<!`)(`+)(?!`).+?(?<!`)\2(?!`))/)
    .filter((_part, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 0 ? plain(part) : inTable(part)))
    .join("");
}

/** A value. */
function code(text: string): string {
  return inTable(inCode(text));
}

function inTable(text: string): string {
  return text.replace(/\|/g, "\\|");
}
