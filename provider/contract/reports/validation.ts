import { z } from "zod";
import { designed } from "../evidence";
import { milliseconds, readModel } from "../models";
import { operation } from "../operation";
import { ofBucket } from "../store/ident";
import { dataset, organisation, service } from "./service";

/** What is tested of a dataset (docs/platform.md#theme-validation). */
export const reportedParts = ["datasetMetadata", "serviceMetadata", "services", "data"] as const;
export const partResults = ["passed", "passedWithWarnings", "failed", "notTested"] as const;

export const ReportedFinding = readModel("ReportedFinding", "Something that a test found.", {
  level: z.enum(["warning", "error"]),
  message: z.string(),
  where: z.string().optional().describe("The file, with line and column if they are known, or the field."),
});

export const ReportedPart = readModel("ReportedPart", "What the tests say of a part of a dataset.", {
  part: z.enum(reportedParts),
  result: z.enum(partResults),
  conformanceClasses: z.array(z.string()).describe("What the theme of the dataset lists for the part."),
  findings: z.array(ReportedFinding),
});

export const ValidationReport = readModel("ValidationReport", "The last validation of a dataset.", {
  dataset: z.string().describe("Combined id of the dataset."),
  name: z.string().optional(),
  result: z.enum(partResults).describe("The worst result of a part."),
  tested: milliseconds.optional().describe("When the validation was over. Missing: there was none."),
  job: z.string().optional().describe("Id of the job that validated."),
  parts: z.array(ReportedPart).describe("All four, in the same order."),
});
export type ValidationReport = z.output<typeof ValidationReport>;

export const getValidationReport = operation(service, {
  id: "getValidationReport",
  tag: "Validation",
  method: "GET",
  path: "/validation/{ownerType}/{ownerId}/{bucketId}",
  summary: "What the last validation of a dataset found",
  pathParameters: ofBucket,
  answer: ValidationReport,
  refusals: [404],
  evidence: designed("platform#reports", "the results of the tests in the overview of a dataset"),
});

export const getValidationReports = operation(service, {
  id: "getValidationReports",
  tag: "Validation",
  method: "GET",
  path: "/validation",
  summary: "The last validation of each dataset that the caller can see, ordered by combined id",
  query: { organisation, dataset },
  answer: z.array(ValidationReport),
  paged: true,
  evidence: designed("platform#reports", "the results of the tests in the overview of a dataset"),
});
