import { randomUUID } from "node:crypto";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { WorldEvent } from "../../world/events";
import type { Job } from "../../world/workflow-model";
import type { Platform } from "../implement";
import { themeOf } from "./offered-services";

/** What a transformation makes: the dataset "(T) <name>" of the same owner, and what follows from the source for it. */
export function targetOf(
  platform: Platform,
  job: Job,
  source: Bucket,
): { readonly target: Bucket; readonly changes: readonly WorldEvent[] } {
  const { target, changes } = beside(platform, job, source, { name: nameOf(source) });
  const themed = withTheme(platform, job, source, target);
  return { target, changes: [...changes, ...themed, ...withAttachments(platform, job, source, target)] };
}

function nameOf({ name = "" }: Bucket): string {
  return `(T) ${name}`;
}

/** The bucket of that name in the same store, of the same owner: the one that is there, or a new one. */
function beside(
  { world, now }: Platform,
  { createdBy }: Job,
  { store, owner, driver }: Bucket,
  { name, dataset }: { readonly name: string; readonly dataset?: string },
): { readonly target: Bucket; readonly changes: readonly WorldEvent[] } {
  const found = world.buckets
    .ownedBy(owner)
    .find((it) => it.store === store && it.name === name && it.properties["dataset"] === dataset);
  if (found !== undefined) {
    const at = Math.max(now(), found.lastModified + 1);
    return { target: found, changes: [{ type: "bucketNamed", store, id: found.id, at, name }] };
  }
  const at = now();
  const properties = dataset === undefined ? {} : { dataset };
  const whose = { store, owner, id: randomUUID(), name, driver };
  const bucket: Bucket = { ...whose, properties, createdBy, created: at, lastModified: at };
  return { target: bucket, changes: [{ type: "bucketCreated", bucket }] };
}

/** The theme that the source's theme names for the target of this project (docs/platform.md#theme-transformations). */
function withTheme(
  { world, now }: Platform,
  { parameters }: Job,
  source: Bucket,
  { id, lastModified }: Bucket,
): readonly WorldEvent[] {
  const pairs = themeOf(world, source)?.transformations ?? [];
  const theme = pairs.find(({ project }) => project === parameters?.project)?.theme;
  const at = Math.max(now(), lastModified + 1);
  return theme === undefined
    ? []
    : [{ type: "bucketPropertySet", store: "data", id, at, property: "theme", value: theme }];
}

/** The attachments are carried over (docs/platform.md#attachment-links). */
function withAttachments(platform: Platform, job: Job, source: Bucket, target: Bucket): readonly WorldEvent[] {
  const { world, now } = platform;
  return world.buckets
    .belongingTo(combinedIdOf(source))
    .filter(({ store }) => store === "attachments")
    .flatMap((attachments): readonly WorldEvent[] => {
      const dataset = combinedIdOf(target);
      const { target: copy, changes } = beside(platform, job, attachments, { name: nameOf(attachments), dataset });
      const at = Math.max(now(), copy.lastModified + 1);
      const files = world.buckets.filesOf(attachments.id).map((file) => ({ ...file, stored: at }));
      return files.length === 0
        ? []
        : [...changes, { type: "bucketFilesStored", store: "attachments", id: copy.id, at, files }];
    });
}
