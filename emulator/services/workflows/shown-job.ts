import type { workflows } from "../../../provider/contract";
import type { Job } from "../../world/workflow-model";

/** Whether a job waits or runs follows from the clock. */
export function stateOf({ end, starts }: Job, now: number): workflows.JobState {
  return end?.state ?? (now < starts ? "queued" : "running");
}

export function jobInfo(job: Job, now: number): workflows.JobInfo {
  const { id, type, resourceType, resource, parameters, reference, created, createdBy, starts, end } = job;
  const message = logOf(job, now).at(-1)?.message;
  return {
    id,
    type,
    resourceType,
    resource,
    state: stateOf(job, now),
    ...(reference === undefined ? {} : { reference }),
    ...(parameters === undefined ? {} : { parameters }),
    created,
    createdBy,
    ...(now < starts ? {} : { started: starts }),
    ...(end === undefined ? {} : { finished: end.at }),
    ...(message === undefined ? {} : { message }),
    ...(end?.report === undefined ? {} : { findings: countsOf(end.report) }),
    ...(end?.result === undefined ? {} : { result: end.result }),
  };
}

export function jobDetails(job: Job, now: number): workflows.Job {
  const { end } = job;
  return {
    ...jobInfo(job, now),
    log: logOf(job, now),
    ...(end?.report === undefined ? {} : { report: end.report }),
  };
}

/** The beginning of a log follows from the job; the rest was written when it ended. */
function logOf({ type, resource, created, starts, end }: Job, now: number): workflows.Job["log"] {
  return [
    { at: created, level: "info" as const, message: `The ${type} of dataset ${resource} is queued.` },
    ...(now < starts ? [] : [{ at: starts, level: "info" as const, message: `The ${type} runs.` }]),
    ...(end?.log ?? []),
  ];
}

function countsOf(report: readonly workflows.ValidationFinding[]) {
  const errors = report.filter(({ level }) => level === "error").length;
  return { errors, warnings: report.length - errors };
}
