import { z } from "zod";
import type { ServiceInfo } from "../operation";

/** Comments, tasks, notes and the forum (docs/platform.md#interactions). */
export const service: ServiceInfo = {
  name: "interactions",
  folder: "/interactions",
  basePath: "/interactions",
  title: "interaction_service",
  description: "Comments, tasks and notes of a resource, and the forum",
};

/** The thing that is talked about. Its type is a plain text, since the platform may have further types. */
export const ofResource = {
  resourceType: z.string().min(1).max(100).describe("`Bucket`, `Theme`, `Schema` or `TransformationProject`."),
  resourceId: z.string().min(1).max(300).describe("<ownerType>.<ownerId>.<id> of the resource."),
};

/** What somebody writes. */
export const writtenText = z
  .string()
  .max(10_000)
  .regex(/\S/, "1 to 10,000 characters that are not all white space")
  .describe("1 to 10,000 characters.");
