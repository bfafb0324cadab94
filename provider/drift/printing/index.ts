import type { DriftReport } from "../model";
import { inGitlab } from "./gitlab";
import { inHtml } from "./html";
import { inJunit } from "./junit";
import { inMarkdown } from "./markdown";
import { inPrometheus } from "./prometheus";
import { inSarif } from "./sarif";
import { inText, type Style } from "./text";
import { visible, visibleReport } from "./visible";

/** Each form of the report. All of them print the model, and none of them looks at anything else. */
export const printers = {
  text: forPeople(inText),
  json: inJson,
  markdown: forPeople(inMarkdown),
  junit: forPeople(inJunit),
  html: forPeople(inHtml),
  gitlab: forPeople(inGitlab),
  sarif: forPeople(inSarif),
  prometheus: forPeople(inPrometheus),
} as const satisfies Readonly<Record<string, (report: DriftReport, style?: Style) => string>>;

export type ReportForm = keyof typeof printers;

export const forms = Object.keys(printers) as readonly ReportForm[];

/** People read these forms, so nothing in them may act on a terminal or a page. */
function forPeople(print: (report: DriftReport, style?: Style) => string): typeof print {
  return (report, style) => print(visibleReport(report), style);
}

/** The values stay as they are: JSON has escapes for what acts. */
function inJson(report: DriftReport): string {
  return JSON.stringify(report, undefined, 2).split("\n").map(visible).join("\n");
}
