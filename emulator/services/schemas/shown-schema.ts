import type { schemas } from "../../../provider/contract";
import { describeProblem } from "../../../provider/formats/file-problem";
import type { SchemaContent } from "../../../provider/formats/schema-content";
import { isPublic } from "../../access/bucket-access";
import type { Bucket, BucketFile } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { Desk, Platform } from "../implement";
import { contentOf } from "./content-of";

/** A schema: what its bucket says, and what its files say. */
export async function schemaInfo(call: Platform & Desk, bucket: Bucket): Promise<schemas.SchemaInfo> {
  const { owner, name, created, createdBy, lastModified, id } = bucket;
  const files = call.world.buckets.filesOf(id);
  const content = await contentOf(call, bucket);
  const problem = problemOf(files, content);
  return {
    id: combinedIdOf(bucket),
    ownerType: owner.type,
    ownerId: owner.id,
    ...(name === undefined ? {} : { name }),
    ...textsOf(bucket),
    public: isPublic(bucket),
    source: call.world.contents.originOf(id),
    created,
    createdBy,
    lastModified,
    namespaces: content?.namespaces.filter(({ isTarget }) => isTarget).map(({ namespace }) => namespace) ?? [],
    featureTypes: content?.featureTypes.length ?? 0,
    featureTypeNames: content?.featureTypes.map(({ name, namespace }) => `{${namespace}}${name}`) ?? [],
    ...(content === undefined ? {} : { statistics: { ...content.statistics } }),
    ...(problem === undefined ? {} : { problem }),
    files: [...files],
  };
}

export const texts = ["author", "version", "type", "description"] as const;

/** The fields that a bucket keeps as properties. */
function textsOf({ properties }: Bucket): Partial<Record<(typeof texts)[number], string>> {
  const kept = texts.map((name) => [name, properties[name]] as const);
  return Object.fromEntries(kept.filter(([, value]) => typeof value === "string" && value !== ""));
}

/** The first one, and how many there are besides. */
export function problemOf(files: readonly BucketFile[], content: SchemaContent | undefined): string | undefined {
  if (content === undefined) {
    return files.length === 0
      ? undefined
      : "None of its files is a schema: an XSD, a Shapefile or a hale schema (.hsd) is expected.";
  }
  const [first, ...others] = content.problems;
  const more = others.length === 0 ? "" : ` (and ${String(others.length)} more)`;
  return first === undefined ? undefined : `${describeProblem(first)}${more}`;
}
