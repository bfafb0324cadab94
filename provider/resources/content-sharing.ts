// Printed from kinds/content/content-sharing.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Bucket } from "./bucket";
import type { Schema } from "./schema";
import type { TransformationProject } from "./transformation-project";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "ContentSharing",
  module: "content-sharing",
  inputs: ["content", "sharedWith", "collaborator", "public"],
  outputs: ["grantedBy", "granted"],
  references: ["content", "sharedWith", "collaborator"],
};

export interface ContentSharingArgs {
  /**
   * The bucket, the schema or the transformation project that is shared.
   *
   * Change: replaces the object.
   */
  readonly content: pulumi.Input<string> | Bucket | Schema | TransformationProject;

  /**
   * The organisation whose members can read it. It may be one that you cannot see; the server checks that it exists.
   *
   * Change: replaces the object.
   */
  readonly sharedWith?: pulumi.Input<string | undefined> | Organisation;

  /**
   * The user who can read and edit it.
   *
   * Change: replaces the object.
   */
  readonly collaborator?: pulumi.Input<string | undefined> | User;

  /**
   * `true`: everybody can read it, even without a login.
   *
   * Change: replaces the object.
   */
  readonly public?: pulumi.Input<true | undefined>;

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
 * Shares a bucket, a schema or a transformation project with one organisation (`sharedWith`), one user
 * (`collaborator`) or everybody (`public`). All other access stays as it is. To declare all access use
 * ContentSharingList. You cannot use both for the same content.
 *
 * ```typescript
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * const roads = new Bucket("roads", { organisation: "1", name: "Roads" });
 * new ContentSharing("roads for the county", { content: roads, sharedWith: county });
 * ```
 */
export class ContentSharing extends Resource {
  /**
   * The bucket, the schema or the transformation project that is shared.
   */
  declare readonly content: pulumi.Output<string>;

  /**
   * The organisation whose members can read it.
   */
  declare readonly sharedWith: pulumi.Output<string | undefined>;

  /**
   * The user who can read and edit it.
   */
  declare readonly collaborator: pulumi.Output<string | undefined>;

  /**
   * `true`: everybody can read it, even without a login.
   */
  declare readonly public: pulumi.Output<true | undefined>;

  /**
   * Id of the user who shared it.
   */
  declare readonly grantedBy: pulumi.Output<string | undefined>;

  /**
   * When it was shared, in milliseconds since 1970.
   */
  declare readonly granted: pulumi.Output<number | undefined>;

  constructor(name: string, args: ContentSharingArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
