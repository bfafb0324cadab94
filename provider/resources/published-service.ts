// Printed from kinds/workflows/published-service.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Bucket } from "./bucket";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "PublishedService",
  module: "published-service",
  inputs: [
    "dataset",
    "type",
    "access",
    "accessUser",
    "accessPasswordVersion",
    "triggers",
    "datasetRevision",
    "timeoutSeconds",
  ],
  outputs: ["category", "address", "capabilities", "published", "publishedBy"],
  references: ["dataset"],
  revisions: { dataset: "datasetRevision" },
  triggers: ["triggers"],
  secrets: ["accessPassword"],
};

export interface PublishedServiceArgs {
  /**
   * The dataset that is published: a bucket in the store `data`, with a theme and at least one file.
   *
   * Change: replaces the object.
   */
  readonly dataset: pulumi.Input<string> | Bucket;

  /**
   * `wms`: the view service. `wfs`, `ogcapiFeatures` and `predefinedDataset`: download services.
   *
   * Change: replaces the object.
   */
  readonly type: pulumi.Input<"wms" | "wfs" | "ogcapiFeatures" | "predefinedDataset">;

  /**
   * Who may use the service. `open`: everybody. `organisationToken`: who has a token of the organisation (ApiToken).
   * `password`: who knows `accessUser` and `accessPassword`; the description of the service (GetCapabilities) stays
   * open. A change publishes the service again. A new service is open.
   *
   * Change: updated in place.
   */
  readonly access?: pulumi.Input<"open" | "organisationToken" | "password" | undefined>;

  /**
   * The user name that goes with `access: "password"`: one line of up to 200 characters without a colon. With another
   * `access` it has no effect.
   *
   * Change: updated in place.
   */
  readonly accessUser?: pulumi.Input<string | undefined>;

  /**
   * The password that goes with `access: "password"`: one line of up to 200 characters. The provider cannot read it
   * back. It sends it with each publication: of a new service, when you declare it for the first time, when `access`,
   * `accessUser`, `accessPasswordVersion` or a trigger changes, and when the dataset changes.
   *
   * Change: sent when its version changes; never read back.
   */
  readonly accessPassword?: pulumi.Input<string | undefined>;

  /**
   * Any number or text. A change sends `accessPassword` again. As long as nothing that publishes the service changes,
   * the provider does not send another `accessPassword`, and a warning says so.
   *
   * Change: kept in the state; sends `accessPassword` again.
   */
  readonly accessPasswordVersion?: pulumi.Input<number | string | undefined>;

  /**
   * Texts and resources. If one of them changes, the provider publishes the service again: for instance with a
   * BucketFile of the dataset. The dataset itself need not be here if you pass its Bucket resource, nor its theme if
   * you pass that to the Bucket as a resource.
   *
   * Change: kept in the state.
   */
  readonly triggers?:
    pulumi.Input<pulumi.Input<string>[] | undefined> | readonly (pulumi.Input<string> | pulumi.CustomResource)[];

  /**
   * The revision of the dataset. Leave this out: if you pass a Bucket resource as the dataset, the constructor fills
   * in its `revision`. If you pass an id, use `triggers`.
   *
   * Change: kept in the state.
   */
  readonly datasetRevision?: pulumi.Input<string | undefined>;

  /**
   * How many seconds a publication may take, 1 to 86,400. Default: 3,600. The provider looks after 0.2 seconds, and
   * each time after twice as long, up to 10 seconds. After this time the run fails, and the next `up` goes on waiting.
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
 * A dataset as a view or download service. Creating the resource publishes the service, deleting it takes the service
 * offline. The provider publishes it again when its access changes, when the dataset (passed as a Bucket resource) or
 * the theme (passed to this Bucket as a Theme resource) changes, and when one of its `triggers` changes. It does not
 * publish a service that it takes over, unless something of this differs.
 *
 * ```typescript
 * const theme = new Theme("traffic", { organisation: "1", name: "Traffic" });
 * const roads = new Bucket("roads", {
 *     organisation: "1",
 *     name: "Roads",
 *     theme,
 *     files: [{ name: "roads.xml", content: "<roads/>" }],
 * });
 * const maps = new PublishedService("maps of roads", { dataset: roads, type: "wms" });
 * export const capabilities = maps.capabilities;
 * ```
 */
export class PublishedService extends Resource {
  /**
   * The dataset that is published: a bucket in the store `data`, with a theme and at least one file.
   */
  declare readonly dataset: pulumi.Output<string>;

  /**
   * `wms`: the view service.
   */
  declare readonly type: pulumi.Output<"wms" | "wfs" | "ogcapiFeatures" | "predefinedDataset">;

  /**
   * Who may use the service.
   */
  declare readonly access: pulumi.Output<"open" | "organisationToken" | "password" | undefined>;

  /**
   * The user name that goes with `access: "password"`: one line of up to 200 characters without a colon.
   */
  declare readonly accessUser: pulumi.Output<string | undefined>;

  /**
   * Any number or text.
   */
  declare readonly accessPasswordVersion: pulumi.Output<number | string | undefined>;

  /**
   * Texts and resources.
   */
  declare readonly triggers: pulumi.Output<string[] | undefined>;

  /**
   * The revision of the dataset.
   */
  declare readonly datasetRevision: pulumi.Output<string | undefined>;

  /**
   * How many seconds a publication may take, 1 to 86,400.
   */
  declare readonly timeoutSeconds: pulumi.Output<number | undefined>;

  /**
   * Whether it is a view or a download service.
   */
  declare readonly category: pulumi.Output<"view" | "download" | undefined>;

  /**
   * Address of the service.
   */
  declare readonly address: pulumi.Output<string | undefined>;

  /**
   * Address of the description of the service, such as GetCapabilities.
   */
  declare readonly capabilities: pulumi.Output<string | undefined>;

  /**
   * When it was published last, in milliseconds since 1970.
   */
  declare readonly published: pulumi.Output<number | undefined>;

  /**
   * Id of the user who published it last.
   */
  declare readonly publishedBy: pulumi.Output<string | undefined>;

  constructor(name: string, args: PublishedServiceArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
