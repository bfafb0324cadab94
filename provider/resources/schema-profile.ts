// Printed from kinds/content/schema-profile.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import type { Schema } from "./schema";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "SchemaProfile",
  module: "schema-profile",
  inputs: [
    "organisation",
    "user",
    "schema",
    "name",
    "author",
    "version",
    "description",
    "public",
    "mandatoryFeatureTypes",
    "constraints",
    "conditions",
    "taggedValues",
  ],
  outputs: ["lastModified", "created", "createdBy"],
  references: ["organisation", "user", "schema"],
};

export interface SchemaProfileArgs {
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
   * The schema that the profile narrows.
   *
   * Change: replaces the object.
   */
  readonly schema: pulumi.Input<string> | Schema;

  /**
   * Name, 1 to 250 characters. This provider makes only one profile of a name for each owner.
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
   * Description, up to 10,000 characters.
   *
   * Change: updated in place.
   */
  readonly description?: pulumi.Input<string | undefined>;

  /**
   * `true`: other organisations can copy the profile, if its schema is public as well.
   *
   * Change: updated in place.
   */
  readonly public?: pulumi.Input<boolean | undefined>;

  /**
   * Names of the feature types that have to occur. An empty list removes all.
   *
   * Change: updated in place.
   */
  readonly mandatoryFeatureTypes?: pulumi.Input<pulumi.Input<string>[] | undefined>;

  /**
   * What the profile demands of properties: content, allowed values, a range of numbers, and how often they occur
   * (only narrower than in the schema). The list is the whole set: `up` removes each constraint that is not in it.
   *
   * Change: updated in place.
   */
  readonly constraints?: pulumi.Input<
    | pulumi.Input<{
        /** Name of the feature type: Address, or {namespace}Address if several namespaces have one. */
        featureType: pulumi.Input<string>;
        /** Names of the properties that lead from the feature type to it: locator/designator. */
        property: pulumi.Input<string>;
        /** true: an element without content is an error. */
        contentRequired?: pulumi.Input<boolean | undefined>;
        /** The only values that the property may have. */
        allowedValues?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        /** The smallest number that is allowed. */
        minimum?: pulumi.Input<number | undefined>;
        /** The largest number that is allowed. */
        maximum?: pulumi.Input<number | undefined>;
        /** How often it has to occur, at least as often as in the schema. */
        minOccurs?: pulumi.Input<number | undefined>;
        /** How often it may occur, at most as often as in the schema. */
        maxOccurs?: pulumi.Input<number | undefined>;
      }>[]
    | undefined
  >;

  /**
   * Consistency conditions: whenever `if` holds, `then` has to hold as well. The list is the whole set: `up` removes
   * each condition that is not in it.
   *
   * Change: updated in place.
   */
  readonly conditions?: pulumi.Input<
    | pulumi.Input<{
        /** Name: up to 100 letters, digits, _ and -, unique in the profile. */
        name: pulumi.Input<string>;
        /** What the condition is for, up to 10,000 characters. */
        description?: pulumi.Input<string | undefined>;
        if: pulumi.Input<{
          /** `and`: all of them hold. `or`: at least one of them holds. */
          operator: pulumi.Input<"and" | "or">;
          /** 1 to 100 comparisons. */
          terms: pulumi.Input<
            pulumi.Input<{
              /** Name of the feature type: Address, or {namespace}Address if several namespaces have one. */
              featureType: pulumi.Input<string>;
              /** Names of the properties that lead from the feature type to it: locator/designator. */
              property: pulumi.Input<string>;
              /** How the property is compared with the value. `exists` and `missing` take no value. */
              comparison: pulumi.Input<
                "exists" | "missing" | "equals" | "differs" | "less" | "atMost" | "greater" | "atLeast"
              >;
              /** Needed for every comparison except `exists` and `missing`. */
              value?: pulumi.Input<string | undefined>;
            }>[]
          >;
        }>;
        then: pulumi.Input<{
          /** `and`: all of them hold. `or`: at least one of them holds. */
          operator: pulumi.Input<"and" | "or">;
          /** 1 to 100 comparisons. */
          terms: pulumi.Input<
            pulumi.Input<{
              /** Name of the feature type: Address, or {namespace}Address if several namespaces have one. */
              featureType: pulumi.Input<string>;
              /** Names of the properties that lead from the feature type to it: locator/designator. */
              property: pulumi.Input<string>;
              /** How the property is compared with the value. `exists` and `missing` take no value. */
              comparison: pulumi.Input<
                "exists" | "missing" | "equals" | "differs" | "less" | "atMost" | "greater" | "atLeast"
              >;
              /** Needed for every comparison except `exists` and `missing`. */
              value?: pulumi.Input<string | undefined>;
            }>[]
          >;
        }>;
      }>[]
    | undefined
  >;

