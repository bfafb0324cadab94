import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type {
  GetJobArgs,
  GetJobsArgs,
  GetMonitoringArgs,
  GetPublishedServicesArgs,
  GetTestRunsArgs,
  JobDetails,
  JobResult,
  MonitoringResult,
  PublishedServiceResult,
  TestRunResult,
} from "./types";

/**
 * Lists the jobs on datasets that you can see, the newest first.
 *
 * Cost: the pages of the list.
 */
export async function getJobs(args: GetJobsArgs = {}): Promise<readonly JobResult[]> {
  const { listJobs } = await workflowManager();
  return listJobs(args);
}

/** `getJobs` with outputs for its arguments and its result. */
export const getJobsOutput = outputForm(getJobs);

/**
 * Finds one job by its id, with its log and what it found.
 *
 * Fails with HC3005 if there is no such job. Cost: one request.
 */
export async function getJob(args: GetJobArgs): Promise<JobDetails> {
  const { findJob } = await workflowManager();
  return findJob(args);
}

/** `getJob` with outputs for its arguments and its result. */
export const getJobOutput = outputForm(getJob);

/**
 * Lists the runs of ETF test suites on datasets that you can see, the newest first.
 *
 * Cost: the pages of the list.
 */
export async function getTestRuns(args: GetTestRunsArgs = {}): Promise<readonly TestRunResult[]> {
  const { listTestRuns } = await workflowManager();
  return listTestRuns(args);
}

/** `getTestRuns` with outputs for its arguments and its result. */
export const getTestRunsOutput = outputForm(getTestRuns);

/**
 * Tells what the monitoring by Spatineo says of a service.
 *
 * Fails with HC3005 if there is no such service. Cost: one request.
 */
export async function getMonitoring(args: GetMonitoringArgs): Promise<MonitoringResult> {
  const { monitoringOf } = await workflowManager();
  return monitoringOf(args);
}

/** `getMonitoring` with outputs for its arguments and its result. */
export const getMonitoringOutput = outputForm(getMonitoring);

/**
 * Lists the published services of datasets that you can see, sorted by id.
 *
 * Cost: the pages of the list. Calls at the same time share the list.
 */
export async function getPublishedServices(
  args: GetPublishedServicesArgs = {},
): Promise<readonly PublishedServiceResult[]> {
  const { listServices } = await workflowManager();
  return listServices(args);
}

/** `getPublishedServices` with outputs for its arguments and its result. */
export const getPublishedServicesOutput = outputForm(getPublishedServices);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function workflowManager() {
  const { lookUpWorkflows } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpWorkflows(client));
}

export type {
  FindingResult,
  GetJobArgs,
  GetJobsArgs,
  GetMonitoringArgs,
  GetPublishedServicesArgs,
  GetTestRunsArgs,
  JobDetails,
  JobLogLine,
  JobResult,
  MonitoringResult,
  PublishedServiceResult,
  TestRunResult,
} from "./types";
