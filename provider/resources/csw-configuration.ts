// Printed from kinds/organisation/csw-configuration.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "CswConfiguration",
  module: "csw-configuration",
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
   * The organisation. It needs its own CSW endpoint.
   *
   * Change: replaces the object.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * Languages of the metadata: one or more ISO 639-2 codes, the default language among them. Default of the platform:
   * the default language alone.
   *
   * Change: updated in place.
   */
  readonly supportedLanguages?: pulumi.Input<pulumi.Input<string>[] | undefined>;

  /**
   * Default language of the metadata, an ISO 639-2 code such as `ger`.
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
   * Keywords of the GEMET thesaurus, up to 200 characters each. An empty list removes all.
   *
   * Change: updated in place.
   */
  readonly gemetKeywords?: pulumi.Input<pulumi.Input<string>[] | undefined>;

  /**
   * Conformity of the service with INSPIRE.
   *
   * Change: updated in place.
   */
  readonly serviceConformity?: pulumi.Input<"conformant" | "notConformant" | "notEvaluated" | undefined>;

  /**
   * The time that the data is about, from the date `begin` to the date `end`, YYYY-MM-DD, both included. An empty text
   * leaves that end open.
   *
   * Change: updated in place.
   */
  readonly temporalExtent?: pulumi.Input<
    { begin?: pulumi.Input<string | undefined>; end?: pulumi.Input<string | undefined> } | undefined
  >;

  /**
   * What deleting the resource does. `"restore"` (default): each declared field gets back the value that it had
   * before. `"retain"`: everything stays as it is.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"restore" | "retain" | undefined>;
}

/**
 * The CSW INSPIRE metadata of an organisation that has its own CSW endpoint. wetransform activates such an endpoint on
 * request. On the platform a change takes up to 24 hours. Deleting the resource gives the fields back their former
 * values.
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
   * The organisation.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * Languages of the metadata: one or more ISO 639-2 codes, the default language among them.
   */
  declare readonly supportedLanguages: pulumi.Output<string[] | undefined>;

  /**
   * Default language of the metadata, an ISO 639-2 code such as `ger`.
   */
  declare readonly defaultLanguage: pulumi.Output<string | undefined>;

  /**
   * Date of the metadata, YYYY-MM-DD.
   */
  declare readonly date: pulumi.Output<string | undefined>;

  /**
   * Keywords of the GEMET thesaurus, up to 200 characters each.
   */
  declare readonly gemetKeywords: pulumi.Output<string[] | undefined>;

  /**
   * Conformity of the service with INSPIRE.
   */
  declare readonly serviceConformity: pulumi.Output<"conformant" | "notConformant" | "notEvaluated" | undefined>;

  /**
   * The time that the data is about, from the date `begin` to the date `end`, YYYY-MM-DD, both included.
   */
  declare readonly temporalExtent: pulumi.Output<{ begin?: string | undefined; end?: string | undefined } | undefined>;

  constructor(name: string, args: CswConfigurationArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
