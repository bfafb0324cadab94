import { z } from "zod";
import type { ServiceInfo } from "../operation";
import { combinedId } from "../store/ident";

/** The reports service (docs/platform.md#workflows-and-reports). */
export const service: ServiceInfo = {
  name: "reports",
  folder: "/reports",
  basePath: "/reports",
  title: "reports",
  description: "Results of validation, and usage of services and capacity",
};

export const organisation = z
  .string()
  .min(1)
  .describe("Number of the organisation. Default: all that the caller sees.");
export const dataset = combinedId.describe("Combined id of the dataset.");

/** Both days belong to the period. 422 for a period that ends before it begins. */
export const period = {
  from: z.iso
    .date("a date, YYYY-MM-DD")
    .describe("First day of the period, in UTC. Default: a year before the last day."),
  to: z.iso.date("a date, YYYY-MM-DD").describe("Last day of the period, in UTC. Default: today."),
} as const;
