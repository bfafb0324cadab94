import type { Collections } from "./collections";
import type { WorkflowEvent } from "./workflow-events";

type Effects = { readonly [E in WorkflowEvent as E["type"]]: (world: Collections, event: E) => void };

/** What each event of a job or a service does to the world. */
export const workflowEffects: Effects = {
  jobStarted: ({ jobs }, { job }) => jobs.add(job),
  jobEnded: ({ jobs }, { id, end }) => jobs.finish(id, end),
  jobForgotten: ({ jobs }, { id }) => jobs.remove(id),
  serviceAccessSet: ({ services }, { id, access }) => services.setAccess(id, access),
  servicePublished: ({ services }, { id, publication }) => services.publish(id, publication),
  serviceUnpublished: ({ services }, { id }) => services.unpublish(id),
  serviceCalled: ({ services }, { id, day, operation }) => services.count(id, day, operation),
};
