// Printed from kinds/content/theme.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import type { Schema } from "./schema";
import type { TransformationProject } from "./transformation-project";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "Theme",
  module: "theme",
  inputs: [
    "organisation",
    "user",
    "name",
    "baseTheme",
    "type",
    "version",
    "description",
    "public",
    "subscribed",
    "metadataOnly",
    "uploadInstructions",
    "featureTypes",
    "removeZ",
    "datasetNamePattern",
    "showMetadataEditor",
    "datasetMetadata",
    "serviceMetadata",
    "viewServices",
    "downloadServices",
    "aggregateServices",
    "transformations",
    "automation",
    "validation",
  ],
  outputs: ["revision", "lastModified", "created", "createdBy"],
  references: ["organisation", "user", "baseTheme", "featureTypes", "transformations"],
};

export interface ThemeArgs {
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
   * Name, 1 to 250 characters. This provider makes only one theme of a name for each owner, so that it can find the
   * theme again.
   *
   * Change: updated in place.
   */
  readonly name: pulumi.Input<string>;

  /**
   * A theme whose configuration the new theme begins with. The platform copies it once: later changes of the base
   * theme do not reach this one. What you declare here counts instead of the copy.
   *
   * Change: replaces the object.
   */
  readonly baseTheme?: pulumi.Input<string | undefined> | Theme;

  /**
   * The «Theme type», any text of up to 10,000 characters, such as `Custom`.
   *
   * Change: updated in place.
   */
  readonly type?: pulumi.Input<string | undefined>;

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
   * `true`: everybody can read the theme, even without a login.
   *
   * Change: updated in place.
   */
  readonly public?: pulumi.Input<boolean | undefined>;

  /**
   * `true`: the account that runs Pulumi gets mails on comments and tasks. Each account has this switch for itself, so
   * run Pulumi always with the same account if you declare it.
   *
   * Change: updated in place.
   */
  readonly subscribed?: pulumi.Input<boolean | undefined>;

  /**
   * `true`: only metadata of the datasets are published.
   *
   * Change: updated in place.
   */
  readonly metadataOnly?: pulumi.Input<boolean | undefined>;

  /**
   * What people read when they upload a single dataset (`single`) or a series (`batch`). A member that you leave out
   * stays as it is; an empty text or list clears it.
   *
   * Change: updated in place.
   */
  readonly uploadInstructions?: pulumi.Input<
    | {
        /** For a single dataset. */
        single?: pulumi.Input<string | undefined>;
        /** For a series of datasets. */
        batch?: pulumi.Input<string | undefined>;
      }
    | undefined
  >;

  /**
   * Feature types of schemas, and how they are shown: their alias, and for each property whether it is shown, its
   * alias and its renderer. The renderer `number` or `date` has a `format`; `codelist` has `labels`, a map from values
   * to what is shown. The list is the whole set: `up` removes each entry that is not in it.
   *
   * Change: updated in place.
   */
  readonly featureTypes?: pulumi.Input<
    | pulumi.Input<{
        /** The schema that has the feature type. */
        schema: pulumi.Input<string> | Schema;
        /** Name of the feature type: Address, or {namespace}Address if several namespaces have one. */
        featureType: pulumi.Input<string>;
        /** The name that is shown for it. */
        alias?: pulumi.Input<string | undefined>;
        properties?: pulumi.Input<
          | pulumi.Input<{
              /** Names of the properties that lead from the feature type to it: locator/designator. */
              property: pulumi.Input<string>;
              /** Whether it is shown in the information on a feature. */
              display?: pulumi.Input<boolean | undefined>;
              /** The name that is shown for it. */
              alias?: pulumi.Input<string | undefined>;
              /** How its values are shown. Default: as they are. */
              renderer?: pulumi.Input<
                | {
                    type: pulumi.Input<"default" | "number" | "date" | "codelist">;
                    /** With `number` or `date`: the format, such as `###.##` or `dd.MM.yyyy`. */
                    format?: pulumi.Input<string | undefined>;
                    /** With `codelist`: the value in the data, and what is shown for it. */
                    labels?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
                  }
                | undefined
              >;
            }>[]
          | undefined
        >;
      }>[]
    | undefined
  >;

