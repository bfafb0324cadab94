import { z } from "zod";
import { milliseconds, store } from "../../provider/contract";

const Share = z.strictObject({ organisation: z.string(), sharedBy: z.string(), shared: milliseconds });
const Collaborator = z.strictObject({ user: z.string(), addedBy: z.string(), added: milliseconds });

/** What the platform keeps of a bucket, its files apart. */
export const Bucket = z.strictObject({
  store: z.enum(store.storeNames),
  owner: z.strictObject({ type: z.enum(store.ownerTypes), id: z.string() }),
  id: z.string(),
  /** Missing while none was set. */
  name: z.string().optional(),
  driver: z.enum(store.drivers),
  properties: z.record(z.string(), z.unknown()),
  sharedWith: z.array(Share).optional(),
  collaborators: z.array(Collaborator).optional(),
  createdBy: z.string(),
  created: milliseconds,
  lastModified: milliseconds,
});
export type Bucket = z.output<typeof Bucket>;
export type Share = z.output<typeof Share>;
export type Collaborator = z.output<typeof Collaborator>;

export const BucketFile = z.strictObject(store.StoredFile.shape);
export type BucketFile = z.output<typeof BucketFile>;
