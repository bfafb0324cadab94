import { z } from "zod";
import { milliseconds, store } from "../../provider/contract";
import { Bucket, BucketFile } from "./bucket-model";
import { event } from "./event";

const id = z.string();
const name = z.string();
/** A change of a bucket, and when it was: the bucket's `lastModified` from then on. */
const change = { store: z.enum(store.storeNames), id, at: milliseconds };

/** What can happen to a bucket. */
export const bucketEvents = [
  event("bucketCreated", { bucket: Bucket }),
  event("bucketNamed", { ...change, name }),
  event("bucketPropertySet", { ...change, property: name, value: z.unknown() }),
  event("bucketPropertyRemoved", { ...change, property: name }),
  event("bucketShared", { ...change, organisation: id, by: id }),
  event("bucketUnshared", { ...change, organisation: id }),
  event("collaboratorAdded", { ...change, user: id, by: id }),
  event("collaboratorRemoved", { ...change, user: id }),
  /** Several at once: what an archive holds comes as a whole or not at all. */
  event("bucketFilesStored", { ...change, files: z.array(BucketFile) }),
  event("bucketFileRemoved", { ...change, name }),
  event("bucketDeleted", { store: change.store, id }),
] as const;

export type BucketEvent = z.output<(typeof bucketEvents)[number]>;
