// Printed from kinds/content/schema.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { AnyFileAsset } from "./files";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "Schema",
  module: "schema",
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
   * Name, 1 to 250 characters. The platform allows several schemas of the same name. This provider makes only one for
   * each owner, so that it can find the schema again. A change to the name of another schema of this owner gives a
   * warning.
   *
   * Change: updated in place.
   */
  readonly name: pulumi.Input<string>;

  /**
   * Author, up to 10,000 characters.
   *
   * Change: updated in place.
   */
  readonly author?: pulumi.Input<string | undefined>;

  /**
   * Version, any text of up to 10,000 characters.
   *
   * Change: updated in place.
   */
  readonly version?: pulumi.Input<string | undefined>;

  /**
   * The «Schema type», any text of up to 10,000 characters.
   *
   * Change: updated in place.
   */
  readonly type?: pulumi.Input<string | undefined>;

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
   * The schema's files, declared as in Bucket: an XSD, a hale schema (.hsd, .haleschema) or a Shapefile. The provider
   * adds the files that an XSD imports from its folder, and the other parts of a Shapefile (.dbf, .shx, .prj, .cpg).
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
   * Instead of files: the address of an XSD, or of a WFS DescribeFeatureType request. The platform reads it once. The
   * provider does not notice later changes at that address, or in the files of the schema.
   *
   * Change: replaces the object.
   */
  readonly url?: pulumi.Input<string | undefined>;

  /**
   * Instead of files: the id of a schema that the platform offers ready-made; `getPresets` lists them. The platform
   * copies its files once, and the provider does not compare them later.
   *
   * Change: replaces the object.
   */
  readonly preset?: pulumi.Input<string | undefined>;

  /**
   * Instead of files: another schema. The platform copies its files once, and the provider does not compare them
   * later.
   *
   * Change: replaces the object.
   */
  readonly basedOn?: pulumi.Input<string | undefined> | Schema;

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
 * A schema, made from files, from an address, from a preset of the platform or from another schema. Its outputs show
 * what its files hold.
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
   * The user who owns it, instead of an organisation.
   */
  declare readonly user: pulumi.Output<string | undefined>;

  /**
   * Name, 1 to 250 characters.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * Author, up to 10,000 characters.
   */
  declare readonly author: pulumi.Output<string | undefined>;

  /**
   * Version, any text of up to 10,000 characters.
   */
  declare readonly version: pulumi.Output<string | undefined>;

  /**
   * The «Schema type», any text of up to 10,000 characters.
   */
  declare readonly type: pulumi.Output<string | undefined>;

  /**
   * Description, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * `true`: everybody can read it, even without a login.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  /**
   * The schema's files, declared as in Bucket: an XSD, a hale schema (.hsd, .haleschema) or a Shapefile.
   */
  declare readonly files: pulumi.Output<Record<string, { sha256: string }> | undefined>;

  /**
   * Instead of files: the address of an XSD, or of a WFS DescribeFeatureType request.
   */
  declare readonly url: pulumi.Output<string | undefined>;

  /**
   * Instead of files: the id of a schema that the platform offers ready-made; `getPresets` lists them.
   */
  declare readonly preset: pulumi.Output<string | undefined>;

  /**
   * Instead of files: another schema.
   */
  declare readonly basedOn: pulumi.Output<string | undefined>;

  /**
   * Its id without the store: `<ownerType>.<ownerId>.<id>`.
   */
  declare readonly combinedId: pulumi.Output<string | undefined>;

  /**
   * Target namespaces of the schema's files.
   */
  declare readonly namespaces: pulumi.Output<string[] | undefined>;

  /**
   * Names of the schema's feature types, each with its namespace in braces.
   */
  declare readonly featureTypes: pulumi.Output<string[] | undefined>;

  /**
   * The figures that the platform shows in its overview of the schema.
   */
  declare readonly statistics: pulumi.Output<Record<string, number> | undefined>;

  /**
   * Why the platform cannot read the files as a schema.
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
    super(shape, name, args, options);
  }
}
