// Printed from kinds/schema-profile.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
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
   * The schema that the profile narrows.
   *
   * Change: replaces the object.
   */
  readonly schema: pulumi.Input<string> | Schema;

  /**
   * Name, 1 to 250 characters. Profiles of one owner are kept apart by it.
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
   * Description.
   *
   * Change: updated in place.
   */
  readonly description?: pulumi.Input<string | undefined>;

  /**
   * `true`: other organisations can copy it, if its schema is public as well.
   *
   * Change: updated in place.
   */
  readonly public?: pulumi.Input<boolean | undefined>;

  /**
   * Feature types that have to occur, by name, in any order; an empty list removes all.
   *
   * Change: updated in place.
   */
  readonly mandatoryFeatureTypes?: pulumi.Input<pulumi.Input<string>[] | undefined>;

  /**
   * What is demanded of properties: content, allowed values, the range of numbers, how often they occur (only narrower
   * than in the schema). The whole list, in any order.
   *
   * Change: updated in place.
   */
  readonly constraints?: pulumi.Input<
    | pulumi.Input<{
        /** Name of the feature type: Address, or {namespace}Address where several have one. */
        featureType: pulumi.Input<string>;
        /** Names of properties from the feature type on: locator/designator. */
        property: pulumi.Input<string>;
        /** true: an element without content is an error. */
        contentRequired?: pulumi.Input<boolean | undefined>;
        /** The only values that it may have. */
        allowedValues?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        /** The smallest number. */
        minimum?: pulumi.Input<number | undefined>;
        /** The largest number. */
        maximum?: pulumi.Input<number | undefined>;
        /** Not below that of the schema. */
        minOccurs?: pulumi.Input<number | undefined>;
        /** Not above that of the schema. */
        maxOccurs?: pulumi.Input<number | undefined>;
      }>[]
    | undefined
  >;

  /**
   * Consistency conditions: whenever `if` holds, `then` has to. The whole list, in any order.
   *
   * Change: updated in place.
   */
  readonly conditions?: pulumi.Input<
    | pulumi.Input<{
        /** Name, up to 100 letters, digits, _ and -; each condition of the profile has its own. */
        name: pulumi.Input<string>;
        /** What it is for, up to 10,000 characters. */
        description?: pulumi.Input<string | undefined>;
        if: pulumi.Input<{
          /** `and`: each of them holds; `or`: at least one. */
          operator: pulumi.Input<"and" | "or">;
          /** 1 to 100 comparisons. */
          terms: pulumi.Input<
            pulumi.Input<{
              /** Name of the feature type: Address, or {namespace}Address where several have one. */
              featureType: pulumi.Input<string>;
              /** Names of properties from the feature type on: locator/designator. */
              property: pulumi.Input<string>;
              /** How the property is compared with the value; `exists` and `missing` take none. */
              comparison: pulumi.Input<
                "exists" | "missing" | "equals" | "differs" | "less" | "atMost" | "greater" | "atLeast"
              >;
              /** Needed for every comparison but `exists` and `missing`. */
              value?: pulumi.Input<string | undefined>;
            }>[]
          >;
        }>;
        then: pulumi.Input<{
          /** `and`: each of them holds; `or`: at least one. */
          operator: pulumi.Input<"and" | "or">;
          /** 1 to 100 comparisons. */
          terms: pulumi.Input<
            pulumi.Input<{
              /** Name of the feature type: Address, or {namespace}Address where several have one. */
              featureType: pulumi.Input<string>;
              /** Names of properties from the feature type on: locator/designator. */
              property: pulumi.Input<string>;
              /** How the property is compared with the value; `exists` and `missing` take none. */
              comparison: pulumi.Input<
                "exists" | "missing" | "equals" | "differs" | "less" | "atMost" | "greater" | "atLeast"
              >;
              /** Needed for every comparison but `exists` and `missing`. */
              value?: pulumi.Input<string | undefined>;
            }>[]
          >;
        }>;
      }>[]
    | undefined
  >;

  /**
   * Tagged values of the profile, of a feature type or of a property, one for each tag of the same thing; reserved
   * tags are ATS-Titel, ATS-Beschreibung, module-id, example, example-xml, Manuelle Prüfung. The whole list, in any
   * order.
   *
   * Change: updated in place.
   */
  readonly taggedValues?: pulumi.Input<
    | pulumi.Input<{
        /** What it is said of; the profile as a whole when it is missing. */
        featureType?: pulumi.Input<string | undefined>;
        /** With `featureType`: the property that it is said of. */
        property?: pulumi.Input<string | undefined>;
        /** Reserved are ATS-Titel, ATS-Beschreibung, module-id, example, example-xml, Manuelle Prüfung. */
        tag: pulumi.Input<string>;
        /** Up to 10,000 characters. */
        value: pulumi.Input<string>;
      }>[]
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
 * A profile, which narrows a schema: feature types that have to occur, constraints, consistency conditions and tagged
 * values.
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
   * The user who owns it, where no organisation does; with the platform's own roles only administrators can make such
   * ones.
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
   * Author.
   */
  declare readonly author: pulumi.Output<string | undefined>;

  /**
   * Version, free text.
   */
  declare readonly version: pulumi.Output<string | undefined>;

  /**
   * Description.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * `true`: other organisations can copy it, if its schema is public as well.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  /**
   * Feature types that have to occur, by name, in any order; an empty list removes all.
   */
  declare readonly mandatoryFeatureTypes: pulumi.Output<string[] | undefined>;

  /**
   * What is demanded of properties: content, allowed values, the range of numbers, how often they occur (only narrower
   * than in the schema).
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
   * Consistency conditions: whenever `if` holds, `then` has to.
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
   * Tagged values of the profile, of a feature type or of a property, one for each tag of the same thing; reserved
   * tags are ATS-Titel, ATS-Beschreibung, module-id, example, example-xml, Manuelle Prüfung.
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
    const resume = withoutTraces();
    try {
      super(
        "schema-profile",
        name,
        propertiesOf(shape, name, args, options),
        optionsOf(shape, options),
        "SchemaProfile",
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
