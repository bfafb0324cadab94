import type { Finding, Report } from "../model";
import {
  byOrganisation,
  coverageInWords,
  gapInWords,
  historyInWords,
  partialInWords,
  requestsInWords,
  subjectOf,
  valueInWords,
  verdictInWords,
} from "./words";

/** GitHub takes no comment that is longer than 65,536 characters. */
const LONGEST = 60_000;

const signs = { inSync: "✅", drift: "❌", incomplete: "⚠️" } as const;

/** For a comment on a merge request, or the summary of a job. */
export function inMarkdown(report: Report): string {
  const { findings, verdict } = report;
  const head = [`## Drift: ${plain(subjectOf(report))}`, "", `${signs[verdict]} ${plain(verdictInWords(report))}`];
  const partial = partialInWords(report);
  const end = [...gaps(report), ...coverage(report), plain(requestsInWords(report))];
  const tables: string[] = [];
  let [length, shown] = [[...head, ...end].join("\n").length, 0];
  for (const [name, group] of byOrganisation(findings)) {
    const rows = group.map((finding) => rowOf(finding, report));
    const fitting = rows.filter((row) => (length += row.length + 1) < LONGEST);
    shown += fitting.length;
    if (fitting.length > 0) {
      tables.push(
        "",
        `### ${plain(name)}`,
        "",
        "| | finding | declared | actual |",
        "| --- | --- | --- | --- |",
        ...fitting,
      );
    }
  }
  const left = findings.length - shown;
  return [
    ...head,
    ...(partial === undefined ? [] : ["", plain(partial)]),
    ...tables,
    ...(left === 0
      ? []
      : ["", `${left} more findings have no place here. Other forms of the report have all of them.`]),
    "",
    ...end,
  ].join("\n");
}

function rowOf(finding: Finding, { failOn }: Report): string {
  const { type, says, details = [], urn, up, link } = finding;
  const counts = failOn.includes(type) ? `**${type}**` : type;
  const more = [...details.filter((it) => it !== says), historyInWords(finding)].filter((it) => it !== undefined);
  const title = link === undefined ? plain(says) : `[${plain(says)}](${link.replace(/[()\s|]/g, encodeURIComponent)})`;
  const below = [...more.map(plain), ...(urn === undefined ? [] : [code(urn)]), cell(up.says)];
  const values = "declared" in finding || "actual" in finding;
  const valueOf = (value: unknown): string => (values ? code(valueInWords(value)) : "");
  return `| ${counts} | ${[title, ...below.map((it) => `<sub>${it}</sub>`)].join("<br>")} | ${valueOf(finding.declared)} | ${valueOf(finding.actual)} |`;
}

function gaps({ notLookedAt }: Report): readonly string[] {
  return notLookedAt.length === 0
    ? []
    : ["### Not looked at", "", ...notLookedAt.map((it) => `- ${plain(gapInWords(it))}`), ""];
}

function coverage(report: Report): readonly string[] {
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

/** A sentence of our own, which may have code in it. */
function cell(text: string): string {
  return text.replace(/\|/g, "\\|");
}

/** A value. It stands between more backticks than it has itself. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${text.replace(/\|/g, "\\|")}${pad}${fence}`;
}
