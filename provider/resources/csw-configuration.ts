// Printed from kinds/csw-configuration.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { declareOutputs, optionsOf, propertiesOf, type Shape } from "./properties";
import { Resource } from "./resource";
import { traced, withoutTraces } from "./traces";

const shape: Shape = {
  inputs: [
    "organisation",
    "supportedLanguages",
    "defaultLanguage",
    "date",
    "gemetKeywords",
    "serviceConformity",
    "temporalExtent",
  ],
  outputs: [],
  references: ["organisation"],
};

export interface CswConfigurationArgs {
  /**
   * The organisation, which needs a CSW endpoint of its own.
   *
   * Change: replaces the object.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * Languages of the metadata, ISO 639-2 codes in any order; the default language is one of them. The platform's
   * default: the default language alone.
   *
   * Change: updated in place.
   */
  readonly supportedLanguages?: pulumi.Input<pulumi.Input<string>[] | undefined>;

  /**
   * An ISO 639-2 code.
   *
   * Change: updated in place.
   */
  readonly defaultLanguage?: pulumi.Input<string | undefined>;

  /**
   * Date of the metadata, YYYY-MM-DD.
   *
   * Change: updated in place.
   */
  readonly date?: pulumi.Input<string | undefined>;

  /**
   * Keywords of the GEMET thesaurus, in any order. An empty list removes all.
   *
   * Change: updated in place.
   */
  readonly gemetKeywords?: pulumi.Input<pulumi.Input<string>[] | undefined>;

  /**
   * `conformant`, `notConformant` or `notEvaluated`.
   *
   * Change: updated in place.
   */
  readonly serviceConformity?: pulumi.Input<"conformant" | "notConformant" | "notEvaluated" | undefined>;

  /**
   * The interval that the data is about: `begin` and `end`, dates that are both included, YYYY-MM-DD. An empty text
   * leaves that end open.
   *
   * Change: updated in place.
   */
  readonly temporalExtent?: pulumi.Input<
    { begin?: pulumi.Input<string | undefined>; end?: pulumi.Input<string | undefined> } | undefined
  >;

  /**
   * What deleting the resource does. `"restore"` (default): gives what was declared the values back that it had
   * before. `"retain"`: leaves everything as it is.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"restore" | "retain" | undefined>;
}

/**
 * The CSW INSPIRE metadata of an organisation that has a CSW endpoint of its own, which wetransform activates on
 * request. Changes take up to 24 hours on the platform. Deleting the resource gives the fields their former values
 * back.
 *
 * ```typescript
 * new CswConfiguration("csw", {
 *     organisation: "1",
 *     supportedLanguages: ["ger", "eng"],
 *     defaultLanguage: "ger",
 *     gemetKeywords: ["land use"],
 *     temporalExtent: { begin: "2020-01-01" },
 * });
 * ```
 */
export class CswConfiguration extends Resource {
  /**
   * The organisation, which needs a CSW endpoint of its own.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * Languages of the metadata, ISO 639-2 codes in any order; the default language is one of them.
   */
  declare readonly supportedLanguages: pulumi.Output<string[] | undefined>;

  /**
   * An ISO 639-2 code.
   */
  declare readonly defaultLanguage: pulumi.Output<string | undefined>;

  /**
   * Date of the metadata, YYYY-MM-DD.
   */
  declare readonly date: pulumi.Output<string | undefined>;

  /**
   * Keywords of the GEMET thesaurus, in any order.
   */
  declare readonly gemetKeywords: pulumi.Output<string[] | undefined>;

  /**
   * `conformant`, `notConformant` or `notEvaluated`.
   */
  declare readonly serviceConformity: pulumi.Output<"conformant" | "notConformant" | "notEvaluated" | undefined>;

  /**
   * The interval that the data is about: `begin` and `end`, dates that are both included, YYYY-MM-DD.
   */
  declare readonly temporalExtent: pulumi.Output<{ begin?: string | undefined; end?: string | undefined } | undefined>;

  constructor(name: string, args: CswConfigurationArgs, options?: pulumi.CustomResourceOptions) {
    const resume = withoutTraces();
    try {
      super(
        "csw-configuration",
        name,
        propertiesOf(shape, name, args, options),
        optionsOf(shape, options),
        "CswConfiguration",
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
