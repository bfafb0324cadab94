import { workflows } from "../../../provider/contract";
import type { Bucket } from "../../world/bucket-model";
import { themeIdOf } from "../../world/themes";
import type { Publication } from "../../world/service-model";
import type { Job } from "../../world/workflow-model";
import type { Platform } from "../implement";
import { themeOf } from "./offered-services";
import type { Work } from "./job-work";

/** Publishes a dataset as it is now, or says why it cannot. */
export function publish({ world, now }: Platform, job: Job, dataset: Bucket): Work | string {
  const id = serviceOf(job, dataset);
  const theme = themeOf(world, dataset);
  if (theme === undefined) {
    return "The dataset has no theme.";
  }
  if (world.buckets.filesOf(dataset.id).length === 0) {
    return "The dataset has no file.";
  }
  const { nextAccess, publication: former } = world.services.get(id) ?? {};
  const publication: Publication = {
    access: nextAccess ?? former?.access ?? { type: "open" },
    at: now(),
    by: job.createdBy,
    datasetModified: dataset.lastModified,
    theme: themeIdOf(theme),
    themeModified: theme.lastModified,
  };
  return { log: [`Service ${id} is published.`], result: id, changes: [{ type: "servicePublished", id, publication }] };
}

export function unpublish({ world }: Platform, job: Job, dataset: Bucket): Work {
  const id = serviceOf(job, dataset);
  return world.services.get(id) === undefined
    ? { log: [`Service ${id} was not published.`], result: id }
    : { log: [`Service ${id} is not published any more.`], result: id, changes: [{ type: "serviceUnpublished", id }] };
}

function serviceOf({ parameters }: Job, dataset: Bucket): string {
  const { owner, id } = dataset;
  return workflows.serviceIdOf(
    { ownerType: owner.type, ownerId: owner.id, bucketId: id },
    parameters?.service ?? "wms",
  );
}
