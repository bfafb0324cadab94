import type { SchemaContent } from "../../provider/formats/schema-content";
import { isSchemaFile, readSchemaFiles } from "../../provider/formats/schema-files";
import type { BucketFile } from "../world/bucket-model";
import { openerOf } from "./opener";
import { remembered } from "./remembered";

/** What the files of a schema say; undefined while none of them holds a schema. */
export const schemaContent = remembered<SchemaContent | undefined>(async (files, open) => {
  const named = namesOf(files);
  return named.some(isSchemaFile) ? readSchemaFiles(named, openerOf(files, open)) : undefined;
});

function namesOf(files: readonly BucketFile[]): string[] {
  return files.map(({ name }) => name);
}