  /**
   * Tagged values of the profile, of a feature type or of a property. Each of these has a tag only once. Reserved
   * tags: ATS-Titel, ATS-Beschreibung, module-id, example, example-xml, Manuelle Prüfung. The list is the whole set:
   * `up` removes each value that is not in it.
   *
   * Change: updated in place.
   */
  readonly taggedValues?: pulumi.Input<
    | pulumi.Input<{
        /** Feature type that has the tag. Default: the profile as a whole. */
        featureType?: pulumi.Input<string | undefined>;
        /** With `featureType`: property that has the tag. */
        property?: pulumi.Input<string | undefined>;
        /** Name of the tag. Reserved names: ATS-Titel, ATS-Beschreibung, module-id, example, example-xml, Manuelle Prüfung. */
        tag: pulumi.Input<string>;
        /** Value of the tag, up to 10,000 characters. */
        value: pulumi.Input<string>;
      }>[]
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
 * A profile of a schema. It narrows the schema with feature types that have to occur, constraints, consistency
 * conditions and tagged values.
 *
 * ```typescript
 * const addresses = new Schema("addresses", { organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" });
 * new SchemaProfile("strict", {
 *     organisation: "1",
 *     schema: addresses,
 *     name: "Addresses, strict",
 *     mandatoryFeatureTypes: ["Address"],
 * });
 * ```
 */
export class SchemaProfile extends Resource {
  /**
   * The organisation that owns it.
   */
  declare readonly organisation: pulumi.Output<string | undefined>;

  /**
   * The user who owns it, instead of an organisation.
   */
  declare readonly user: pulumi.Output<string | undefined>;

  /**
   * The schema that the profile narrows.
   */
  declare readonly schema: pulumi.Output<string>;

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
   * Description, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * `true`: other organisations can copy the profile, if its schema is public as well.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  /**
   * Names of the feature types that have to occur.
   */
  declare readonly mandatoryFeatureTypes: pulumi.Output<string[] | undefined>;

  /**
   * What the profile demands of properties: content, allowed values, a range of numbers, and how often they occur
   * (only narrower than in the schema).
   */
  declare readonly constraints: pulumi.Output<
    | {
        featureType: string;
        property: string;
        contentRequired?: boolean | undefined;
        allowedValues?: string[] | undefined;
        minimum?: number | undefined;
        maximum?: number | undefined;
        minOccurs?: number | undefined;
        maxOccurs?: number | undefined;
      }[]
    | undefined
  >;

  /**
   * Consistency conditions: whenever `if` holds, `then` has to hold as well.
   */
  declare readonly conditions: pulumi.Output<
    | {
        name: string;
        description?: string | undefined;
        if: {
          operator: "and" | "or";
          terms: {
            featureType: string;
            property: string;
            comparison: "exists" | "missing" | "equals" | "differs" | "less" | "atMost" | "greater" | "atLeast";
            value?: string | undefined;
          }[];
        };
        then: {
          operator: "and" | "or";
          terms: {
            featureType: string;
            property: string;
            comparison: "exists" | "missing" | "equals" | "differs" | "less" | "atMost" | "greater" | "atLeast";
            value?: string | undefined;
          }[];
        };
      }[]
    | undefined
  >;

  /**
   * Tagged values of the profile, of a feature type or of a property.
   */
  declare readonly taggedValues: pulumi.Output<
    { featureType?: string | undefined; property?: string | undefined; tag: string; value: string }[] | undefined
  >;

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

  constructor(name: string, args: SchemaProfileArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
