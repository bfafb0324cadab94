// Printed from kinds/interactions/task.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Bucket } from "./bucket";
import type { Schema } from "./schema";
import type { TransformationProject } from "./transformation-project";
import type { Theme } from "./theme";
import type { User } from "./user";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "Task",
  module: "task",
  inputs: ["resource", "title", "text", "assignee", "status"],
  outputs: ["author", "created", "lastModified"],
  references: ["resource", "assignee"],
};

export interface TaskArgs {
  /**
   * The bucket, the schema, the transformation project or the theme on which the task is.
   *
   * Change: replaces the object.
   */
  readonly resource: pulumi.Input<string> | Bucket | Schema | TransformationProject | Theme;

  /**
   * Title, 1 to 250 characters on one line. This provider makes only one task of a title on each resource.
   *
   * Change: updated in place.
   */
  readonly title: pulumi.Input<string>;

  /**
   * What is to be done, up to 10,000 characters.
   *
   * Change: updated in place.
   */
  readonly text?: pulumi.Input<string | undefined>;

  /**
   * The user who is to do it. It has to be a user who sees the resource. The user gets a mail, if the user wants mails
   * about tasks. An empty text takes the task away from the user.
   *
   * Change: updated in place.
   */
  readonly assignee?: pulumi.Input<string | undefined> | User;

  /**
   * How far it is: `open`, `inProgress`, `done` or `rejected`. Leave it out if the assignee sets it: then the provider
   * never resets it.
   *
   * Change: updated in place.
   */
  readonly status?: pulumi.Input<"open" | "inProgress" | "done" | "rejected" | undefined>;

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
 * A task on a bucket, a schema, a transformation project or a theme. The provider makes it under a working title,
 * without an assignee, and then sets everything at once. So the assignee gets one mail, with the right title.
 *
 * ```typescript
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * const roads = new Bucket("roads", { organisation: county, name: "Roads" });
 * const erika = new User("erika", {
 *     username: "erika.muster",
 *     fullName: "Erika Muster",
 *     email: "erika@kreis-muster.example",
 *     organisation: county,
 *     role: "dataManager",
 * });
 * new Task("check", { resource: roads, title: "Check the new roads", text: "By Friday", assignee: erika });
 * ```
 */
export class Task extends Resource {
  /**
   * The bucket, the schema, the transformation project or the theme on which the task is.
   */
  declare readonly resource: pulumi.Output<string>;

  /**
   * Title, 1 to 250 characters on one line.
   */
  declare readonly title: pulumi.Output<string>;

  /**
   * What is to be done, up to 10,000 characters.
   */
  declare readonly text: pulumi.Output<string | undefined>;

  /**
   * The user who is to do it.
   */
  declare readonly assignee: pulumi.Output<string | undefined>;

  /**
   * How far it is: `open`, `inProgress`, `done` or `rejected`.
   */
  declare readonly status: pulumi.Output<"open" | "inProgress" | "done" | "rejected" | undefined>;

  /**
   * Id of the user who created the task.
   */
  declare readonly author: pulumi.Output<string | undefined>;

  /**
   * When it was created, in milliseconds since 1970.
   */
  declare readonly created: pulumi.Output<number | undefined>;

  /**
   * When it was last changed, in milliseconds since 1970.
   */
  declare readonly lastModified: pulumi.Output<number | undefined>;

  constructor(name: string, args: TaskArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
