import type { DriftReport } from "../model";
import { inSteadyMarkdown } from "../printing/markdown";
import { visibleReport } from "../printing/visible";
import { momentInWords, subjectOf, verdictInWords } from "../printing/words";

/** What should become of the issue after a look. */
export type Aim =
  | { readonly aim: "tell"; readonly title: string; readonly body: string }
  | { readonly aim: "close"; readonly comment: string }
  | { readonly aim: "leave" };

/** GitLab takes no longer title. */
const LONGEST_TITLE = 255;

const footer =
  "<sub>`haleconnect drift` keeps this issue. It rewrites this text while the drift lasts, and closes the issue when all is in sync. It does not change the title and the comments.</sub>";

/**
 * An incomplete look may have missed the very thing that the issue is about, so it never closes. What it found is drift
 * all the same, and is told.
 */
export function aimOf(given: DriftReport): Aim {
  const report = visibleReport(given);
  if (isDrift(report)) {
    const title = `Drift: ${subjectOf(report)}`.slice(0, LONGEST_TITLE);
    return { aim: "tell", title, body: [markOf(given), inSteadyMarkdown(report), "", footer].join("\n") };
  }
  return report.incomplete
    ? { aim: "leave" }
    : { aim: "close", comment: `✅ ${verdictInWords(report)} Looked at ${momentInWords(report.lookedAt)}.` };
}

/** The verdict of an incomplete look does not tell whether it found something that counts. */
function isDrift({ findings, failOn, verdict }: DriftReport): boolean {
  return verdict === "drift" || findings.some(({ type }) => failOn.includes(type));
}

/**
 * The first line of the text, which no page shows. The issue is found by it, so it never changes. A comment of
 * HTML ends at `-->`, so names cannot have two hyphens here.
 */
export function markOf({ project, stack, server }: DriftReport): string {
  const names = [project, stack].filter((it) => it !== undefined);
  const name = (names.length === 0 ? [server] : names).map(encodeURIComponent).join("/");
  return `<!-- haleconnect drift ${name.replaceAll("--", "%2D%2D")} -->`;
}

/** Only at the beginning of a text: somebody may quote the issue in another one. */
export function bearsMark(body: string, mark: string): boolean {
  return body.startsWith(mark);
}
