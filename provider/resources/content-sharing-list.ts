// Printed from kinds/content/content-sharing-list.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Bucket } from "./bucket";
import type { Schema } from "./schema";
import type { TransformationProject } from "./transformation-project";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "ContentSharingList",
  module: "content-sharing-list",
  inputs: ["content", "sharedWith", "collaborators", "public"],
  outputs: [],
  references: ["content", "sharedWith", "collaborators"],
};

export interface ContentSharingListArgs {
  /**
   * The bucket, the schema or the transformation project that is shared.
   *
   * Change: replaces the object.
   */
  readonly content: pulumi.Input<string> | Bucket | Schema | TransformationProject;

  /**
   * All organisations whose members can read it, also those that you cannot see. An empty list takes all of this
   * access away.
   *
   * Change: updated in place.
   */
  readonly sharedWith?: pulumi.Input<(pulumi.Input<string> | Organisation)[] | undefined>;

  /**
   * All users who can read and edit it. An empty list takes all of this access away.
   *
   * Change: updated in place.
   */
  readonly collaborators?: pulumi.Input<(pulumi.Input<string> | User)[] | undefined>;

  /**
   * Whether everybody can read it, even without a login.
   *
   * Change: updated in place.
   */
  readonly public?: pulumi.Input<boolean | undefined>;

  /**
   * What deleting the resource does. `"restore"` (default): each declared field gets back the value that it had
   * before. `"retain"`: everything stays as it is.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"restore" | "retain" | undefined>;
}

/**
 * The whole list of those with whom a bucket, a schema or a transformation project is shared. If somebody else gives
 * access, it shows as drift, and the next `up` takes it away. The first `up` refuses a list that would take existing
 * access away; the error says what to add. Deleting the resource takes away only the access that the list gave.
 *
 * ```typescript
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * const roads = new Bucket("roads", { organisation: "1", name: "Roads" });
 * new ContentSharingList("roads", { content: roads, sharedWith: [county], collaborators: [], public: false });
 * ```
 */
export class ContentSharingList extends Resource {
  /**
   * The bucket, the schema or the transformation project that is shared.
   */
  declare readonly content: pulumi.Output<string>;

  /**
   * All organisations whose members can read it, also those that you cannot see.
   */
  declare readonly sharedWith: pulumi.Output<string[] | undefined>;

  /**
   * All users who can read and edit it.
   */
  declare readonly collaborators: pulumi.Output<string[] | undefined>;

  /**
   * Whether everybody can read it, even without a login.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  constructor(name: string, args: ContentSharingListArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
