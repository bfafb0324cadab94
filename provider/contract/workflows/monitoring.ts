import { z } from "zod";
import { designed } from "../evidence";
import { milliseconds, readModel } from "../models";
import { operation } from "../operation";
import { dataset, organisation, service } from "./service";

/** What a test suite of the ETF Validator is run on. */
export const testedParts = ["data", "datasetMetadata", "serviceMetadata", "services"] as const;

export const TestRun = readModel("TestRun", "A run of test suites of the ETF Validator.", {
  id: z.string().min(1),
  dataset: z.string().describe("Combined id of the dataset."),
  job: z.string().optional().describe("Id of the validation that made it."),
  part: z.enum(testedParts).describe("What was tested."),
  result: z.enum(["passed", "passedWithWarnings", "failed"]),
  errors: z.number().int().min(0),
  warnings: z.number().int().min(0),
  started: milliseconds.optional(),
  finished: milliseconds.optional(),
});
export type TestRun = z.output<typeof TestRun>;

export const Monitoring = readModel("Monitoring", "What the monitoring by Spatineo says of a service.", {
  service: z.string().describe("Name of the service."),
  isMonitored: z.boolean(),
  state: z.enum(["available", "unavailable", "unknown"]),
  since: milliseconds.optional().describe("Since when it is in that state."),
  availability: z.number().min(0).max(100).optional().describe("Percentage of the last 30 days."),
});
export type Monitoring = z.output<typeof Monitoring>;

export const getTestRuns = operation(service, {
  id: "getTestRuns",
  tag: "Monitoring",
  method: "GET",
  path: "/testRuns",
  summary: "The test runs of the datasets that the caller can see, the newest first",
  query: { organisation, dataset },
  answer: z.array(TestRun),
  paged: true,
  evidence: designed(["platform#tests-and-monitoring", "platform#validation"], "the results of the ETF tests"),
});

export const getTestRun = operation(service, {
  id: "getTestRun",
  tag: "Monitoring",
  method: "GET",
  path: "/testRuns/{testRunId}",
  summary: "A test run",
  pathParameters: { testRunId: z.string().min(1).max(200).describe("Id of the test run.") },
  answer: TestRun,
  refusals: [404],
  evidence: designed(["platform#tests-and-monitoring", "platform#validation"], "the results of the ETF tests"),
});

export const getMonitoring = operation(service, {
  id: "getMonitoring",
  tag: "Monitoring",
  method: "GET",
  path: "/services/{serviceId}/monitoring",
  summary: "What the monitoring says of a service",
  pathParameters: { serviceId: z.string().min(1).max(350).describe("Name of the service.") },
  answer: Monitoring,
  refusals: [404],
  evidence: designed("platform#tests-and-monitoring", "the section «Monitoring»"),
});
