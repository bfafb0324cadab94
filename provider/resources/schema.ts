// Printed from kinds/schema.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { AnyFileAsset } from "./files";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import { declareOutputs, optionsOf, propertiesOf, type Shape } from "./properties";
import { Resource } from "./resource";
import { traced, withoutTraces } from "./traces";

const shape: Shape = {
  inputs: [
    "organisation",
    "user",
    "name",
    "author",
    "version",
    "type",
    "description",
    "public",
    "files",
    "url",
    "preset",
    "basedOn",
  ],
  outputs: [
    "combinedId",
    "namespaces",
    "featureTypes",
    "statistics",
    "problem",
    "lastModified",
    "created",
    "createdBy",
  ],
  references: ["organisation", "user", "basedOn"],
  files: ["files"],
};

export interface SchemaArgs {
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
   * Name, 1 to 250 characters. The platform allows several schemas of one name; of one owner this provider makes only
   * one, and warns of a change to the name of another.
   *
   * Change: updated in place.
   */
  readonly name: pulumi.Input<string>;

  /**
   * Author.
   *
   * Change: updated in place.
   */
  readonly author?: pulumi.Input<string | undefined>;

  /**
   * Version, free text.
   *
   * Change: updated in place.
   */
  readonly version?: pulumi.Input<string | undefined>;

  /**
   * The «Schema type», free text.
   *
   * Change: updated in place.
   */
  readonly type?: pulumi.Input<string | undefined>;

  /**
   * Description.
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
   * The schema's files: an XSD, a hale schema (.hsd, .haleschema) or a Shapefile, as for Bucket. What an XSD imports
   * from its folder and the table of a Shapefile (.dbf) come along by themselves. Compared by checksums.
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
   * Instead of files: the address of an XSD, or of a WFS DescribeFeatureType request, from which the platform takes it
   * once; what changes there, or in its files by hand, is not compared.
   *
   * Change: replaces the object.
   */
  readonly url?: pulumi.Input<string | undefined>;

  /**
   * Instead of files: the id of a schema that the platform has ready; `getPresets` lists them. Its files are copied
   * once and not compared later.
   *
   * Change: replaces the object.
   */
  readonly preset?: pulumi.Input<string | undefined>;

  /**
   * Instead of files: another schema, whose files are copied once and not compared later.
   *
   * Change: replaces the object.
   */
  readonly basedOn?: pulumi.Input<string | undefined> | Schema;

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
 * A schema, from files, from an address, from a preset of the platform or from another schema. What its files say is
 * told by the outputs.
 *
 * ```typescript
 * new Schema("addresses", { organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" });
 * ```
 */
export class Schema extends Resource {
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
   * Author.
   */
  declare readonly author: pulumi.Output<string | undefined>;

  /**
   * Version, free text.
   */
  declare readonly version: pulumi.Output<string | undefined>;

  /**
   * The «Schema type», free text.
   */
  declare readonly type: pulumi.Output<string | undefined>;

  /**
   * Description.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * `true`: everybody can read it, also without logging in.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  /**
   * The schema's files: an XSD, a hale schema (.hsd, .haleschema) or a Shapefile, as for Bucket.
   */
  declare readonly files: pulumi.Output<Record<string, { sha256: string }> | undefined>;

  /**
   * Instead of files: the address of an XSD, or of a WFS DescribeFeatureType request, from which the platform takes it
   * once; what changes there, or in its files by hand, is not compared.
   */
  declare readonly url: pulumi.Output<string | undefined>;

  /**
   * Instead of files: the id of a schema that the platform has ready; `getPresets` lists them.
   */
  declare readonly preset: pulumi.Output<string | undefined>;

  /**
   * Instead of files: another schema, whose files are copied once and not compared later.
   */
  declare readonly basedOn: pulumi.Output<string | undefined>;

  /**
   * <ownerType>.<ownerId>.<id>.
   */
  declare readonly combinedId: pulumi.Output<string | undefined>;

  /**
   * Target namespaces of its files.
   */
  declare readonly namespaces: pulumi.Output<string[] | undefined>;

  /**
   * Names of its feature types, each with its namespace in braces.
   */
  declare readonly featureTypes: pulumi.Output<string[] | undefined>;

  /**
   * The figures of the platform's overview.
   */
  declare readonly statistics: pulumi.Output<Record<string, number> | undefined>;

  /**
   * Why its files cannot be read as a schema.
   */
  declare readonly problem: pulumi.Output<string | undefined>;

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

  constructor(name: string, args: SchemaArgs, options?: pulumi.CustomResourceOptions) {
    const resume = withoutTraces();
    try {
      super("schema", name, propertiesOf(shape, name, args, options), optionsOf(shape, options), "Schema");
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
