import { z } from "zod";

/** Wire values of an owner's type (docs/platform.md#ids-and-common-models). */
export const ownerTypes = ["user", "org"] as const;
export type OwnerType = (typeof ownerTypes)[number];

/** Whose a bucket is: exactly one user's or organisation's. */
export interface Owner {
  readonly type: OwnerType;
  readonly id: string;
}

/** A bucket by its three parts. */
export interface BucketKey {
  readonly ownerType: OwnerType;
  readonly ownerId: string;
  readonly bucketId: string;
}

/** `org.599.abe0849a-5110-43a5-81e4-5880fce3f398` (docs/platform.md#ids-and-common-models). */
export function combinedIdOf({ ownerType, ownerId, bucketId }: BucketKey): string {
  return `${ownerType}.${ownerId}.${bucketId}`;
}

const combinedForm = /^(user|org)\.([^.\s/]+)\.([^.\s/]+)$/;

export function readCombinedId(text: string): BucketKey | undefined {
  const [, ownerType, ownerId, bucketId] = combinedForm.exec(text) ?? [];
  return ownerId === undefined || bucketId === undefined
    ? undefined
    : { ownerType: ownerType as OwnerType, ownerId, bucketId };
}

export const combinedId = z
  .string()
  .max(300)
  .regex(combinedForm, "a combined id such as org.599.abe0849a-5110-43a5-81e4-5880fce3f398");

/** No enumeration in the document: generated clients take a plain text (docs/platform.md#operations-of-public-clients). */
const ownerType = z
  .string()
  .regex(/^(user|org)$/, "`user` or `org`")
  .describe("`user` or `org`.") as unknown as z.ZodType<OwnerType, OwnerType>;
const ownerId = z.string().min(1).max(100).describe("Id of the user, or number of the organisation, that owns it.");

/** Who owns, in the order in which clients take it. */
export const ofOwner = { ownerType, ownerId };

/** One bucket, in the order in which clients take its parts. */
export const ofBucket = { ...ofOwner, bucketId: z.string().min(1).max(100).describe("Id of the bucket.") };
