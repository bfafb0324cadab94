import { z } from "zod";
import { milliseconds } from "../../provider/contract";
import { Bucket, BucketFile } from "./bucket-model";
import { Profile, ProfileChanges, SchemaLinks, SchemaOrigin } from "./content-model";
import { event } from "./event";

const change = { id: z.string(), at: milliseconds };

/** What can happen to schemas, beyond what happens to their buckets; to profiles; to the schemas of a project. */
export const contentEvents = [
  /** With its files, so that it is there as a whole or not at all. */
  event("schemaCreated", { bucket: Bucket, files: z.array(BucketFile), origin: SchemaOrigin }),
  event("profileCreated", { profile: Profile }),
  event("profileChanged", { ...change, changes: ProfileChanges }),
  event("profileDeleted", { id: z.string() }),
  event("projectSchemasLinked", { ...change, links: SchemaLinks }),
] as const;
export type ContentEvent = z.output<(typeof contentEvents)[number]>;
