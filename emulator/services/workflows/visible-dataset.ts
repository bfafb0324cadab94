import { store } from "../../../provider/contract";
import { asOwned, mayWithBucket, seesBucket, seesOwned } from "../../access/bucket-access";
import type { Bucket } from "../../world/bucket-model";
import type { WorldView } from "../../world/world";
import { refuse } from "../../refusal";
import type { Platform, Visitor } from "../implement";
import { nameOf } from "../store/visible-bucket";

type Context = Platform & Visitor;

/** A dataset by its combined id; undefined also for one that the caller does not see. */
export function seenDataset({ world, visitor }: Context, combinedId: string): Bucket | undefined {
  const dataset = datasetOf(world, combinedId);
  return dataset !== undefined && seesBucket(world, visitor, dataset) ? dataset : undefined;
}

/**
 * Whether somebody works with the dataset: by a role in its organisation, as its owner or as a collaborator. What runs on
 * it, and how its services are used, is nothing for those who may only read it, because it is public or shared with them.
 */
export function worksWith({ world, visitor }: Context, dataset: Bucket): boolean {
  return seesOwned(world, visitor, { ...asOwned(dataset), public: false, sharedWith: undefined });
}

export function datasetOf(world: WorldView, combinedId: string): Bucket | undefined {
  const key = store.readCombinedId(combinedId);
  return key === undefined ? undefined : world.buckets.get("data", key);
}

/** A dataset that a body names in `field`, and that the caller may change. */
export function datasetToWorkOn(call: Context, field: string, combinedId: string): Bucket {
  const dataset = seenDataset(call, combinedId);
  if (dataset === undefined) {
    const message = `there is no dataset ${combinedId}, or you are not allowed to see it`;
    throw refuse.invalid([{ field, message }]);
  }
  if (!mayWithBucket(call.world, call.visitor, "edit", dataset)) {
    throw refuse.forbidden(`You lack the permission Bucket.edit, so that you start no job on ${nameOf(dataset)}.`);
  }
  return dataset;
}

/** Who may edit the dataset decides on its jobs and services. */
export function refuseUnlessEditor({ world, visitor }: Context, dataset: Bucket): void {
  if (!mayWithBucket(world, visitor, "edit", dataset)) {
    throw refuse.forbidden(`You lack the permission Bucket.edit for ${nameOf(dataset)}.`);
  }
}

export function isOwnedBy(organisation: string | undefined, { owner }: Bucket): boolean {
  return organisation === undefined || (owner.type === "org" && owner.id === organisation);
}