  /**
   * `true`: the platform removes the Z ordinate from 3D coordinates.
   *
   * Change: updated in place.
   */
  readonly removeZ?: pulumi.Input<boolean | undefined>;

  /**
   * An autofill rule that names datasets.
   *
   * Change: updated in place.
   */
  readonly datasetNamePattern?: pulumi.Input<string | undefined>;

  /**
   * Whether the metadata editor is shown while somebody creates a dataset.
   *
   * Change: updated in place.
   */
  readonly showMetadataEditor?: pulumi.Input<boolean | undefined>;

  /**
   * How the platform gets the metadata of datasets. `source`: `editor` (the platform makes them), `republish` (a file
   * is uploaded) or `link`. `language`: ISO 639-2 code. `profiles`: `crs-info-anchor`, `wfs-information`,
   * `operates-on-use-mdidentifier`, `service-types-keyword-anchor`, `gdi-de`, or others that your installation has;
   * `!` before a name switches the profile off. `configuration`: a JSON document, the list of categories with their
   * fields. A member that you leave out stays as it is; an empty text or list clears it.
   *
   * Change: updated in place.
   */
  readonly datasetMetadata?: pulumi.Input<
    | {
        /** `editor`: the platform makes them. `republish`: a file is uploaded. `link`: a link is given. */
        source?: pulumi.Input<"editor" | "republish" | "link" | undefined>;
        /** ISO 639-2 code of their language. */
        language?: pulumi.Input<string | undefined>;
        profiles?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        configuration?: pulumi.Input<string | undefined>;
      }
    | undefined
  >;

  /**
   * How the platform gets the metadata of services, declared like `datasetMetadata`.
   *
   * Change: updated in place.
   */
  readonly serviceMetadata?: pulumi.Input<
    | {
        /** `editor`: the platform makes them. `republish`: a file is uploaded. `link`: a link is given. */
        source?: pulumi.Input<"editor" | "republish" | "link" | undefined>;
        /** ISO 639-2 code of their language. */
        language?: pulumi.Input<string | undefined>;
        profiles?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        configuration?: pulumi.Input<string | undefined>;
      }
    | undefined
  >;

  /**
   * The view services of the theme's datasets. `wms`: the versions of the WMS; an empty list takes the service away.
   * `srs`: reference systems by their EPSG codes. `sld`: styles as a Styled Layer Descriptor. `rasterLayers`: raster
   * files become layers as well. A member that you leave out stays as it is; an empty text or list clears it.
   *
   * Change: updated in place.
   */
  readonly viewServices?: pulumi.Input<
    | {
        wms?: pulumi.Input<pulumi.Input<"1.1.1" | "1.3.0">[] | undefined>;
        srs?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        /** Whether the WMS answers GetFeatureInfo. */
        getFeatureInfo?: pulumi.Input<boolean | undefined>;
        /** The styles, a Styled Layer Descriptor. Default: the platform's. */
        sld?: pulumi.Input<string | undefined>;
        /** Whether raster files of a dataset become layers. */
        rasterLayers?: pulumi.Input<boolean | undefined>;
      }
    | undefined
  >;

  /**
   * The download services of the theme's datasets, one entry for each type, with formats and reference systems. Only
   * `predefinedDataset` takes `attachmentLinks`. The list is the whole set: `up` removes each entry that is not in it.
   *
   * Change: updated in place.
   */
  readonly downloadServices?: pulumi.Input<
    | pulumi.Input<{
        type: pulumi.Input<"predefinedDataset" | "wfs" | "ogcapiFeatures">;
        formats?: pulumi.Input<pulumi.Input<"shapefile" | "gml" | "geopackage">[] | undefined>;
        srs?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        /** Only for `predefinedDataset`: links to the dataset's attachments. */
        attachmentLinks?: pulumi.Input<boolean | undefined>;
      }>[]
    | undefined
  >;

