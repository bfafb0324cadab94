// Printed from kinds/content/transformation-project.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { AnyFileAsset } from "./files";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import type { Schema } from "./schema";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "TransformationProject",
  module: "transformation-project",
  inputs: [
    "organisation",
    "user",
    "name",
    "versionControl",
    "author",
    "description",
    "public",
    "files",
    "sourceSchemas",
    "targetSchemas",
  ],
  outputs: ["combinedId", "lastModified", "created", "createdBy"],
  references: ["organisation", "user", "sourceSchemas", "targetSchemas"],
  files: ["files"],
};

export interface TransformationProjectArgs {
  /**
   * The organisation that owns it. Give either this or `user`.
   *
   * Change: replaces the object.
   */
  readonly organisation?: pulumi.Input<string | undefined> | Organisation;

  /**
   * The user who owns it, instead of an organisation. With the platform's own roles only an administrator can create
   * such an object.
   *
   * Change: replaces the object.
   */
  readonly user?: pulumi.Input<string | undefined> | User;

  /**
   * Name, 1 to 250 characters. The platform allows several projects of the same name. This provider makes only one for
   * each owner, so that it can find the project again. A change to the name of another project of this owner gives a
   * warning.
   *
   * Change: updated in place.
   */
  readonly name: pulumi.Input<string>;

  /**
   * `true`: the project keeps a history of its versions (driver `git`). Default: `false` (driver `s3`).
   *
   * Change: replaces the object.
   */
  readonly versionControl?: pulumi.Input<boolean | undefined>;

  /**
   * Author, up to 10,000 characters.
   *
   * Change: updated in place.
   */
  readonly author?: pulumi.Input<string | undefined>;

  /**
   * Description, up to 10,000 characters.
   *
   * Change: updated in place.
   */
  readonly description?: pulumi.Input<string | undefined>;

  /**
   * `true`: everybody can read it, even without a login. Declare this either here or in a sharing resource.
   *
   * Change: updated in place.
   */
  readonly public?: pulumi.Input<boolean | undefined>;

  /**
   * A project file (.halex) with its resources, or an archive (.halez), declared as in Bucket. From an archive the
   * provider takes the files in it. To a project file it adds these files from its folder: the alignment and those
   * that it builds on, the styles with their pictures, and the schemas with what they import. Each schema that the
   * project reads from a file has to be there, unless the project keeps a copy of it. Data and tables go along only if
   * you name them here. A warning says which of them are missing.
   *
   * Change: updated in place.
   */
  readonly files?: pulumi.Input<
    | pulumi.Input<
        | string
        | {
            /** Path of the file, relative to the program's folder. */
            path?: pulumi.Input<string | undefined>;
            /** The content itself, as text; it needs a `name`. */
            content?: pulumi.Input<string | undefined>;
            /** The content itself, in base64; it needs a `name`. */
            base64?: pulumi.Input<string | undefined>;
            /** Name of the file in the bucket, with / between folders. Default: the file name in `path`. */
            name?: pulumi.Input<string | undefined>;
          }
        | AnyFileAsset
      >[]
    | undefined
  >;

  /**
   * The schemas on the platform from which the project maps, linked by hand. Default: the platform links them by
   * itself.
   *
   * Change: updated in place.
   */
  readonly sourceSchemas?: pulumi.Input<(pulumi.Input<string> | Schema)[] | undefined>;

  /**
   * The schemas on the platform to which the project maps, linked by hand. Default: the platform links them by itself.
   *
   * Change: updated in place.
   */
  readonly targetSchemas?: pulumi.Input<(pulumi.Input<string> | Schema)[] | undefined>;

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
 * A transformation project of hale studio: its files, and its links to schemas.
 *
 * ```typescript
 * new TransformationProject("addresses", {
 *     organisation: "1",
 *     name: "Addresses to INSPIRE",
 *     files: [{ name: "project.halex", content: "<hale-project version=\"5.4.0\"><name>Addresses</name></hale-project>" }],
 * });
 * ```
 */
export class TransformationProject extends Resource {
  /**
   * The organisation that owns it.
   */
  declare readonly organisation: pulumi.Output<string | undefined>;

  /**
   * The user who owns it, instead of an organisation.
   */
  declare readonly user: pulumi.Output<string | undefined>;

  /**
   * Name, 1 to 250 characters.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * `true`: the project keeps a history of its versions (driver `git`).
   */
  declare readonly versionControl: pulumi.Output<boolean | undefined>;

  /**
   * Author, up to 10,000 characters.
   */
  declare readonly author: pulumi.Output<string | undefined>;

  /**
   * Description, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * `true`: everybody can read it, even without a login.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  /**
   * A project file (.halex) with its resources, or an archive (.halez), declared as in Bucket.
   */
  declare readonly files: pulumi.Output<Record<string, { sha256: string }> | undefined>;

  /**
   * The schemas on the platform from which the project maps, linked by hand.
   */
  declare readonly sourceSchemas: pulumi.Output<string[] | undefined>;

  /**
   * The schemas on the platform to which the project maps, linked by hand.
   */
  declare readonly targetSchemas: pulumi.Output<string[] | undefined>;

  /**
   * Its id without the store: `<ownerType>.<ownerId>.<id>`.
   */
  declare readonly combinedId: pulumi.Output<string | undefined>;

  /**
   * When it was last changed, in milliseconds since 1970.
   */
  declare readonly lastModified: pulumi.Output<number | undefined>;

  /**
   * When it was created, in milliseconds since 1970.
   */
  declare readonly created: pulumi.Output<number | undefined>;

  /**
   * Id of the user who created it.
   */
  declare readonly createdBy: pulumi.Output<string | undefined>;

  constructor(name: string, args: TransformationProjectArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
