import { schemaContent } from "../../contents/schema-content";
import type { SchemaContent } from "../../../provider/formats/schema-content";
import type { Bucket } from "../../world/bucket-model";
import type { Desk, Platform } from "../implement";

/** What the files of a schema say; undefined while none of them holds a schema. */
export function contentOf({ world, blobs }: Platform & Desk, { id }: Bucket): Promise<SchemaContent | undefined> {
  return schemaContent(world.buckets.filesOf(id), (sha256) => blobs.lend(sha256));
}
