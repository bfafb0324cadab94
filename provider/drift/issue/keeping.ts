import type { DriftReport } from "../model";
import { aimOf, markOf } from "./aim";

export interface Issue {
  /** Trackers count upwards, so the older issue has the smaller number. */
  readonly number: number;
  readonly body: string;
  readonly url: string;
}

/** What every tracker can do. */
export interface Tracker {
  /** The open issues that bear the mark, the oldest first. */
  openWith(mark: string): Promise<readonly Issue[]>;
  open(title: string, body: string): Promise<Issue>;
  rewrite(issue: Issue, body: string): Promise<void>;
  close(issue: Issue, why: "done" | "duplicate"): Promise<void>;
  comment(issue: Issue, text: string): Promise<void>;
}

/** Brings the issue to what the look found, and returns what was done, in one sentence. */
export async function keepIssue(report: DriftReport, tracker: Tracker): Promise<string> {
  const mark = markOf(report);
  const wanted = aimOf(report);
  const [issue, ...younger] = await tracker.openWith(mark);
  if (issue === undefined) {
    return wanted.aim === "tell"
      ? openOne(tracker, mark, wanted)
      : wanted.aim === "leave"
        ? "The check is incomplete and found no drift, so the command opened no issue."
        : "All is in sync, and no issue is open.";
  }
  for (const one of younger) {
    await closeYounger(tracker, one, issue);
  }
  switch (wanted.aim) {
    case "leave":
      return `The check is incomplete, so the issue ${issue.url} stays as it is.`;
    case "close":
      await tracker.close(issue, "done");
      await tracker.comment(issue, wanted.comment);
      return `Closed the issue ${issue.url}, because all is in sync.`;
    case "tell":
      if (sameText(issue.body, wanted.body)) {
        return `The issue ${issue.url} is already up to date.`;
      }
      await tracker.rewrite(issue, wanted.body);
      return `Updated the issue ${issue.url}.`;
  }
}

/** No tracker opens an issue only if there is none. So each run looks again, and whoever came second takes its own back. */
async function openOne(
  tracker: Tracker,
  mark: string,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<string> {
  const own = await tracker.open(title, body);
  const older = (await tracker.openWith(mark)).find(({ number }) => number < own.number);
  if (older === undefined) {
    return `Opened the issue ${own.url}.`;
  }
  await closeYounger(tracker, own, older);
  return `Another run opened the issue ${older.url} at the same time, so ${own.url} is closed again.`;
}

async function closeYounger(tracker: Tracker, younger: Issue, older: Issue): Promise<void> {
  await tracker.close(younger, "duplicate");
  await tracker.comment(younger, `Closed, because ${older.url} is about the same stack and is older.`);
}

/** Trackers may change line ends and the space at the end. */
function sameText(one: string, other: string): boolean {
  const settled = (text: string): string => text.replace(/\r\n?/g, "\n").trimEnd();
  return settled(one) === settled(other);
}
