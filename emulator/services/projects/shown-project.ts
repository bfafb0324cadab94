import type { projects } from "../../../provider/contract";
import { describeProblem } from "../../../provider/formats/file-problem";
import { isPublic } from "../../access/bucket-access";
import type { ProjectContent } from "../../contents/project-content";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { Desk, Platform } from "../implement";
import { contentOf } from "./content-of";
import { linkedSchemas, type Candidate } from "./linked-schemas";

/** A project: what its bucket says, and where that says nothing, what its files do («pre-filled», docs/platform.md#transformation-projects). */
export async function projectInfo(
  call: Platform & Desk,
  bucket: Bucket,
  schemas: readonly Candidate[],
): Promise<projects.ProjectInfo> {
  const { owner, driver, created, createdBy, lastModified } = bucket;
  const read = await contentOf(call, bucket);
  const content = "value" in read ? read.value : undefined;
  const problem = problemOf(read, call.world.buckets.filesOf(bucket.id).length);
  return {
    id: combinedIdOf(bucket),
    ownerType: owner.type,
    ownerId: owner.id,
    ...told(bucket, content?.project ?? {}),
    public: isPublic(bucket),
    driver,
    sourceSchemas: linkedSchemas(call, bucket, content, "source", schemas),
    targetSchemas: linkedSchemas(call, bucket, content, "target", schemas),
    cells: content?.alignment?.cells.length ?? 0,
    ...(problem === undefined ? {} : { problem }),
    created,
    createdBy,
    lastModified,
  };
}

const fields = ["name", "author", "description"] as const;
type Told = Partial<Record<(typeof fields)[number], string>>;

function told({ name, properties }: Bucket, project: Told): Told {
  const said: Record<string, unknown> = { ...properties, name };
  const found = fields.map((field) => [field, said[field] ?? project[field]] as const);
  return Object.fromEntries(found.filter(([, value]) => typeof value === "string" && value !== ""));
}

/** A project whose files are still to come has none. */
function problemOf(read: ProjectContent, files: number): string | undefined {
  if ("problem" in read) {
    return files === 0 ? undefined : describeProblem(read.problem);
  }
  const [first] = read.value.problems;
  return first === undefined ? undefined : describeProblem(first);
}
