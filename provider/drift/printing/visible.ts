import type { DriftReport } from "../model";

/**
 * What a terminal or a page acts on in place of showing it: control characters (with tab and line breaks, which could
 * forge a line of the report), marks of the writing direction, and separators of lines.
 */
const ACTING = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A text in which nothing acts: `\u001b` stands for an escape character. */
export function visible(text: string): string {
  return text.replace(ACTING, (sign) => shortForms[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const shortForms: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Values are printed as JSON, which has escapes of its own: `valueInWords` sees to the rest. */
const VALUES: ReadonlySet<string> = new Set(["declared", "actual", "value"]);

/** What Pulumi said on several lines. */
const LINES: ReadonlySet<string> = new Set(["failed", "why"]);

/** The report as people may see it, whatever the platform, the program or an ignore rule put into it. */
export function visibleReport(report: DriftReport): DriftReport {
  return visibleIn(report) as DriftReport;
}

function visibleIn(part: unknown): unknown {
  if (typeof part === "string") {
    return visible(part);
  }
  if (Array.isArray(part)) {
    return part.map(visibleIn);
  }
  return typeof part === "object" && part !== null
    ? Object.fromEntries(Object.entries(part).map(([name, inside]) => [name, visibleAt(name, inside)]))
    : part;
}

function visibleAt(name: string, inside: unknown): unknown {
  const isLines = LINES.has(name) && typeof inside === "string";
  return VALUES.has(name) ? inside : visibleIn(isLines ? inside.replace(/\s*[\r\n]\s*/g, " ") : inside);
}
