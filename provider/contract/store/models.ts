import { z } from "zod";
import { checksum } from "../files";
import { milliseconds, readModel, sentModel, untypedObject } from "../models";
import { ownerTypes } from "./ident";
import { bucketName } from "./names";
import type { IdentKey, Variant } from "./variant";

export const drivers = ["git", "s3"] as const;
export type Driver = (typeof drivers)[number];

/** No enumeration: in Java it would become a type of its own, which hale studio does not use (docs/platform.md#operations-of-public-clients). */
const driver = z
  .string()
  .regex(/^(git|s3)$/, "`git` or `s3`")
  .describe(
    "`git` (with version control) or `s3`; cannot be changed later. `s3` when it is left out.",
  ) as unknown as z.ZodType<Driver, Driver>;

export const NewBucket = sentModel("NewBucket", "A bucket to create.", {
  name: bucketName.optional().describe("You can set it later. Until then the bucket has no name."),
  driver: driver.optional(),
});

export const StoredFile = readModel("StoredFile", "A file in a bucket (designed).", {
  name: z.string().describe("Path inside the bucket, with / between folders."),
  type: z.string().describe("Media type."),
  bytes: z.number().int().meta({ format: "int64" }),
  sha256: checksum,
  stored: milliseconds.describe("When it was stored."),
  url: z
    .string()
    .optional()
    .describe(
      "Where the platform has it from. Missing: somebody uploaded it. Only in store/metadata and store/attachments.",
    ),
});
export type StoredFile = z.output<typeof StoredFile>;

export const FileAddress = sentModel("FileAddress", "Where the platform gets a file from (designed).", {
  url: z
    .url({ protocol: /^https?$/, error: "expected an address with http:// or https://" })
    .max(2000)
    .describe("Address of the file."),
});

const Owner = readModel("Owner", "The owner.", { type: z.enum(ownerTypes), id: z.string() });

const BucketShare = readModel("BucketShare", "An organisation that a bucket is shared with.", {
  organisation: z.string(),
  sharedBy: z.string().optional().describe("Id of the user who shared it."),
  shared: milliseconds.optional().describe("When it was shared."),
});

const Collaborator = readModel("Collaborator", "A user who works on a bucket.", {
  user: z.string(),
  addedBy: z.string().optional().describe("Id of the user who added them."),
  added: milliseconds.optional().describe("When they were added."),
});

/** The one key that a store's idents have; to the compiler all five stores look alike, so that code can serve them all. */
function ownKey({ identKey }: Variant): Record<IdentKey, z.ZodOptional<z.ZodString>> {
  return { [identKey]: z.string() } as unknown as Record<IdentKey, z.ZodOptional<z.ZodString>>;
}

export function modelsOf(variant: Variant) {
  const BucketIdent = readModel("BucketIdent", "A bucket by its owner, of whom one is there, and its id.", {
    userId: z.string().optional(),
    orgId: z.string().optional(),
    ...ownKey(variant),
  });
  const BucketDetail = readModel("BucketDetail", "A bucket.", {
    id: BucketIdent.optional().describe("It may be missing in a list."),
    name: z.string().optional().describe("Missing as long as the bucket has no name."),
    lastModified: milliseconds.optional().describe("Milliseconds since 1970. It grows with each change."),
    properties: untypedObject.optional().describe("`author`, `sharingOptions` and others, by name."),
    combinedId: z.string().optional().describe("<ownerType>.<ownerId>.<id> (designed, like all that follows)."),
    owner: Owner.optional(),
    driver: z.string().optional().describe("`git` or `s3`."),
    created: milliseconds.optional().describe("When it was created."),
    createdBy: z.string().optional().describe("Id of the user who created it."),
    sharedWith: z.array(BucketShare).optional(),
    collaborators: z.array(Collaborator).optional(),
    files: z.array(StoredFile).optional().describe("Ordered by name. Missing unless the call asks for it."),
  });
  return { BucketIdent, BucketDetail };
}

export type Models = ReturnType<typeof modelsOf>;
export type BucketIdent = z.output<Models["BucketIdent"]>;
export type BucketDetail = z.output<Models["BucketDetail"]>;
