import { projectContent, type ProjectContent } from "../../contents/project-content";
import type { Bucket } from "../../world/bucket-model";
import type { Desk, Platform } from "../implement";

/** What the files of a project say, or why they say nothing. */
export function contentOf({ world, blobs }: Platform & Desk, { id }: Bucket): Promise<ProjectContent> {
  return projectContent(world.buckets.filesOf(id), (sha256) => blobs.lend(sha256));
}
