import { keepIssue } from "../../../drift/issue/keeping";
import type { DriftReport } from "../../../drift/model";
import { untilAborted } from "../../until-aborted";
import { GithubIssues } from "./github";
import { GitlabIssues } from "./gitlab";
import type { TrackerSettings } from "./settings";

export { readTracker, trackerNames, type TrackerSettings } from "./settings";

/** Brings the issue of the stack to what the report says, and returns what was done, in one sentence. */
export async function tellTracker(
  settings: TrackerSettings,
  report: DriftReport,
  signal: AbortSignal,
): Promise<string> {
  const tracker = new trackers[settings.name](settings, signal);
  try {
    return await untilAborted(keepIssue(report, tracker), signal);
  } finally {
    tracker.calls.close();
  }
}

const trackers = { github: GithubIssues, gitlab: GitlabIssues } as const;
