import { store } from "../../../provider/contract";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { WorldView } from "../../world/world";

/** A bucket as hale studio knows it: the ident has the owner under `userId` or `orgId`, and its own key. */
export function identOf({ store: name, owner, id }: Bucket): store.BucketIdent {
  const ownerKey = owner.type === "org" ? "orgId" : "userId";
  return { [ownerKey]: owner.id, [store.variants[name].identKey]: id };
}

/** The short form: what tells buckets apart in a list. */
export function summaryOf(bucket: Bucket): store.BucketDetail {
  const { name, lastModified } = bucket;
  return { id: identOf(bucket), ...(name === undefined ? {} : { name }), lastModified };
}

export function detailsOf(bucket: Bucket): store.BucketDetail {
  const { owner, driver, properties, created, createdBy, sharedWith, collaborators } = bucket;
  return {
    ...summaryOf(bucket),
    properties,
    combinedId: combinedIdOf(bucket),
    owner,
    driver,
    created,
    createdBy,
    ...(sharedWith === undefined ? {} : { sharedWith }),
    ...(collaborators === undefined ? {} : { collaborators }),
  };
}

export function detailsWithFiles({ buckets }: WorldView, bucket: Bucket): store.BucketDetail {
  return { ...detailsOf(bucket), files: [...buckets.filesOf(bucket.id)] };
}
