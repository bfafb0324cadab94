import { z } from "zod";
import { designed } from "../evidence";
import { operation } from "../operation";
import { combinedId } from "../store/ident";
import { Job, jobReference, jobResourceTypes, JobInfo, jobStates, jobTypes, NewJob } from "./job-models";
import { organisation, service } from "./service";

const ofJob = {
  tag: "Jobs",
  pathParameters: { jobId: z.string().min(1).max(100).describe("Id of the job.") },
} as const;

export const startJob = operation(service, {
  id: "startJob",
  tag: "Jobs",
  method: "POST",
  path: "/jobs",
  summary: "Start a job on a resource",
  description: "409 while another job of the resource writes the same: only one publishes a service at a time.",
  body: NewJob,
  answer: Job,
  status: 201,
  refusals: [409, 422],
  evidence: designed("platform#workflow-jobs", "the buttons «Publish», «Start transformation» and «Run tests»"),
});

export const getJobs = operation(service, {
  id: "getJobs",
  tag: "Jobs",
  method: "GET",
  path: "/jobs",
  summary: "The jobs of the resources that the caller can see, the newest first",
  query: {
    organisation,
    resourceType: z.enum(jobResourceTypes).describe("Type of the resource."),
    resource: combinedId.describe("Combined id of the resource."),
    type: z.enum(jobTypes).describe("Type of the job."),
    state: z.enum(jobStates).describe("State of the job."),
    reference: jobReference.describe("What the client called the job when it started it."),
  },
  answer: z.array(JobInfo),
  paged: true,
  evidence: designed("platform#workflow-jobs", "the process notifications"),
});

export const getJob = operation(service, {
  ...ofJob,
  id: "getJob",
  method: "GET",
  path: "/jobs/{jobId}",
  summary: "A job, with its log and what it found",
  answer: Job,
  refusals: [404],
  evidence: designed("platform#workflow-jobs", "the process notifications"),
});

export const cancelJob = operation(service, {
  ...ofJob,
  id: "cancelJob",
  method: "PUT",
  path: "/jobs/{jobId}/cancellation",
  summary: "Cancel a job that is queued or running",
  description: "409 for a job that is over.",
  answer: Job,
  refusals: [404, 409],
  evidence: designed("platform#workflow-jobs", "nothing that is public"),
});
