import { z } from "zod";
import { milliseconds, readModel, sentModel } from "../models";
import { combinedId } from "../store/ident";
import { serviceTypes } from "./service-types";

/** What the workflow manager does (docs/platform.md#workflow-jobs). `unpublication` takes a service from the net. */
export const jobTypes = ["transformation", "validation", "publication", "unpublication", "statusUpdate"] as const;
export type JobType = (typeof jobTypes)[number];

/** The first two may still change. */
export const jobStates = ["queued", "running", "successful", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];

/** Types of resources that have jobs. `Bucket` is a dataset. */
export const jobResourceTypes = ["Bucket"] as const;

export const jobReference = z
  .string()
  .min(1)
  .max(250)
  .regex(/^[^\u0000-\u001f\u007f]*$/, "one line");

export const JobParameters = sentModel(
  "JobParameters",
  "What the job is to do. Which of these a job takes depends on its type.",
  {
    service: z.enum(serviceTypes).optional().describe("Of a publication and an unpublication: the service."),
    project: combinedId.optional().describe("Of a transformation: combined id of the transformation project."),
  },
);
export type JobParameters = z.output<typeof JobParameters>;

export const NewJob = sentModel("NewJob", "A job to start.", {
  type: z.enum(jobTypes),
  resourceType: z.enum(jobResourceTypes),
  resource: combinedId.describe("Combined id of the resource."),
  parameters: JobParameters.optional(),
  reference: jobReference
    .optional()
    .describe("What the client calls the job, so that it finds the job again if the answer is lost."),
});

const level = z.enum(["info", "warning", "error"]);

export const JobLogEntry = readModel("JobLogEntry", "A line of a job's log.", {
  at: milliseconds,
  level,
  message: z.string(),
});

export const ValidationFinding = readModel("ValidationFinding", "Something that a validation found.", {
  level: z.enum(["warning", "error"]),
  message: z.string(),
  where: z.string().optional().describe("The file, with line and column if they are known, or the field."),
  part: z.enum(["data", "datasetMetadata"]).describe("What was checked."),
});
export type ValidationFinding = z.output<typeof ValidationFinding>;

const info = {
  id: z.string().min(1),
  type: z.enum(jobTypes),
  resourceType: z.string(),
  resource: z.string().describe("Combined id of the resource."),
  state: z.enum(jobStates),
  reference: z.string().optional(),
  parameters: readModel("JobParametersOf", "What the job is to do.", {
    service: z.string().optional(),
    project: z.string().optional(),
  }).optional(),
  created: milliseconds,
  createdBy: z.string().optional().describe("Id of the user who started the job."),
  started: milliseconds.optional().describe("When it left the queue."),
  finished: milliseconds.optional().describe("When it was over."),
  message: z.string().optional().describe("What it says last."),
  findings: readModel("FindingCounts", "How much a validation found.", {
    errors: z.number().int().min(0),
    warnings: z.number().int().min(0),
  }).optional(),
  result: z.string().optional().describe("What it made: id of a service, or combined id of a dataset."),
};

export const JobInfo = readModel("JobInfo", "A job.", info);
export type JobInfo = z.output<typeof JobInfo>;

export const Job = readModel("Job", "A job, with its log and what it found.", {
  ...info,
  log: z.array(JobLogEntry).describe("In order."),
  report: z.array(ValidationFinding).optional().describe("Of a validation that is over: what it found."),
});
export type Job = z.output<typeof Job>;
