import { z } from "zod";
import * as workflows from "../../contract/workflows";
import { readContentId } from "../content/content-id";
import { digestOf } from "../digest";
import { kind, type Obstacle, type Outlook, type Problem } from "../kind";
import { notThere } from "../obstacle";
import { isDenied } from "../permission";
import { datasetObstacles } from "../content/content-obstacles";
import { combinedIdIn, ofDataset } from "./dataset-reference";
import { cancel, isOver } from "./following";
import { startWhenFree } from "./starting";
import { datasetIn, flatten, flattenAll, getJob } from "./workflow-run-form";
import { isSpent, toItsEnd, whyNotDone } from "./workflow-run-end";
import { workflowRunFields, type DeclaredRun } from "./workflow-run-fields";

/** A job on a dataset that runs when its reasons change (docs/platform.md#workflow-jobs). */
export const workflowRun = kind({
  name: "WorkflowRun",
  doc: "A job on a dataset: a validation, a transformation or a status update. `up` starts it, and waits until it is over. A new job runs when a field changes, when one of the `triggers` changes, and when the dataset (passed as a Bucket resource) changes. If the job fails, `up` fails with the end of its log, and the next `up` starts a new job. If a run is interrupted, the next `up` goes on with the same job. A job that is no longer in the platform's history is no drift. Deleting the resource cancels a job that still runs, and changes nothing else.",
  example: [
    'const roads = new Bucket("roads", {',
    '    organisation: "1",',
    '    name: "Roads",',
    '    author: "County",',
    '    description: "The roads of the county",',
    '    files: [{ name: "roads.xml", content: "<roads/>" }],',
    "});",
    'const check = new WorkflowRun("check of roads", { dataset: roads, type: "validation", failOn: "warning" });',
    "export const findings = check.errors;",
  ].join("\n"),
  inputs: workflowRunFields,
  outputs: {
    job: { type: z.string().optional(), doc: "Id of the job.", source: "platform#workflow-jobs" },
    reference: {
      type: z.string().optional(),
      doc: "What the provider called the job, so that it finds the job again after an interruption.",
      source: "decisions#exactly-once",
    },
    state: {
      type: z.enum(workflows.jobStates).optional(),
      doc: "State of the job.",
      source: "platform#workflow-jobs",
    },
    created: moment("When it was started by the provider"),
    createdBy: {
      type: z.string().optional(),
      doc: "Id of the user who started it.",
      source: "decisions#evidence-for-every-operation",
    },
    started: moment("When it left the queue"),
    finished: moment("When it was over"),
    errors: count("errors"),
    warnings: count("warnings"),
    result: {
      type: z.string().optional(),
      doc: "Of a transformation: id of the target dataset.",
      source: "platform#workflow-jobs",
    },
    revision: {
      type: z.string().optional(),
      doc: "A text that changes with each run: for the `triggers` of other resources.",
      source: "decisions#work-is-done-again-when-its-reasons-change",
    },
  },
  replacementCascades: false,
  deleteBeforeReplace: true,
  reads: [workflows.getJob, workflows.getJobs],
  calls: {
    create: [workflows.startJob],
    update: [],
    delete: [[workflows.cancelJob]],
  },
  identity: {
    type: "marker",
    nameField: "reference",
    isReference: true,
    fields: ["dataset", "type"],
    keyOf: (run) => `${run.dataset}/${run.type}/${reasonsOf(run)}`,
    inWords: (run) => `${run.type} of dataset ${run.dataset} for reasons ${reasonsOf(run)}`,
    creator: "createdBy",
    stamp: ["reference"],
    find: async (client, { dataset }, reference) =>
      flattenAll(await client.list(workflows.getJobs, { query: { resource: combinedIdIn(dataset), reference } })),
  },
  scopeOf: datasetIn,
  standing: ofDataset,
  list: async (client, scope = "") =>
    flattenAll(
      await client.snapshot(workflows.getJobs, scope === "" ? {} : { query: { resource: combinedIdIn(scope) } }),
    ),
  get: async (client, id) => {
    const found = await getJob(client, id);
    return found === undefined ? undefined : flatten(found);
  },
  rules: ({ type, project, failOn }) => [...projectRules(type, project), ...failOnRules(type, failOn)],
  obstacles: runObstacles,
  create: async (client, { dataset, type, project, timeoutSeconds }, reference) => {
    const parameters = project === undefined ? {} : { parameters: { project: combinedIdIn(project) } };
    const called = reference === undefined ? {} : { reference };
    const body = { type, resourceType: "Bucket" as const, resource: combinedIdIn(dataset), ...parameters, ...called };
    const job = await startWhenFree(client, {
      body,
      subject: `dataset ${dataset}`,
      isOwn: (it) => reference !== undefined && it.reference === reference,
      isInTheWay: (it) => it.type === type,
      timeoutSeconds,
    });
    return flatten(job);
  },
  update: () => Promise.resolve({}),
  renewal: whyNotDone,
  renew: toItsEnd,
  isSpent,
  hasDoneItsWork: ({ state }) => state === "successful",
  delete: async (client, id) => {
    const job = await getJob(client, id);
    if (job !== undefined && !isOver(job)) {
      await cancel(client, job);
    }
  },
});

function moment(what: string) {
  return {
    type: z.number().optional(),
    doc: `${what}, in milliseconds since 1970.`,
    source: "decisions#evidence-for-every-operation",
  } as const;
}

function count(what: string) {
  return {
    type: z.number().optional(),
    doc: `Of a validation: how many ${what} it found.`,
    source: "platform#validation",
  } as const;
}

/**
 * Why a job runs, in a short form. The server knows it from the reference. A run that was begun for other reasons is
 * another run.
 */
function reasonsOf(run: Partial<DeclaredRun> & { readonly reference?: string }): string {
  const { project = "", triggers = [], datasetRevision = "", reference = "" } = run;
  const [, known] = / for reasons ([0-9a-f]{8}) /.exec(reference) ?? [];
  return known ?? digestOf([project, triggers, datasetRevision]).slice(0, 8);
}

function projectRules(type: string, project: string | undefined): Problem[] {
  const isTransformation = type === "transformation";
  return isTransformation === (project !== undefined)
    ? []
    : [
        {
          field: "project",
          what: isTransformation ? "is needed for a transformation" : `does not belong to a ${type}`,
        },
      ];
}

function failOnRules(type: string, failOn: string | undefined): Problem[] {
  return failOn === undefined || type === "validation"
    ? []
    : [{ field: "failOn", what: `does not belong to a ${type}: only a validation has findings` }];
}

async function runObstacles(outlook: Outlook, { dataset, project }: DeclaredRun): Promise<Obstacle[]> {
  const found = await datasetObstacles(outlook, "dataset", dataset);
  if (project !== undefined && (await outlook.see("TransformationProject", project)) === undefined) {
    const remedy = "Give the id of an existing transformation project, or pass its resource.";
    found.push(notThere("project", `transformation project ${project}`, remedy));
  }
  const { ownerType, ownerId } = outlook.knows(dataset) ? readContentId(dataset) : { ownerType: "user", ownerId: "" };
  if (found.length === 0 && ownerType === "org" && (await isDenied(outlook, "Bucket", "edit", ownerId))) {
    found.push({
      field: "dataset",
      what: `you may not start jobs on dataset ${dataset}`,
      why: `The permission Bucket.edit is denied to you in organisation ${ownerId}.`,
      remedy: "Use an account that may edit the dataset.",
    });
  }
  return found;
}
