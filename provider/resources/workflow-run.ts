// Printed from kinds/workflows/workflow-run.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Bucket } from "./bucket";
import type { TransformationProject } from "./transformation-project";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "WorkflowRun",
  module: "workflow-run",
  inputs: ["dataset", "type", "project", "triggers", "datasetRevision", "failOn", "timeoutSeconds"],
  outputs: [
    "job",
    "reference",
    "state",
    "created",
    "createdBy",
    "started",
    "finished",
    "errors",
    "warnings",
    "result",
    "revision",
  ],
  references: ["dataset", "project"],
  revisions: { dataset: "datasetRevision" },
  triggers: ["triggers"],
};

export interface WorkflowRunArgs {
  /**
   * The dataset on which the job runs: a bucket in the store `data`.
   *
   * Change: replaces the object.
   */
  readonly dataset: pulumi.Input<string> | Bucket;

  /**
   * What the job does. `validation`: tests the dataset. `transformation`: transforms it with a project.
   * `statusUpdate`: brings its status up to date. To publish a dataset use PublishedService.
   *
   * Change: replaces the object.
   */
  readonly type: pulumi.Input<"validation" | "transformation" | "statusUpdate">;

  /**
   * Only for a transformation, which needs it: the transformation project.
   *
   * Change: replaces the object.
   */
  readonly project?: pulumi.Input<string | undefined> | TransformationProject;

  /**
   * Texts and resources. If one of them changes, a new job runs. The dataset itself need not be here if you pass its
   * Bucket resource.
   *
   * Change: replaces the object.
   */
  readonly triggers?:
    pulumi.Input<pulumi.Input<string>[] | undefined> | readonly (pulumi.Input<string> | pulumi.CustomResource)[];

  /**
   * The revision of the dataset. Leave this out: if you pass a Bucket resource as the dataset, the constructor fills
   * in its `revision`. If you pass an id, use `triggers`.
   *
   * Change: replaces the object.
   */
  readonly datasetRevision?: pulumi.Input<string | undefined>;

  /**
   * Only for a validation: which findings fail the run. `error` (default): errors. `warning`: errors and warnings.
   * `never`: none. The next `up` after such a failure validates again.
   *
   * Change: kept in the state.
   */
  readonly failOn?: pulumi.Input<"error" | "warning" | "never" | undefined>;

  /**
   * How many seconds the job may take, 1 to 86,400. Default: 3,600. The provider looks after 0.2 seconds, and each
   * time after twice as long, up to 10 seconds. After this time the run fails, and the next `up` goes on waiting for
   * the same job.
   *
   * Change: kept in the state.
   */
  readonly timeoutSeconds?: pulumi.Input<number | undefined>;

  /**
   * What to do if the object exists already. `"never"` (default): stop with an error. `"ifExists"`: take the object
   * over, or create it if there is none. `"required"`: take the object over, and stop with an error if there is none.
   *
   * Change: nothing is sent.
   */
  readonly adopt?: pulumi.Input<"never" | "ifExists" | "required" | undefined>;

  /**
   * What deleting the resource does to the object. `"delete"`: deletes it. `"retain"`: leaves it on the server.
   * Default: `"delete"` for an object that this stack created, `"retain"` for one that it adopted.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"delete" | "retain" | undefined>;
}

/**
 * A job on a dataset: a validation, a transformation or a status update. `up` starts it, and waits until it is over. A
 * new job runs when a field changes, when one of the `triggers` changes, and when the dataset (passed as a Bucket resource) changes. If the job fails, `up` fails with the end of its log, and the next `up` starts a new job. If a run is interrupted, the next `up` goes on with the same job. A job that is no longer in the platform's history is no drift. Deleting the resource cancels a job that still runs, and changes nothing else.
 *
 * ```typescript
 * const roads = new Bucket("roads", {
 *     organisation: "1",
 *     name: "Roads",
 *     author: "County",
 *     description: "The roads of the county",
 *     files: [{ name: "roads.xml", content: "<roads/>" }],
 * });
 * const check = new WorkflowRun("check of roads", { dataset: roads, type: "validation", failOn: "warning" });
 * export const findings = check.errors;
 * ```
 */
export class WorkflowRun extends Resource {
  /**
   * The dataset on which the job runs: a bucket in the store `data`.
   */
  declare readonly dataset: pulumi.Output<string>;

  /**
   * What the job does.
   */
  declare readonly type: pulumi.Output<"validation" | "transformation" | "statusUpdate">;

  /**
   * Only for a transformation, which needs it: the transformation project.
   */
  declare readonly project: pulumi.Output<string | undefined>;

  /**
   * Texts and resources.
   */
  declare readonly triggers: pulumi.Output<string[] | undefined>;

  /**
   * The revision of the dataset.
   */
  declare readonly datasetRevision: pulumi.Output<string | undefined>;

  /**
   * Only for a validation: which findings fail the run.
   */
  declare readonly failOn: pulumi.Output<"error" | "warning" | "never" | undefined>;

  /**
   * How many seconds the job may take, 1 to 86,400.
   */
  declare readonly timeoutSeconds: pulumi.Output<number | undefined>;

  /**
   * Id of the job.
   */
  declare readonly job: pulumi.Output<string | undefined>;

  /**
   * What the provider called the job, so that it finds the job again after an interruption.
   */
  declare readonly reference: pulumi.Output<string | undefined>;

  /**
   * State of the job.
   */
  declare readonly state: pulumi.Output<"queued" | "running" | "successful" | "failed" | "cancelled" | undefined>;

  /**
   * When it was started by the provider, in milliseconds since 1970.
   */
  declare readonly created: pulumi.Output<number | undefined>;

  /**
   * Id of the user who started it.
   */
  declare readonly createdBy: pulumi.Output<string | undefined>;

  /**
   * When it left the queue, in milliseconds since 1970.
   */
  declare readonly started: pulumi.Output<number | undefined>;

  /**
   * When it was over, in milliseconds since 1970.
   */
  declare readonly finished: pulumi.Output<number | undefined>;

  /**
   * Of a validation: how many errors it found.
   */
  declare readonly errors: pulumi.Output<number | undefined>;

  /**
   * Of a validation: how many warnings it found.
   */
  declare readonly warnings: pulumi.Output<number | undefined>;

  /**
   * Of a transformation: id of the target dataset.
   */
  declare readonly result: pulumi.Output<string | undefined>;

  /**
   * A text that changes with each run: for the `triggers` of other resources.
   */
  declare readonly revision: pulumi.Output<string | undefined>;

  constructor(name: string, args: WorkflowRunArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
