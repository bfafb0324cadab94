import { documentOf } from "../../../binding/document-of";
import type { ContractFile } from "../../../binding/file/model";
import type { ChangedDocument } from "../../../binding/pulling/holding/since";
import { allOperations } from "../../../contract";
import type { Colours } from "../../terminal";
import { changesInWords } from "../changes-in-words";
import { verbs } from "./kind-report";
import type { KindReport, OperationReport, OperationVerdict, Report, Verdict, VerbReport } from "./report-type";

const verdictInWords: Readonly<Record<Verdict, string>> = {
  works: "works",
  partly: "partly",
  unconfirmed: "unconfirmed",
  cannot: "cannot",
};

const order: readonly OperationVerdict[] = ["same", "renamed", "composed", "ambiguous", "missing", "unknown"];

/** For people: a table of kinds, what is left to confirm, and how many operations stand how. */
export function inText({ source, kinds, operations, changed, notCompared }: Report, colours: Colours): string {
  const width = Math.max(...kinds.map(({ kind }) => kind.length), 4) + 2;
  const head = ["kind".padEnd(width), ...verbs.map((verb) => verb.padEnd(13))].join("");
  const colour = { works: colours.green, partly: colours.yellow, unconfirmed: colours.yellow, cannot: colours.red };
  const rows = kinds.flatMap((report) => [
    [
      report.kind.padEnd(width),
      ...verbs.map((verb) => {
        const { verdict } = report.verbs[verb];
        return colour[verdict](verdictInWords[verdict].padEnd(13));
      }),
    ].join(""),
    ...notesOn(report).map((note) => colours.dim(`  ${note}`)),
  ]);
  return [
    `${colours.bold("Contract:")} ${source}`,
    "",
    head,
    ...rows,
    "",
    ...changesSince(changed),
    ...unread(notCompared),
    ...ending(kinds, operations),
  ].join("\n");
}

/** For a merge request or a wiki page. */
export function inMarkdown({ source, kinds, operations, changed, notCompared }: Report): string {
  return [
    `## Contract check: ${source}`,
    "",
    `| kind | ${verbs.join(" | ")} | notes |`,
    `| --- | ${verbs.map(() => "---").join(" | ")} | --- |`,
    ...kinds.map(
      (report) =>
        `| ${report.kind} | ${verbs.map((verb) => verdictInWords[report.verbs[verb].verdict]).join(" | ")} | ${notesOn(report).join("<br>")} |`,
    ),
    "",
    ...changesSince(changed),
    ...unread(notCompared),
    ...ending(kinds, operations),
  ].join("\n");
}

function notesOn({ verbs: reports }: KindReport): readonly string[] {
  const all = Object.values(reports);
  const collect = (part: (report: VerbReport) => readonly string[]): readonly string[] => [
    ...new Set(all.flatMap(part)),
  ];
  const [missing, without] = [collect((it) => it.missing), collect((it) => it.without)];
  const waiting = collect((it) => it.waiting);
  return [
    ...(waiting.length === 0 ? [] : [`after a confirmation: ${waiting.join(", ")}`]),
    ...(without.length === 0 ? [] : [`without ${without.join(", ")}`]),
    ...(missing.length === 0 ? [] : [`the server has no ${missing.join(", ")}`]),
  ];
}

function changesSince(changed: readonly ChangedDocument[]): readonly string[] {
  return changed.length === 0
    ? []
    : [
        "Changed on the server since the pull (`haleconnect contract pull` updates the file):",
        ...changed.map((it) => `  ${changesInWords(it)}`),
        "",
      ];
}

function unread(names: readonly string[]): readonly string[] {
  return names.length === 0
    ? []
    : ["Not compared, because they were not read:", ...names.map((name) => `  the document ${name}`), ""];
}

function ending(kinds: readonly KindReport[], operations: readonly OperationReport[]): readonly string[] {
  const left = leftToConfirm(kinds);
  const used = new Set(kinds.flatMap(({ uses }) => uses));
  const remarks = operations
    .filter(({ operation }) => used.has(operation))
    .flatMap(({ operation, verdict, remarks: told, narrowed }) =>
      // The remarks of a binding have its narrower limits already.
      (verdict === "same" ? narrowed : verdict === "renamed" ? told : []).map((remark) => `  ${operation}: ${remark}`),
    );
  const counts = order.flatMap((verdict) => {
    const count = operations.filter((it) => it.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return [
    ...(left.length === 0
      ? []
      : [
          "Left to confirm, in the order in which the kinds need them:",
          ...left.map((key) => `  ${key}${thereOf(key, operations)}`),
          "",
        ]),
    ...(remarks.length === 0 ? [] : ["Read this before you confirm an operation or declare a field:", ...remarks, ""]),
    `Operations: ${[...counts, ...rangeCounts(operations)].join(", ")}.`,
  ];
}

function rangeCounts(operations: readonly OperationReport[]): readonly string[] {
  return (["narrowed", "widened"] as const).flatMap((part) => {
    const count = operations.filter((it) => it[part].length > 0).length;
    return count === 0 ? [] : [`${count} ${part}`];
  });
}

export function leftToConfirm(kinds: readonly KindReport[]): readonly string[] {
  return [...new Set(kinds.flatMap((report) => verbs.flatMap((verb) => report.verbs[verb].unconfirmed)))];
}

function thereOf(key: string, operations: readonly OperationReport[]): string {
  const found = operations.find(({ operation }) => operation === key);
  return found?.there === undefined ? ` (${found?.verdict ?? "unknown"})` : `  ${found.there}`;
}

/** Operations that are needed, and that stand in documents that were not read. */
export function notComparedIn(
  names: readonly string[],
  kinds: readonly KindReport[],
  { operations }: Pick<ContractFile, "operations">,
): readonly string[] {
  const needed = new Set(kinds.flatMap(({ uses }) => uses));
  return allOperations
    .filter((it) => needed.has(it.key) && names.includes(documentOf(it, operations[it.key])))
    .filter(({ key }) => operations[key] !== undefined && operations[key].missing !== true)
    .map(({ key }) => key);
}

/** Whether everything that is needed works. If `isExact`, the kinds are reported for declared fields, and each counts. */
export function allWorks(kinds: readonly KindReport[], isExact: boolean): boolean {
  const enough: readonly Verdict[] = isExact ? ["works"] : ["works", "partly"];
  return kinds.every(({ verbs: reports }) => verbs.every((verb) => enough.includes(reports[verb].verdict)));
}
