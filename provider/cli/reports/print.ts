import { csvText, type CsvValue } from "../../formats/csv";
import type { lookUpReports } from "../../functions/reports/look-up";
import type { ValidationReportResult } from "../../functions/reports/types";
import type { ReportOptions, Subject } from "./options";
import { tableText } from "./table";

type Reports = ReturnType<typeof lookUpReports>;

/** A report as a list of lines with the same columns, and what JSON shows instead. */
interface Lines {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
  readonly whole: readonly object[];
}

export async function printed(subject: Subject, options: ReportOptions, reports: Reports): Promise<string> {
  const { format, ...asked } = options;
  if (subject === "capacity" && format === "csv") {
    return reports.capacityAsCsv(asked);
  }
  const { headings, rows, whole } = await { usage, capacity, validation }[subject](asked, reports);
  switch (format) {
    case "json":
      return JSON.stringify(whole);
    case "csv":
      return csvText(headings, rows);
    default:
      return rows.length === 0 ? "nothing to report" : tableText(headings, rows);
  }
}

type Asked = Omit<ReportOptions, "format">;

async function usage(asked: Asked, { usageOf }: Reports): Promise<Lines> {
  const whole = await usageOf(asked);
  return {
    whole,
    headings: ["dataset", "name", "type", "calls", "operations"],
    rows: whole.map(({ dataset, name, type, calls, operations }) => [
      dataset,
      name,
      type,
      calls,
      Object.entries(operations)
        .map(([operation, count]) => `${operation} ${String(count)}`)
        .join("; "),
    ]),
  };
}

async function capacity(asked: Asked, { capacityOf }: Reports): Promise<Lines> {
  const whole = await capacityOf(asked);
  const headings = [
    "organisation",
    "name",
    "from",
    "to",
    "datasets",
    "bytesBefore",
    "bytes",
    "usage",
    "points",
  ] as const;
  return { whole, headings, rows: whole.map((row) => headings.map((heading) => row[heading])) };
}

/** A line for each finding, and one for each part that has none. */
async function validation({ dataset, organisation }: Asked, reports: Reports): Promise<Lines> {
  const all =
    dataset === undefined ? await reports.validationsOf({ organisation }) : [await reports.validationOf({ dataset })];
  return {
    whole: all,
    headings: ["dataset", "name", "part", "result", "level", "message", "where"],
    rows: all.flatMap(linesOf),
  };
}

function linesOf({ dataset, name, parts }: ValidationReportResult): CsvValue[][] {
  return parts.flatMap(({ part, result, findings }) =>
    (findings.length === 0 ? [undefined] : findings).map((finding) => [
      dataset,
      name,
      part,
      result,
      finding?.level,
      finding?.message,
      finding?.where,
    ]),
  );
}
