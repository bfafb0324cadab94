import { store, type workflows } from "../../../provider/contract";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { Job } from "../../world/workflow-model";
import type { Desk, Platform } from "../implement";
import type { Work } from "./job-work";
import { publish, unpublish } from "./publication";
import { targetOf } from "./transformation";
import { findingsIn } from "./validation";

type Context = Platform & Desk;

/** Does the work of a job; a text tells why it failed. */
export function workOf(call: Context, job: Job, dataset: Bucket): Promise<Work | string> {
  return works[job.type](call, job, dataset);
}

type Worker = (call: Context, job: Job, dataset: Bucket) => Promise<Work | string>;

const works: Readonly<Record<workflows.JobType, Worker>> = {
  validation: async (call, _job, dataset) => {
    const report = await findingsIn(call, dataset);
    const errors = report.filter(({ level }) => level === "error").length;
    return { log: [`Found ${String(errors)} errors and ${String(report.length - errors)} warnings.`], report };
  },

  transformation: (call, job, dataset) => {
    const key = store.readCombinedId(job.parameters?.project ?? "");
    const project = key === undefined ? undefined : call.world.buckets.get("projects", key);
    if (project === undefined) {
      return Promise.resolve(`The transformation project ${job.parameters?.project ?? ""} is gone.`);
    }
    const { target, changes } = targetOf(call, job, dataset);
    const log = [
      `The target is dataset ${combinedIdOf(target)}, "${target.name ?? ""}".`,
      "The embedded hale»connect transforms no data: the target got its theme and the attachments, and no file.",
    ];
    return Promise.resolve({ log, result: combinedIdOf(target), changes });
  },

  publication: (call, job, dataset) => Promise.resolve(publish(call, job, dataset)),
  unpublication: (call, job, dataset) => Promise.resolve(unpublish(call, job, dataset)),

  statusUpdate: ({ world }, _job, dataset) =>
    Promise.resolve({ log: [`The dataset has ${String(world.buckets.filesOf(dataset.id).length)} files.`] }),
};
