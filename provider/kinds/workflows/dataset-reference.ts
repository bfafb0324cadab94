import { z } from "zod";
import * as store from "../../contract/store";
import { readContentId } from "../content/content-id";
import { heldBy, ownersOf, pageOf } from "../content/content-standing";
import { comparedAs } from "../equality";
import type { Field } from "../kind";
import type { TenantStanding } from "../standing";

/** The standing of what belongs to a dataset. */
export const ofDataset = {
  belongsTo: ({ dataset }) => ownersOf(dataset),
  within: ({ dataset }) => heldBy(dataset),
  page: (values) => pageOf(values, String(values["dataset"])),
} as const satisfies TenantStanding;

/** What is known of the dataset now: a change of it is a reason to do the work again. */
export const datasetRevision = {
  type: comparedAs("exact", z.string().max(1000)).optional(),
  mark: "local",
  doc: "The revision of the dataset. Leave this out: if you pass a Bucket resource as the dataset, the constructor fills in its `revision`. If you pass an id, use `triggers`.",
  source: "decisions#work-is-done-again-when-its-reasons-change",
} as const satisfies Field;

export const triggers = z
  .array(comparedAs("exact", z.string().max(1000)))
  .max(1000)
  .optional();

/** `data/org.599.<uuid>` without the store. */
export function combinedIdIn(dataset: string): string {
  return store.combinedIdOf(readContentId(dataset));
}
