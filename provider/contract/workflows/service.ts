import { z } from "zod";
import type { ServiceInfo } from "../operation";
import { combinedId } from "../store/ident";

/** The workflow manager (docs/platform.md#workflow-jobs). */
export const service: ServiceInfo = {
  name: "workflows",
  folder: "/workflows",
  basePath: "/workflows",
  title: "workflow_manager",
  description: "Jobs on datasets, published services, and what test services say of them",
};

/** Filters that several lists take. */
export const organisation = z.string().min(1).describe("Number of the organisation that owns the dataset.");
export const dataset = combinedId.describe("Combined id of the dataset.");
