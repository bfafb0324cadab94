// Printed from kinds/transformation-project.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { AnyFileAsset } from "./files";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import type { Schema } from "./schema";
import { declareOutputs, optionsOf, propertiesOf, type Shape } from "./properties";
import { Resource } from "./resource";
import { traced, withoutTraces } from "./traces";

const shape: Shape = {
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
   * Name, 1 to 250 characters. The platform allows several projects of one name; of one owner this provider makes only
   * one, and warns of a change to the name of another.
   *
   * Change: updated in place.
   */
  readonly name: pulumi.Input<string>;

  /**
   * `true`: the project has a history (driver `git`). Default: `false` (driver `s3`).
   *
   * Change: replaces the object.
   */
  readonly versionControl?: pulumi.Input<boolean | undefined>;

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
   * A project file (.halex) with its resources, as for Bucket. From its folder come along by themselves: its alignment
   * with those that it builds on, its styles with their pictures, and its schemas with what they import. A schema that
   * it reads from a file has to be there, unless it keeps a copy; data and tables come along only where they are named
   * here, and are told otherwise. Of an archive (.halez) the files in it are taken. Compared by checksums.
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
   * Schemas of the platform that it maps from, set by hand, in any order. Left out: linked by the platform.
   *
   * Change: updated in place.
   */
  readonly sourceSchemas?: pulumi.Input<(pulumi.Input<string> | Schema)[] | undefined>;

  /**
   * Schemas of the platform that it maps to, set by hand, in any order. Left out: linked by the platform.
   *
   * Change: updated in place.
   */
  readonly targetSchemas?: pulumi.Input<(pulumi.Input<string> | Schema)[] | undefined>;

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
 * A transformation project of hale studio: its files, and the schemas that it is linked with.
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
   * The user who owns it, where no organisation does; with the platform's own roles only administrators can make such
   * ones.
   */
  declare readonly user: pulumi.Output<string | undefined>;

  /**
   * Name, 1 to 250 characters.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * `true`: the project has a history (driver `git`).
   */
  declare readonly versionControl: pulumi.Output<boolean | undefined>;

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
   * A project file (.halex) with its resources, as for Bucket.
   */
  declare readonly files: pulumi.Output<Record<string, { sha256: string }> | undefined>;

  /**
   * Schemas of the platform that it maps from, set by hand, in any order.
   */
  declare readonly sourceSchemas: pulumi.Output<string[] | undefined>;

  /**
   * Schemas of the platform that it maps to, set by hand, in any order.
   */
  declare readonly targetSchemas: pulumi.Output<string[] | undefined>;

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

  constructor(name: string, args: TransformationProjectArgs, options?: pulumi.CustomResourceOptions) {
    const resume = withoutTraces();
    try {
      super(
        "transformation-project",
        name,
        propertiesOf(shape, name, args, options),
        optionsOf(shape, options),
        "TransformationProject",
      );
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
