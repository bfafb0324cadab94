import { createHash } from "node:crypto";
import type { DriftFinding, DriftReport } from "../../model";
import { isWhole } from "../../verdict";
import {
  capital,
  coverageInWords,
  gapsInWords,
  historyInWords,
  momentInWords,
  objectInWords,
  organisationInWords,
  otherSide,
  partialInWords,
  requestsInWords,
  subjectOf,
  valueInWords,
  verdictInWords,
} from "../words";
import { repairParts } from "../repair";
import { xmlText as text } from "../xml";
import { partedFrom } from "./difference";
import { script } from "./script";
import { style } from "./style";
import { treeOf } from "./tree";

const scriptHash = createHash("sha256").update(script).digest("base64");

/** The browser loads nothing and sends nothing, and runs no other script than the page's own. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;

/** One page with all in it: it opens without a network, searches and filters, and prints. */
export function inHtml(report: DriftReport): string {
  const title = `Drift: ${subjectOf(report)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${text(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
${header(report, title)}
<main>
${[repaired(report), notLookedAt(report), filters(report), treeOf(report), findings(report), ignored(report), coverage(report)].join("\n")}
<p class="count">${text(requestsInWords(report))}</p>
</main>
<script>${script}</script>
</body>
</html>`;
}

function header(report: DriftReport, title: string): string {
  const partial = partialInWords(report);
  return `<header>
<h1>${text(title)}</h1>
<p class="verdict ${report.verdict}">${text(verdictInWords(report))}</p>
${partial === undefined ? "" : `<p>${text(partial)}</p>`}
<p class="count">Looked at ${text(momentInWords(report.lookedAt))}${report.account === undefined ? "" : ` by ${text(report.account)}`}.</p>
</header>`;
}

function repaired(report: DriftReport): string {
  return repairParts(report)
    .map(({ title, lines }, index) => {
      const items = lines.map((line) => `<li>${text(line)}</li>`).join("");
      return `<section aria-labelledby="repair${index}"><h2 id="repair${index}">${text(title)}</h2><ul>${items}</ul></section>`;
    })
    .join("\n");
}

function notLookedAt({ notLookedAt: gaps }: DriftReport): string {
  return gaps.length === 0
    ? ""
    : `<section aria-labelledby="gaps"><h2 id="gaps">Not checked</h2><ul>${gapsInWords(gaps)
        .map((it) => `<li>${text(it)}</li>`)
        .join("")}</ul></section>`;
}

function filters({ findings: all }: DriftReport): string {
  const choices = (label: string, name: string, values: readonly (readonly [value: string, label: string])[]): string =>
    `<label>${label}<select name="${name}"><option value="">all</option>${values.map(([value, words]) => `<option value="${text(value)}">${text(words)}</option>`).join("")}</select></label>`;
  const organisations = new Map(all.map((finding) => [groupOf(finding), organisationInWords(finding)]));
  const each = (names: readonly string[]) => [...new Set(names)].map((name) => [name, name] as const);
  return `<form hidden role="search" aria-label="Search and filter the findings">
<label>Search<input type="search" name="search" autocomplete="off"></label>
${choices("Organisation", "organisation", [...organisations])}
${choices("Kind", "kind", each(all.map(({ kind }) => kind)))}
${choices("Type", "type", each(all.map(({ type }) => type)))}
${choices("Severity", "counts", [
  ["yes", "counts as drift"],
  ["no", "does not count"],
])}
<button type="reset">Show all</button>
<output id="shown" aria-live="polite"></output>
</form>`;
}

function findings({ findings: all, failOn }: DriftReport): string {
  const list = all.map((finding) => findingOf(finding, failOn.includes(finding.type))).join("\n");
  return `<section aria-labelledby="findings"><h2 id="findings" tabindex="-1">Findings</h2>
${all.length === 0 ? "<p>None.</p>" : `<ul class="findings">\n${list}\n</ul>`}</section>`;
}

/** By which the page filters: the id of the organisation, or what stands in its place. */
function groupOf({ type, organisation }: DriftFinding): string {
  return organisation?.id ?? (type === "expired" ? "rules" : "-");
}

function findingOf(finding: DriftFinding, counts: boolean): string {
  const { type, kind, says, details = [], up, link, path } = finding;
  const { label, object } = objectInWords(finding);
  const facts = [
    ["Organisation", type === "expired" ? undefined : organisationInWords(finding)],
    ...details.filter((it) => it !== says).map((it) => ["Detail", it] as const),
    ["History", historyInWords(finding)],
    ["Field", path],
    [label === "id" ? "Object" : capital(label), object],
    ["What up does", up.says],
  ] as const;
  return `<li class="finding${counts ? " counts" : ""}" data-organisation="${text(groupOf(finding))}" data-kind="${text(kind)}" data-type="${type}" data-counts="${counts ? "yes" : "no"}">
<span class="type">${type}${counts ? "" : " (does not count)"}</span>
<h3>${text(says)}</h3>
${"declared" in finding || "actual" in finding ? values(finding) : ""}
<dl class="facts">${facts.flatMap(([name, words]) => (words === undefined ? [] : [`<dt>${name}</dt><dd>${text(words)}</dd>`])).join("")}</dl>
${link === undefined || !/^https?:/.test(link) ? "" : `<p><a href="${text(link)}" rel="noreferrer">Open it on the platform</a></p>`}
</li>`;
}

/** Both values side by side, with the part marked in which they differ. */
function values(finding: DriftFinding): string {
  const { declared, actual } = finding;
  const [one, other] = [valueInWords(declared), valueInWords(actual)];
  const shown = (words: string, against: string): string => {
    const { before, middle, after } = partedFrom(words, against);
    return `<code>${text(before)}${middle === "" ? "" : `<mark>${text(middle)}</mark>`}${text(after)}</code>`;
  };
  return `<dl class="values"><div><dt>Declared</dt><dd>${shown(one, other)}</dd></div><div><dt>${capital(otherSide(finding))}</dt><dd>${shown(other, one)}</dd></div></dl>`;
}

function ignored(report: DriftReport): string {
  const rows = report.ignored
    .filter((it) => it.findings > 0 || isWhole(report))
    .map(
      ({ rule, reason, expires, findings: count }) =>
        `<tr><td>${text(rule)}</td><td>${text(reason)}</td><td>${text(expires)}</td><td class="number">${count}</td></tr>`,
    );
  return rows.length === 0
    ? ""
    : `<section aria-labelledby="ignored"><h2 id="ignored">Ignored</h2><table><thead><tr><th scope="col">Rule</th><th scope="col">Reason</th><th scope="col">Last day</th><th scope="col">Findings</th></tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

function coverage(report: DriftReport): string {
  const all = coverageInWords(report);
  const rows = (report.coverage?.kinds ?? []).map(
    ({ kind, managed, all: total }) =>
      `<tr><th scope="row">${text(kind)}</th><td class="number">${managed}</td><td class="number">${total}</td><td><meter min="0" max="${total}" value="${managed}" aria-label="${text(kind)}: ${managed} of ${total}"></meter></td></tr>`,
  );
  return all === undefined
    ? ""
    : `<section aria-labelledby="coverage"><h2 id="coverage">Coverage</h2><p>${text(all)}.</p><table><thead><tr><th scope="col">Kind</th><th scope="col">Declared</th><th scope="col">All</th><th scope="col">Share</th></tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}