  /**
   * `true`: all datasets of the theme become a series with services of its own.
   *
   * Change: updated in place.
   */
  readonly aggregateServices?: pulumi.Input<boolean | undefined>;

  /**
   * Transformation projects, each with the theme that the transformed datasets get. The list is the whole set: `up`
   * removes each entry that is not in it.
   *
   * Change: updated in place.
   */
  readonly transformations?: pulumi.Input<
    | pulumi.Input<{
        /** The project that transforms the datasets. */
        project: pulumi.Input<string> | TransformationProject;
        /** The theme that the transformed datasets get. */
        theme: pulumi.Input<string> | Theme;
      }>[]
    | undefined
  >;

  /**
   * When the platform publishes services and transforms datasets: `manually`, `immediately` or `later`. With `later`
   * give `interval` (`daily`, `weekly` or `monthly`) and `time`, for `weekly` also `weekday`, for `monthly` also
   * `day`. The object is set as a whole.
   *
   * Change: updated in place.
   */
  readonly automation?: pulumi.Input<
    | {
        execution: pulumi.Input<"manually" | "immediately" | "later">;
        /** With `later`: how often. */
        interval?: pulumi.Input<"daily" | "weekly" | "monthly" | undefined>;
        /** With `later`: the time of the day, HH:MM. */
        time?: pulumi.Input<string | undefined>;
        /** With `weekly`: the day of the week. */
        weekday?: pulumi.Input<
          "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | undefined
        >;
        /** With `monthly`: the day of the month. */
        day?: pulumi.Input<number | undefined>;
      }
    | undefined
  >;

  /**
   * Names of the conformance classes that the platform tests with, for dataset metadata, service metadata, services
   * and data. No list has a class twice. `activated: false` turns the tests off. A member that you leave out stays as
   * it is; an empty text or list clears it.
   *
   * Change: updated in place.
   */
  readonly validation?: pulumi.Input<
    | {
        /** `false`: nothing is tested, whatever the lists say. */
        activated?: pulumi.Input<boolean | undefined>;
        datasetMetadata?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        serviceMetadata?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        services?: pulumi.Input<pulumi.Input<string>[] | undefined>;
        data?: pulumi.Input<pulumi.Input<string>[] | undefined>;
      }
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
 * A theme: the configuration that datasets share. It says which feature types they have, how they are shown, which
 * metadata and services they get, how they are transformed and validated. A Bucket names its theme in `theme`. Nobody
 * can delete a theme while a dataset has it; the error names the datasets.
 *
 * ```typescript
 * const addresses = new Schema("addresses", { organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" });
 * const published = new Theme("addresses", {
 *     organisation: "1",
 *     name: "Addresses",
 *     featureTypes: [{ schema: addresses, featureType: "Address" }],
 *     viewServices: { wms: ["1.3.0"], srs: ["EPSG:25832"], getFeatureInfo: true },
 *     downloadServices: [{ type: "predefinedDataset", formats: ["gml"], srs: ["EPSG:4258"] }],
 * });
 * new Bucket("addresses of the county", { organisation: "1", name: "County", theme: published });
 * ```
 */
export class Theme extends Resource {
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
   * A theme whose configuration the new theme begins with.
   */
  declare readonly baseTheme: pulumi.Output<string | undefined>;

  /**
   * The «Theme type», any text of up to 10,000 characters, such as `Custom`.
   */
  declare readonly type: pulumi.Output<string | undefined>;

  /**
   * Version, any text of up to 10,000 characters.
   */
  declare readonly version: pulumi.Output<string | undefined>;

  /**
   * Description, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * `true`: everybody can read the theme, even without a login.
   */
  declare readonly public: pulumi.Output<boolean | undefined>;

  /**
   * `true`: the account that runs Pulumi gets mails on comments and tasks.
   */
  declare readonly subscribed: pulumi.Output<boolean | undefined>;

  /**
   * `true`: only metadata of the datasets are published.
   */
  declare readonly metadataOnly: pulumi.Output<boolean | undefined>;

