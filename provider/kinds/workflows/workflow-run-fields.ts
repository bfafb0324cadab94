import { z } from "zod";
import type { Declared, Fields } from "../kind";
import { datasetRevision, triggers } from "./dataset-reference";
import { datasetId, projectId } from "../references";
import { timeoutField } from "./following";

/** What runs for its own sake. Publications belong to a PublishedService. */
export const runTypes = ["validation", "transformation", "statusUpdate"] as const;

export const failOn = ["error", "warning", "never"] as const;

/** The fields of a workflow run. */
export const workflowRunFields = {
  dataset: {
    type: datasetId,
    mark: "replace",
    refersTo: "Bucket",
    revisionIn: "datasetRevision",
    doc: "The dataset on which the job runs: a bucket in the store `data`.",
    source: "platform#workflow-jobs",
  },
  type: {
    type: z.enum(runTypes),
    mark: "replace",
    doc: "What the job does. `validation`: tests the dataset. `transformation`: transforms it with a project. `statusUpdate`: brings its status up to date. To publish a dataset use PublishedService.",
    source: ["platform#workflow-jobs", "platform#validation"],
  },
  project: {
    type: projectId.optional(),
    mark: "replace",
    refersTo: "TransformationProject",
    doc: "Only for a transformation, which needs it: the transformation project.",
    source: ["platform#workflow-jobs", "platform#transformation-projects"],
  },
  triggers: {
    type: triggers,
    mark: "replace",
    kept: true,
    triggers: true,
    doc: "Texts and resources. If one of them changes, a new job runs. The dataset itself need not be here if you pass its Bucket resource.",
    source: "decisions#work-is-done-again-when-its-reasons-change",
  },
  datasetRevision: { ...datasetRevision, mark: "replace", kept: true },
  failOn: {
    type: z.enum(failOn).optional(),
    mark: "local",
    doc: "Only for a validation: which findings fail the run. `error` (default): errors. `warning`: errors and warnings. `never`: none. The next `up` after such a failure validates again.",
    source: "decisions#work-is-done-again-when-its-reasons-change",
  },
  timeoutSeconds: timeoutField("the job", "waiting for the same job"),
} as const satisfies Fields;

export type DeclaredRun = Declared<typeof workflowRunFields>;
