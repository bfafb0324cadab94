import type { Job, JobEnd } from "../../world/workflow-model";
import type { Desk, Platform } from "../implement";
import { datasetOf } from "./visible-dataset";
import { workOf } from "./work";

type Context = Platform & Desk;

/**
 * The emulator has no timers. Whoever looks at jobs or services first lets those jobs end whose time is over; what they
 * were to do happens then.
 */
export async function settle(call: Context): Promise<void> {
  for (const job of call.world.jobs.open()) {
    if (isOver(call, job)) {
      await finish(call, job);
    }
  }
}

function isOver({ now, jobPlan }: Context, { id, ends }: Job): boolean {
  return ends !== undefined && ends <= now() && !jobPlan.isAwaited(id);
}

async function finish(call: Context, job: Job): Promise<void> {
  const dataset = datasetOf(call.world, job.resource);
  const done = dataset === undefined ? "The dataset was deleted." : (job.fails ?? (await workOf(call, job, dataset)));
  // Somebody else may have looked meanwhile, or cancelled the job.
  if (call.world.jobs.get(job.id)?.end !== undefined || call.world.jobs.get(job.id) === undefined) {
    return;
  }
  const at = Math.max(job.ends ?? 0, job.starts);
  if (typeof done !== "string") {
    done.changes?.forEach(call.commit);
  }
  call.commit({ type: "jobEnded", id: job.id, end: endOf(job, done, at) });
  if (job.vanishes === true) {
    call.commit({ type: "jobForgotten", id: job.id });
  }
}

function endOf({ type }: Job, done: Awaited<ReturnType<typeof workOf>>, at: number): JobEnd {
  if (typeof done === "string") {
    const log = [{ at, level: "error" as const, message: `The ${type} failed: ${done}` }];
    return { state: "failed", at, log };
  }
  const { log, report, result } = done;
  return {
    state: "successful",
    at,
    log: [...log, `The ${type} is done.`].map((message) => ({ at, level: "info", message })),
    ...(report === undefined ? {} : { report: [...report] }),
    ...(result === undefined ? {} : { result }),
  };
}
