import { digestOf } from "../digest";
import { meaningOf, textOf } from "../equality";
import type { Values } from "../kind";
import { themeFields } from "./theme-fields";

/** What the datasets get from their theme. The other fields are for people. */
const contents = [
  "metadataOnly",
  "featureTypes",
  "removeZ",
  "datasetMetadata",
  "serviceMetadata",
  "viewServices",
  "downloadServices",
  "aggregateServices",
  "transformations",
  "validation",
] as const satisfies readonly (keyof typeof themeFields)[];

/** The same for all spellings of the same theme. */
export function themeRevision(values: Values): string {
  const known = contents
    .map((field) => [field, textOf(meaningOf(themeFields[field].type, values[field]))])
    .filter(([field = ""]) => values[field] !== undefined);
  return digestOf(known).slice(0, 16);
}