  /**
   * What people read when they upload a single dataset (`single`) or a series (`batch`).
   */
  declare readonly uploadInstructions: pulumi.Output<
    { single?: string | undefined; batch?: string | undefined } | undefined
  >;

  /**
   * Feature types of schemas, and how they are shown: their alias, and for each property whether it is shown, its
   * alias and its renderer.
   */
  declare readonly featureTypes: pulumi.Output<
    | {
        schema: string;
        featureType: string;
        alias?: string | undefined;
        properties?:
          | {
              property: string;
              display?: boolean | undefined;
              alias?: string | undefined;
              renderer?:
                | {
                    type: "default" | "number" | "date" | "codelist";
                    format?: string | undefined;
                    labels?: Record<string, string> | undefined;
                  }
                | undefined;
            }[]
          | undefined;
      }[]
    | undefined
  >;

  /**
   * `true`: the platform removes the Z ordinate from 3D coordinates.
   */
  declare readonly removeZ: pulumi.Output<boolean | undefined>;

  /**
   * An autofill rule that names datasets.
   */
  declare readonly datasetNamePattern: pulumi.Output<string | undefined>;

  /**
   * Whether the metadata editor is shown while somebody creates a dataset.
   */
  declare readonly showMetadataEditor: pulumi.Output<boolean | undefined>;

  /**
   * How the platform gets the metadata of datasets.
   */
  declare readonly datasetMetadata: pulumi.Output<
    | {
        source?: "editor" | "republish" | "link" | undefined;
        language?: string | undefined;
        profiles?: string[] | undefined;
        configuration?: string | undefined;
      }
    | undefined
  >;

  /**
   * How the platform gets the metadata of services, declared like `datasetMetadata`.
   */
  declare readonly serviceMetadata: pulumi.Output<
    | {
        source?: "editor" | "republish" | "link" | undefined;
        language?: string | undefined;
        profiles?: string[] | undefined;
        configuration?: string | undefined;
      }
    | undefined
  >;

  /**
   * The view services of the theme's datasets.
   */
  declare readonly viewServices: pulumi.Output<
    | {
        wms?: ("1.1.1" | "1.3.0")[] | undefined;
        srs?: string[] | undefined;
        getFeatureInfo?: boolean | undefined;
        sld?: string | undefined;
        rasterLayers?: boolean | undefined;
      }
    | undefined
  >;

  /**
   * The download services of the theme's datasets, one entry for each type, with formats and reference systems.
   */
  declare readonly downloadServices: pulumi.Output<
    | {
        type: "predefinedDataset" | "wfs" | "ogcapiFeatures";
        formats?: ("shapefile" | "gml" | "geopackage")[] | undefined;
        srs?: string[] | undefined;
        attachmentLinks?: boolean | undefined;
      }[]
    | undefined
  >;

  /**
   * `true`: all datasets of the theme become a series with services of its own.
   */
  declare readonly aggregateServices: pulumi.Output<boolean | undefined>;

  /**
   * Transformation projects, each with the theme that the transformed datasets get.
   */
  declare readonly transformations: pulumi.Output<{ project: string; theme: string }[] | undefined>;

  /**
   * When the platform publishes services and transforms datasets: `manually`, `immediately` or `later`.
   */
  declare readonly automation: pulumi.Output<
    | {
        execution: "manually" | "immediately" | "later";
        interval?: "daily" | "weekly" | "monthly" | undefined;
        time?: string | undefined;
        weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | undefined;
        day?: number | undefined;
      }
    | undefined
  >;

  /**
   * Names of the conformance classes that the platform tests with, for dataset metadata, service metadata, services
   * and data.
   */
  declare readonly validation: pulumi.Output<
    | {
        activated?: boolean | undefined;
        datasetMetadata?: string[] | undefined;
        serviceMetadata?: string[] | undefined;
        services?: string[] | undefined;
        data?: string[] | undefined;
      }
    | undefined
  >;

  /**
   * A text that changes when an `up` changes what the datasets get from the theme: feature types, metadata, services,
   * transformations or validation.
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

  constructor(name: string, args: ThemeArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
