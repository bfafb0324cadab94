import { randomUUID } from "node:crypto";
import type { Bucket } from "../../world/bucket-model";
import type { WorldEvent } from "../../world/events";
import type { Job } from "../../world/workflow-model";
import type { Platform } from "../implement";

/** The dataset "(T) <name>" of the same owner: the one that is there, or a new one. */
export function targetOf(
  { world, now }: Platform,
  { createdBy }: Job,
  { name = "", owner, driver }: Bucket,
): { readonly target: Bucket; readonly changes: readonly WorldEvent[] } {
  const wanted = `(T) ${name}`;
  const found = world.buckets.ownedBy(owner).find((bucket) => bucket.store === "data" && bucket.name === wanted);
  if (found !== undefined) {
    const at = Math.max(now(), found.lastModified + 1);
    return { target: found, changes: [{ type: "bucketNamed", store: "data", id: found.id, at, name: wanted }] };
  }
  const at = now();
  const bucket: Bucket = {
    store: "data",
    owner,
    id: randomUUID(),
    name: wanted,
    driver,
    properties: {},
    createdBy,
    created: at,
    lastModified: at,
  };
  return { target: bucket, changes: [{ type: "bucketCreated", bucket }] };
}
