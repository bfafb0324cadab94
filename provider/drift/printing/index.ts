import type { Report } from "../model";
import { inGitlab } from "./gitlab";
import { inHtml } from "./html";
import { inJunit } from "./junit";
import { inMarkdown } from "./markdown";
import { inPrometheus } from "./prometheus";
import { inSarif } from "./sarif";
import { inText, type Style } from "./text";

/** Each form of the report. All of them print the model, and none of them looks at anything else. */
export const printers = {
  text: inText,
  json: (report: Report) => JSON.stringify(report, undefined, 2),
  markdown: inMarkdown,
  junit: inJunit,
  html: inHtml,
  gitlab: inGitlab,
  sarif: inSarif,
  prometheus: inPrometheus,
} as const satisfies Readonly<Record<string, (report: Report, style?: Style) => string>>;

export type Form = keyof typeof printers;

export const forms = Object.keys(printers) as readonly Form[];
