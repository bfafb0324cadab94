import type { SchemaContent } from "../../provider/formats/schema-content";
import { isSchemaFile, readSchemaFiles } from "../../provider/formats/schema-files";
import type { BucketFile } from "../world/bucket-model";
import { openerOf } from "./opener";
import { remembered } from "./remembered";

/** What the files of a schema say; undefined while none of them holds a schema. */
export const schemaContent = remembered<SchemaContent | undefined>(300, async (files, open) => {
  const named = namesOf(files);
  return named.some(isSchemaFile) ? readSchemaFiles(named, openerOf(files, open)) : undefined;
});

/** Its own namespaces, by which projects know it: little, so that those of all schemas can be kept. */
export const targetNamespaces = remembered<readonly string[]>(100_000, async (files, open) => {
  const content = await schemaContent(files, open);
  return content?.namespaces.filter(({ isTarget }) => isTarget).map(({ namespace }) => namespace) ?? [];
});

function namesOf(files: readonly BucketFile[]): string[] {
  return files.map(({ name }) => name);
}
