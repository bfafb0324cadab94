import type { Collections } from "./collections";
import type { WorkflowEvent } from "./workflow-events";

type Effects = { readonly [E in WorkflowEvent as E["type"]]: (world: Collections, event: E) => void };

/** What each event of a job does to the world. */
export const workflowEffects: Effects = {
  jobStarted: ({ jobs }, { job }) => jobs.add(job),
  jobEnded: ({ jobs }, { id, end }) => jobs.finish(id, end),
  jobForgotten: ({ jobs }, { id }) => jobs.remove(id),
};
