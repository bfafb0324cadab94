import type { Client, Listing } from "../../client";
import * as workflows from "../../contract/workflows";
import type { Live } from "../kind";
import { orAbsent } from "../refusals";

/** A run by its dataset and its job: all runs of a dataset are in one list. */
export function runIdOf({ resource, id }: Pick<workflows.JobInfo, "resource" | "id">): string {
  return `data/${resource}/${id}`;
}

export function jobIdIn(id: string): string {
  return id.split("/")[2] ?? "";
}

/** The dataset of an id or a key. */
export function datasetIn(idOrKey: string): string {
  return idOrKey.split("/").slice(0, 2).join("/");
}

export function flatten(job: workflows.JobInfo): Live {
  const { id, resource, type, state, reference, parameters, created, createdBy, started, finished } = job;
  const { findings, result } = job;
  return {
    id: runIdOf(job),
    values: {
      dataset: `data/${resource}`,
      type,
      project: parameters?.project === undefined ? undefined : `projects/${parameters.project}`,
      job: id,
      reference,
      state,
      created,
      createdBy,
      started,
      finished,
      errors: findings?.errors,
      warnings: findings?.warnings,
      result: result === undefined ? undefined : `data/${result}`,
      revision: id,
    },
  };
}

export function flattenAll({ items, ...listing }: Listing<workflows.JobInfo>): Listing<Live> {
  return { ...listing, items: items.map(flatten) };
}

export async function getJob(client: Client, id: string): Promise<workflows.Job | undefined> {
  return orAbsent(client.call(workflows.getJob, { path: { jobId: jobIdIn(id) } }));
}
