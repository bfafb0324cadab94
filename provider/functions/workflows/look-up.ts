import { z } from "zod";
import type { Client } from "../../client";
import { workflows } from "../../contract";
import { orAbsent } from "../../kinds";
import { argumentsOf, needed, notThere, organisation, textInAddress, type ArgumentSpec } from "../arguments";
import { idIn } from "../content-arguments";
import { withoutUndefined } from "../results";
import { SHARED_FOR } from "../shared-lists";
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

/** Asks the workflow manager. The errors name what the program asked for. */
export function lookUpWorkflows(client: Client) {
  return {
    listJobs: (args: GetJobsArgs) => jobs(client, args),
    findJob: (args: GetJobArgs) => job(client, args),
    listTestRuns: (args: GetTestRunsArgs) => testRuns(client, args),
    monitoringOf: (args: GetMonitoringArgs) => monitoring(client, args),
    listServices: (args: GetPublishedServicesArgs) => services(client, args),
  };
}

const ofDataset = { organisation, dataset: idIn("data") };

async function jobs(client: Client, given: GetJobsArgs): Promise<JobResult[]> {
  const specs = { ...ofDataset, type: oneOf(workflows.jobTypes), state: oneOf(workflows.jobStates) };
  type Known = GetJobsArgs & { readonly type?: workflows.JobType; readonly state?: workflows.JobState };
  const { type, state, dataset, organisation: owner } = argumentsOf<Known>("getJobs", given, specs);
  const { dataset: resource, ...query } = {
    ...queryOf({ organisation: owner, dataset }),
    ...(type === undefined ? {} : { type }),
    ...(state === undefined ? {} : { state }),
  };
  const asked = { ...query, ...(resource === undefined ? {} : { resource }) };
  return (await client.list(workflows.getJobs, { query: asked })).items.map(jobResult);
}

async function job(client: Client, given: GetJobArgs): Promise<JobDetails> {
  const { id } = argumentsOf<GetJobArgs>("getJob", given, { id: needed(textInAddress) });
  const found = await orAbsent(client.call(workflows.getJob, { path: { jobId: id } }));
  if (found === undefined) {
    return notThere(`job ${id}`);
  }
  const findings = (found.report ?? []).map(({ level, message, where, part }) =>
    withoutUndefined({ level, message, where, part }),
  );
  return { ...jobResult(found), log: found.log.map(({ at, level, message }) => ({ at, level, message })), findings };
}

async function testRuns(client: Client, given: GetTestRunsArgs): Promise<TestRunResult[]> {
  const query = queryOf(argumentsOf<GetTestRunsArgs>("getTestRuns", given, ofDataset));
  return (await client.list(workflows.getTestRuns, { query })).items.map(
    ({ id, dataset, job: madeBy, part, result, errors, warnings, started, finished }) =>
      withoutUndefined({
        id,
        dataset: `data/${dataset}`,
        job: madeBy,
        part,
        result,
        errors,
        warnings,
        started,
        finished,
      }),
  );
}

async function monitoring(client: Client, given: GetMonitoringArgs): Promise<MonitoringResult> {
  const { service: serviceId } = argumentsOf<GetMonitoringArgs>("getMonitoring", given, {
    service: needed(textInAddress),
  });
  const found = await orAbsent(client.call(workflows.getMonitoring, { path: { serviceId } }));
  if (found === undefined) {
    return notThere(`service ${serviceId}`);
  }
  const { service, isMonitored, state, since, availability } = found;
  return withoutUndefined({ service, isMonitored, state, since, availability });
}

async function services(client: Client, given: GetPublishedServicesArgs): Promise<PublishedServiceResult[]> {
  const query = queryOf(argumentsOf<GetPublishedServicesArgs>("getPublishedServices", given, ofDataset));
  const list = { query: { ...query, state: "published" as const } };
  return (await client.snapshot(workflows.getPublishedServices, list, SHARED_FOR)).items.map(
    ({ id, dataset, type, category, access, address, capabilities, published, publishedBy, datasetModified, theme }) =>
      withoutUndefined({
        id,
        dataset: `data/${dataset}`,
        type,
        category,
        access: access?.type,
        accessUser: access?.user,
        address,
        capabilities,
        published,
        publishedBy,
        datasetModified,
        theme,
      }),
  );
}

function jobResult(found: workflows.JobInfo): JobResult {
  const { id, type, resource, state, reference, created, createdBy, started, finished, message, findings, result } =
    found;
  return withoutUndefined({
    id,
    type,
    dataset: `data/${resource}`,
    state,
    reference,
    created,
    createdBy,
    started,
    finished,
    message,
    errors: findings?.errors,
    warnings: findings?.warnings,
    result,
  });
}

function queryOf({ organisation: owner, dataset }: GetTestRunsArgs): { organisation?: string; dataset?: string } {
  return {
    ...(owner === undefined ? {} : { organisation: owner }),
    ...(dataset === undefined ? {} : { dataset: combinedIdIn(dataset) }),
  };
}

/** Without the store. */
function combinedIdIn(dataset: string): string {
  return dataset.replace(/^data\//, "");
}

function oneOf(values: readonly string[]): ArgumentSpec {
  return { type: z.enum(values as [string, ...string[]]), expected: `one of ${values.join(", ")}` };
}
