import { z } from "zod";
import { event } from "./event";
import { Publication, ServiceAccess } from "./service-model";
import { Job, JobEnd } from "./workflow-model";

const id = z.string();

/** What can happen to jobs and services. */
export const workflowEvents = [
  event("jobStarted", { job: Job }),
  event("jobEnded", { id, end: JobEnd }),
  /** It is no longer in the history. */
  event("jobForgotten", { id }),
  event("serviceAccessSet", { id, access: ServiceAccess }),
  event("servicePublished", { id, publication: Publication }),
  event("serviceUnpublished", { id }),
  event("serviceCalled", { id, day: z.iso.date(), operation: z.string() }),
] as const;

export type WorkflowEvent = z.output<(typeof workflowEvents)[number]>;
