// Printed from kinds/content/bucket.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { AnyFileAsset } from "./files";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import type { Theme } from "./theme";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "Bucket",
  module: "bucket",
  inputs: [
    "store",
    "organisation",
    "user",
    "name",
    "driver",
    "author",
    "description",
    "theme",
    "themeRevision",
    "dataset",
    "public",
    "files",
  ],
  outputs: ["combinedId", "revision", "lastModified", "created", "createdBy"],
  references: ["organisation", "user", "theme", "dataset"],
  revisions: { theme: "themeRevision" },
  files: ["files"],
};

export interface BucketArgs {
  /**
   * The store that keeps the bucket. Default: `data`. In the stores `schemas` and `projects` a Bucket manages only a
   * container of files: for a schema or a transformation project use the resources Schema and TransformationProject.
   *
   * Change: replaces the object.
   */
  readonly store?: pulumi.Input<"data" | "schemas" | "projects" | "metadata" | "attachments" | undefined>;

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
   * Name, 1 to 250 characters. The platform allows several buckets of the same name. This provider makes only one for
   * each owner, so that it can find the bucket again. A change to the name of another bucket of this owner gives a
   * warning.
   *
   * Change: updated in place.
   */
  readonly name: pulumi.Input<string>;

  /**
   * `git` has version control, `s3` has none. Default of the platform: `s3`.
   *
   * Change: replaces the object.
   */
  readonly driver?: pulumi.Input<"git" | "s3" | undefined>;

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
   * Only in the store `data`: the theme of the dataset. Without a theme nothing is published or transformed. `""`
   * takes the theme away.
   *
   * Change: updated in place.
   */
  readonly theme?: pulumi.Input<string | undefined> | Theme;

  /**
   * The revision of the theme. Leave this out: if you pass a Theme resource as the theme, the constructor fills in its
   * `revision`. So a change of the theme is a change of the dataset.
   *
   * Change: kept in the state.
   */
  readonly themeRevision?: pulumi.Input<string | undefined>;

  /**
   * Only in the stores `metadata` and `attachments`: the dataset to which these files belong. Its services then name
   * the metadata, and link to the attachments if its theme says so. `""` takes the bucket away from the dataset.
   *
   * Change: updated in place.
   */
  readonly dataset?: pulumi.Input<string | undefined> | Bucket;

  /**
   * `true`: everybody can read it, even without a login. Declare this either here or in a sharing resource.
   *
   * Change: updated in place.
   */
  readonly public?: pulumi.Input<boolean | undefined>;

  /**
   * The files: a list of paths, of patterns such as `data/*.gml`, and of contents, in any order. Up to 2 GB each, in
   * the store `attachments` up to 750 MiB. `up` deletes a file that you take out of the list. A file that was never in
   * the list stays as it is, and the provider does not delete the bucket while it is there. To declare a single file
   * use BucketFile.
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
 * A container for files, in one of the platform's five stores. The provider makes it under a working name, fills it
 * with its files, and gives it its name last. So a bucket that has its name is complete.
 *
 * ```typescript
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * new Bucket("roads", {
 *     organisation: county,
 *     name: "Roads",
 *     files: [{ name: "readme.txt", content: "Roads of the county" }],
 * });
 * ```
 */
export class Bucket extends Resource {
  /**
   * The store that keeps the bucket.
   */
  declare readonly store: pulumi.Output<"data" | "schemas" | "projects" | "metadata" | "attachments" | undefined>;

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
   * `git` has version control, `s3` has none.
   */
  declare readonly driver: pulumi.Output<"git" | "s3" | undefined>;

  /**
   * Author, up to 10,000 characters.
   */
  declare readonly author: pulumi.Output<string | undefined>;

  /**
   * Description, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * Only in the store `data`: the theme of the dataset.
   */
  declare readonly theme: pulumi.Output<string | undefined>;

  /**
   * The revision of the theme.
   */
  declare readonly themeRevision: pulumi.Output<string | undefined>;

  /**
   * Only in the stores `metadata` and `attachments`: the dataset to which these files belong.
   */
  declare readonly dataset: pulumi.Output<string | undefined>;

  /**
   * `true`: everybody can read it, even without a login.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  /**
   * The files: a list of paths, of patterns such as `data/*.gml`, and of contents, in any order.
   */
  declare readonly files: pulumi.Output<Record<string, { sha256: string }> | undefined>;

  /**
   * Its id without the store: `<ownerType>.<ownerId>.<id>`.
   */
  declare readonly combinedId: pulumi.Output<string | undefined>;

  /**
   * A text that changes when an `up` changes the declared files, the name, the author, the description or the theme.
   */
  declare readonly revision: pulumi.Output<string | undefined>;

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

  constructor(name: string, args: BucketArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
