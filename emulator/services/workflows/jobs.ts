import { randomUUID } from "node:crypto";
import { store, workflows } from "../../../provider/contract";
import { seesBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import type { Job } from "../../world/workflow-model";
import { implement, implementList, pageableList, type OperationCall, type Platform, type Visitor } from "../implement";
import { themeOf, whyNotOffered } from "./offered-services";
import { settle } from "./settle";
import { jobDetails, jobInfo, stateOf } from "./shown-job";
import { datasetOf, datasetToWorkOn, isOwnedBy, refuseUnlessEditor, worksWith } from "./visible-dataset";

type Start = OperationCall<typeof workflows.startJob>;

const startJob = implement(workflows.startJob, async (call) => {
  await settle(call);
  const dataset = datasetToWorkOn(call, "resource", call.body.resource);
  refuseParameters(call, dataset);
  refuseSecond(call);
  const job = newJob(call);
  call.commit({ type: "jobStarted", job });
  await settle(call);
  return jobDetails(call.world.jobs.get(job.id) ?? job, call.now());
});

const getJobs = implementList(workflows.getJobs, async (call) => {
  await settle(call);
  const { query, world, now } = call;
  const wanted = world.jobs
    .all()
    .filter((job) => isWanted(query, job, now()))
    .filter(({ resource }) => {
      const dataset = datasetOf(world, resource);
      return dataset !== undefined && worksWith(call, dataset) && isOwnedBy(query.organisation, dataset);
    });
  return pageableList(wanted.reverse(), (job) => jobInfo(job, now()));
});

const getJob = implement(workflows.getJob, async (call) => {
  await settle(call);
  const { job } = visibleJob(call, call.path.jobId);
  call.jobPlan.look(job.id);
  return jobDetails(job, call.now());
});

const cancelJob = implement(workflows.cancelJob, async (call) => {
  await settle(call);
  const { job, dataset } = visibleJob(call, call.path.jobId);
  refuseUnlessEditor(call, dataset);
  if (job.end !== undefined) {
    throw refuse.taken(`Job ${job.id} is over: it is ${job.end.state}.`);
  }
  const at = call.now();
  const log = [{ at, level: "warning" as const, message: `User ${call.caller.id} cancelled the ${job.type}.` }];
  call.commit({ type: "jobEnded", id: job.id, end: { state: "cancelled", at, log } });
  return jobDetails(visibleJob(call, job.id).job, call.now());
});

export const ofJobs = [startJob, getJobs, getJob, cancelJob];

function newJob({ body, caller, now, jobPlan }: Start): Job {
  const id = randomUUID();
  const { type, resourceType, resource, parameters, reference } = body;
  const order = jobPlan.take(id, type);
  const created = now();
  const starts = created + (order?.queued ?? 0);
  return {
    id,
    type,
    resourceType,
    resource,
    ...(parameters === undefined ? {} : { parameters }),
    ...(reference === undefined ? {} : { reference }),
    created,
    createdBy: caller.id,
    starts,
    ...(order?.outcome === "endless" ? {} : { ends: starts + (order?.running ?? 0) }),
    ...(order?.outcome === "failed" ? { fails: order.message ?? "It was told to fail." } : {}),
    ...(order?.vanishes === true ? { vanishes: true as const } : {}),
  };
}

/** What a job takes depends on its type. */
const takes: Readonly<Record<workflows.JobType, readonly (keyof workflows.JobParameters)[]>> = {
  transformation: ["project"],
  validation: [],
  publication: ["service"],
  unpublication: ["service"],
  statusUpdate: [],
};

function refuseParameters(call: Start, dataset: Bucket): void {
  const { type, parameters = {} } = call.body;
  const given = Object.keys(parameters) as (keyof workflows.JobParameters)[];
  const problems = [
    ...given
      .filter((name) => !takes[type].includes(name))
      .map((name) => ({ field: `parameters.${name}`, message: `a ${type} does not take it` })),
    ...takes[type]
      .filter((name) => parameters[name] === undefined)
      .map((name) => ({ field: `parameters.${name}`, message: `a ${type} needs it` })),
  ];
  const { project } = parameters;
  if (project !== undefined && problems.length === 0 && !seesProject(call, project)) {
    const message = `there is no transformation project ${project}, or you are not allowed to see it`;
    problems.push({ field: "parameters.project", message });
  }
  const { service } = parameters;
  const whyNot = service === undefined ? undefined : whyNotOffered(themeOf(call.world, dataset), service);
  if (type === "publication" && problems.length === 0 && whyNot !== undefined) {
    problems.push({ field: "resource", message: whyNot });
  }
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
}

function seesProject({ world, visitor }: Platform & Visitor, combinedId: string): boolean {
  const key = store.readCombinedId(combinedId);
  const project = key === undefined ? undefined : world.buckets.get("projects", key);
  return project !== undefined && seesBucket(world, visitor, project);
}

/** One reference is one job, and only one at a time writes the same service or the same target. */
function refuseSecond({ body, world, now, caller }: Start): void {
  const { reference, resource, type, parameters } = body;
  const same = world.jobs.all().find((job) => job.createdBy === caller.id && job.reference === reference);
  if (reference !== undefined && same !== undefined) {
    throw refuse.taken(`You started job ${same.id} with the reference "${reference}" already.`);
  }
  const writes = (it: {
    readonly type: workflows.JobType;
    readonly parameters?: workflows.JobParameters | undefined;
  }) => it.parameters?.service ?? (it.type === "transformation" ? it.type : undefined);
  const subject = writes({ type, parameters });
  const other = world.jobs.open().find((job) => job.resource === resource && writes(job) === subject);
  if (subject !== undefined && other !== undefined) {
    throw refuse.taken(`The ${other.type} of dataset ${resource}, job ${other.id}, is ${stateOf(other, now())}.`);
  }
}

function isWanted(query: OperationCall<typeof workflows.getJobs>["query"], job: Job, now: number): boolean {
  const { resourceType, resource, type, state, reference } = query;
  const wanted = { resourceType, resource, type, state, reference };
  const actual: Readonly<Record<string, unknown>> = { ...job, state: stateOf(job, now) };
  return Object.entries(wanted).every(([name, value]) => value === undefined || actual[name] === value);
}

/** 404 for what is gone, and for what the caller does not get to see. */
function visibleJob(call: Platform & Visitor, id: string): { readonly job: Job; readonly dataset: Bucket } {
  const job = call.world.jobs.get(id);
  const dataset = job === undefined ? undefined : datasetOf(call.world, job.resource);
  if (job === undefined || dataset === undefined || !worksWith(call, dataset)) {
    throw refuse.absent(`job ${id}`);
  }
  return { job, dataset };
}
