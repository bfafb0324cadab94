import type { Verdict } from "./row";
import { rows } from "./rows";

/** Of one kind: a verdict for each row, by `<kind> <row>`, and what its objects cost. */
export interface OneKind {
  readonly name: string;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly calls: string;
}

/** The page with the line of one kind printed anew; all other lines stay as they are. `kinds`: all, in their order. */
export function withRow(page: string, { name, verdicts, calls }: OneKind, kinds: readonly string[]): string {
  const header = `| ${["kind", ...rows.map((row) => row.name), "calls per object"].join(" | ")} |`;
  if (!page.includes(header)) {
    throw new Error("docs/conformance.md has other rows than rows.ts: `npm run conformance` writes the whole page");
  }
  const reasons = reasonsOf(page);
  const cells = rows.map((row) => cell(verdicts.get(`${name} ${row.name}`), reasons));
  const line = `| ${[name, ...cells, calls].join(" | ")} |`;
  return withReasons(withLine(page.split("\n"), line, name, kinds), reasons).join("\n");
}

function cell(verdict: Verdict | undefined, reasons: string[]): string {
  if (verdict === undefined) {
    return "";
  }
  if (verdict === "holds") {
    return "✓";
  }
  if (!reasons.includes(verdict.doesNotApply)) {
    reasons.push(verdict.doesNotApply);
  }
  return `–<sup>${reasons.indexOf(verdict.doesNotApply) + 1}</sup>`;
}

const reasonLine = /^<sup>1<\/sup> /;

function reasonsOf(page: string): string[] {
  const line = page.split("\n").find((it) => reasonLine.test(it)) ?? "";
  return [...line.matchAll(/<sup>\d+<\/sup> (.*?)\.(?= |$)/g)].map(([, reason = ""]) => reason);
}

function withReasons(lines: readonly string[], reasons: readonly string[]): string[] {
  const printed = reasons.map((reason, index) => `<sup>${index + 1}</sup> ${reason}.`).join(" ");
  return lines.map((line) => (reasonLine.test(line) ? printed : line));
}

/** In the place of its former line, or after the line of the nearest kind before it. */
function withLine(lines: readonly string[], line: string, name: string, kinds: readonly string[]): string[] {
  const placeOf = (kind: string): number => lines.findIndex((it) => it.startsWith(`| ${kind} | `));
  const former = placeOf(name);
  if (former >= 0) {
    return lines.with(former, line);
  }
  const before = kinds.slice(0, kinds.indexOf(name)).map(placeOf);
  const separator = lines.findIndex((it) => it.startsWith("| --- |"));
  return lines.toSpliced(Math.max(separator, ...before) + 1, 0, line);
}
