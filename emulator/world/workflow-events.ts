import { z } from "zod";
import { event } from "./event";
import { Job, JobEnd } from "./workflow-model";

const id = z.string();

/** What can happen to jobs. */
export const workflowEvents = [
  event("jobStarted", { job: Job }),
  event("jobEnded", { id, end: JobEnd }),
  /** It is no longer in the history. */
  event("jobForgotten", { id }),
] as const;

export type WorkflowEvent = z.output<(typeof workflowEvents)[number]>;
