// Printed from kinds/bucket.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { AnyFileAsset } from "./files";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import { declareOutputs, optionsOf, propertiesOf, type Shape } from "./properties";
import { Resource } from "./resource";
import { traced, withoutTraces } from "./traces";

const shape: Shape = {
  inputs: ["store", "organisation", "user", "name", "driver", "author", "description", "public", "files"],
  outputs: ["combinedId", "lastModified", "created", "createdBy"],
  references: ["organisation", "user"],
  files: ["files"],
};

export interface BucketArgs {
  /**
   * Which of the five stores keeps it: `data` (default), `schemas`, `projects`, `metadata` or `attachments`. What a
   * schema or a transformation project is beside its files belongs to the resources Schema and TransformationProject.
   *
   * Change: replaces the object.
   */
  readonly store?: pulumi.Input<"data" | "schemas" | "projects" | "metadata" | "attachments" | undefined>;

  /**
   * The organisation that owns it. Either this or `user` is given.
   *
   * Change: replaces the object.
   */
  readonly organisation?: pulumi.Input<string | undefined> | Organisation;

  /**
   * The user who owns it, where no organisation does; with the platform's own roles only administrators can make such
   * ones.
   *
   * Change: replaces the object.
   */
  readonly user?: pulumi.Input<string | undefined> | User;

  /**
   * Name, 1 to 250 characters. The platform allows several buckets of one name; of one owner this provider makes only
   * one, so that it can be found again, and warns of a change to the name of another.
   *
   * Change: updated in place.
   */
  readonly name: pulumi.Input<string>;

  /**
   * `git` (with version control) or `s3` (default of the platform).
   *
   * Change: replaces the object.
   */
  readonly driver?: pulumi.Input<"git" | "s3" | undefined>;

  /**
   * Author.
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
   * `true`: everybody can read it, also without logging in. Either this or a sharing resource decides it.
   *
   * Change: updated in place.
   */
  readonly public?: pulumi.Input<boolean | undefined>;

  /**
   * Files: a list of paths, of patterns such as `data/*.gml`, and of contents, in any order, up to 2 GB each
   * (attachments 750 MiB). They are compared by their checksums; one that is no longer declared is deleted, one that
   * was never declared is left alone, and keeps the bucket from being deleted. For a file of its own use BucketFile.
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
            /** The name that it gets, with / between folders; the file's own where it has one. */
            name?: pulumi.Input<string | undefined>;
          }
        | AnyFileAsset
      >[]
    | undefined
  >;

  /**
   * What to do when the object exists before it was created here. `"never"` (default): that is an error. `"ifExists"`:
   * take it over, create it otherwise. `"required"`: take it over, never create it.
   *
   * Change: nothing is sent.
   */
  readonly adopt?: pulumi.Input<"never" | "ifExists" | "required" | undefined>;

  /**
   * What deleting the resource does to the object. `"delete"`: deletes it. `"retain"`: leaves it on the server.
   * Default: what was created here meets `"delete"`, what was adopted is retained.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"delete" | "retain" | undefined>;
}

/**
 * A container for files, in one of the platform's five stores. It is made under a working name, filled, and named in
 * the end: what has its name is complete.
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
   * Which of the five stores keeps it: `data` (default), `schemas`, `projects`, `metadata` or `attachments`.
   */
  declare readonly store: pulumi.Output<"data" | "schemas" | "projects" | "metadata" | "attachments" | undefined>;

  /**
   * The organisation that owns it.
   */
  declare readonly organisation: pulumi.Output<string | undefined>;

  /**
   * The user who owns it, where no organisation does; with the platform's own roles only administrators can make such
   * ones.
   */
  declare readonly user: pulumi.Output<string | undefined>;

  /**
   * Name, 1 to 250 characters.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * `git` (with version control) or `s3` (default of the platform).
   */
  declare readonly driver: pulumi.Output<"git" | "s3" | undefined>;

  /**
   * Author.
   */
  declare readonly author: pulumi.Output<string | undefined>;

  /**
   * Description, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * `true`: everybody can read it, also without logging in.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  /**
   * Files: a list of paths, of patterns such as `data/*.gml`, and of contents, in any order, up to 2 GB each
   * (attachments 750 MiB).
   */
  declare readonly files: pulumi.Output<Record<string, { sha256: string }> | undefined>;

  /**
   * <ownerType>.<ownerId>.<id>.
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

  constructor(name: string, args: BucketArgs, options?: pulumi.CustomResourceOptions) {
    const resume = withoutTraces();
    try {
      super("bucket", name, propertiesOf(shape, name, args, options), optionsOf(shape, options), "Bucket");
    } catch (error) {
      throw traced(error, resume);
    } finally {
      resume();
    }
  }

  static {
    declareOutputs(this, shape);
  }
}
