import type { workflows } from "../../contract";
import { isOver } from "./following";

/** How this provider's names of the publications of a service begin. */
export function beginningOf(id: string): string {
  return `PublishedService ${id.slice(0, 150)} for reasons `;
}

/** The publication by this provider that still runs. */
export function runningPublication(jobs: readonly workflows.JobInfo[], id: string): workflows.JobInfo | undefined {
  return jobs.find(
    (job) => job.type === "publication" && !isOver(job) && job.reference?.startsWith(beginningOf(id)) === true,
  );
}
