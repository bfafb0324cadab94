import { store } from "../../../provider/contract";
import { mayWithBucket, seesBucket, typeOf } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { Platform, Visitor } from "../implement";

type Context = Platform & Visitor;

/** 404 for what is gone and for what the caller does not get to see, alike (docs/platform.md#refusals). */
export function visible({ world, visitor }: Context, name: store.StoreName, key: store.BucketKey): Bucket {
  const bucket = world.buckets.get(name, key);
  if (bucket === undefined || !seesBucket(world, visitor, bucket)) {
    throw refuse.absent(`${store.variants[name].noun} ${store.combinedIdOf(key)}`);
  }
  return bucket;
}

export function refuseUnless({ world, visitor }: Context, permission: string, bucket: Bucket): void {
  if (!mayWithBucket(world, visitor, permission, bucket)) {
    const { noun } = store.variants[bucket.store];
    const wanted = `${typeOf(bucket)}.${permission}`;
    throw refuse.forbidden(`You lack the permission ${wanted} for ${noun} ${combinedIdOf(bucket)}.`);
  }
}

/** A bucket that the caller sees and may change. */
export function editable(call: Context, name: store.StoreName, key: store.BucketKey): Bucket {
  const bucket = visible(call, name, key);
  refuseUnless(call, "edit", bucket);
  return bucket;
}

/** The moment of a change: later than the last one, whatever the clock says, so that it can be told from it. */
export function momentOf({ now }: Context, { lastModified }: Bucket): number {
  return Math.max(now(), lastModified + 1);
}

/** What every event of a bucket says. */
export function changeOf(call: Context, bucket: Bucket) {
  return { store: bucket.store, id: bucket.id, at: momentOf(call, bucket) };
}

export function nameOf(bucket: Bucket): string {
  return `${store.variants[bucket.store].noun} ${combinedIdOf(bucket)}`;
}
