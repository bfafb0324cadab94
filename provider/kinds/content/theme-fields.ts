import { z } from "zod";
import * as resources from "../../contract/resources";
import { ownerFields } from "./content-owner";
import { jsonText } from "../json-text";
import type { Changes, Declared, Fields } from "../kind";
import { projectId, schemaId, themeId } from "../references";
import { referenceTo, wholeOf, withKey } from "../traits";

const form = resources.NewTheme.shape;
const whole = "The list is the whole set: `up` removes each entry that is not in it.";
const inParts = "A member that you leave out stays as it is; an empty text or list clears it.";

/** As in the contract, with the ids of this provider instead of combined ids, and lists whose order means nothing. */
const featureTypes = withKey(
  resources.unlike(
    z
      .array(
        z.strictObject({
          ...resources.ThemeFeatureType.shape,
          schema: referenceTo("Schema", schemaId).describe("The schema that has the feature type."),
          properties: withKey(resources.ThemeFeatureType.shape.properties.unwrap(), "property").optional(),
        }),
      )
      .max(10_000),
    ({ schema, featureType }) => [schema, featureType],
    "is there already: a feature type of a schema has one entry",
    "featureType",
  ),
  "schema",
  "featureType",
);

const transformations = withKey(
  resources.unlike(
    z
      .array(
        z.strictObject({
          project: referenceTo("TransformationProject", projectId).describe(
            "The project that transforms the datasets.",
          ),
          theme: referenceTo("Theme", themeId).describe("The theme that the transformed datasets get."),
        }),
      )
      .max(1000),
    ({ project, theme }) => [project, theme],
    "is there already: a project has one entry for each theme",
    "project",
  ),
  "project",
  "theme",
);

const { wms, srs, ...viewSwitches } = resources.ViewServices.shape;
const viewServices = z.strictObject({
  wms: withKey(wms.unwrap()).optional(),
  srs: withKey(srs.unwrap()).optional(),
  ...viewSwitches,
});

const download = resources.DownloadService.shape;
const downloadServices = withKey(
  resources.unlike(
    z
      .array(
        resources.downloadService({
          ...download,
          formats: withKey(download.formats.unwrap()).optional(),
          srs: withKey(download.srs.unwrap()).optional(),
        }),
      )
      .max(10),
    ({ type }) => type,
    "is there already: one entry for each type",
    "type",
  ),
  "type",
);

const metadata = resources.ThemeMetadata.shape;
const metadataSection = z.strictObject({
  ...metadata,
  profiles: withKey(metadata.profiles.unwrap()).optional(),
  configuration: jsonText(resources.metadataConfiguration, 5_000_000).optional(),
});

const { activated, ...classes } = resources.ThemeValidation.shape;
const validation = z.strictObject({
  activated,
  datasetMetadata: withKey(classes.datasetMetadata.unwrap()).optional(),
  serviceMetadata: withKey(classes.serviceMetadata.unwrap()).optional(),
  services: withKey(classes.services.unwrap()).optional(),
  data: withKey(classes.data.unwrap()).optional(),
});

/** The fields of a theme. */
export const themeFields = {
  ...ownerFields,
  name: {
    type: form.name,
    mark: "mutable",
    doc: "Name, 1 to 250 characters. This provider makes only one theme of a name for each owner, so that it can find the theme again.",
    source: ["platform#theme-creation", "decisions#exactly-once"],
  },
  baseTheme: {
    type: themeId.optional(),
    mark: "replace",
    refersTo: "Theme",
    doc: "A theme whose configuration the new theme begins with. The platform copies it once: later changes of the base theme do not reach this one. What you declare here counts instead of the copy.",
    source: "platform#theme-creation",
  },
  type: {
    type: form.type,
    mark: "mutable",
    doc: "The «Theme type», any text of up to 10,000 characters, such as `Custom`.",
    source: "platform#theme-details",
  },
  version: {
    type: form.version,
    mark: "mutable",
    doc: "Version, any text of up to 10,000 characters.",
    source: "platform#theme-details",
  },
  description: {
    type: form.description,
    mark: "mutable",
    doc: "Description, up to 10,000 characters.",
    source: "platform#theme-details",
  },
  public: {
    type: form.public,
    mark: "mutable",
    doc: "`true`: everybody can read the theme, even without a login.",
    source: ["platform#theme-details", "platform#public-content"],
  },
  subscribed: {
    type: form.subscribed,
    mark: "mutable",
    doc: "`true`: the account that runs Pulumi gets mails on comments and tasks. Each account has this switch for itself, so run Pulumi always with the same account if you declare it.",
    source: "platform#theme-details",
  },
  metadataOnly: {
    type: form.metadataOnly,
    mark: "mutable",
    doc: "`true`: only metadata of the datasets are published.",
    source: "platform#theme-details",
  },
  uploadInstructions: {
    type: z.strictObject(resources.UploadInstructions.shape).optional(),
    mark: "mutable",
    doc: `What people read when they upload a single dataset (\`single\`) or a series (\`batch\`). ${inParts}`,
    source: "platform#theme-details",
  },
  featureTypes: {
    type: featureTypes.optional(),
    mark: "mutable",
    doc: `Feature types of schemas, and how they are shown: their alias, and for each property whether it is shown, its alias and its renderer. The renderer \`number\` or \`date\` has a \`format\`; \`codelist\` has \`labels\`, a map from values to what is shown. ${whole}`,
    source: "platform#theme-feature-types",
  },
  removeZ: {
    type: form.removeZ,
    mark: "mutable",
    doc: "`true`: the platform removes the Z ordinate from 3D coordinates.",
    source: "platform#theme-feature-types",
  },
  datasetNamePattern: {
    type: form.datasetNamePattern,
    mark: "mutable",
    doc: "An autofill rule that names datasets.",
    source: "platform#theme-metadata",
  },
  showMetadataEditor: {
    type: form.showMetadataEditor,
    mark: "mutable",
    doc: "Whether the metadata editor is shown while somebody creates a dataset.",
    source: "platform#theme-metadata",
  },
  datasetMetadata: {
    type: metadataSection.optional(),
    mark: "mutable",
    doc: `How the platform gets the metadata of datasets. \`source\`: \`editor\` (the platform makes them), \`republish\` (a file is uploaded) or \`link\`. \`language\`: ISO 639-2 code. \`profiles\`: ${resources.knownMetadataProfiles.map((name) => `\`${name}\``).join(", ")}, or others that your installation has; \`!\` before a name switches the profile off. \`configuration\`: a JSON document, the list of categories with their fields. ${inParts}`,
    source: "platform#theme-metadata",
  },
  serviceMetadata: {
    type: metadataSection.optional(),
    mark: "mutable",
    doc: "How the platform gets the metadata of services, declared like `datasetMetadata`.",
    source: "platform#theme-metadata",
  },
  viewServices: {
    type: viewServices.optional(),
    mark: "mutable",
    doc: `The view services of the theme's datasets. \`wms\`: the versions of the WMS; an empty list takes the service away. \`srs\`: reference systems by their EPSG codes. \`sld\`: styles as a Styled Layer Descriptor. \`rasterLayers\`: raster files become layers as well. ${inParts}`,
    source: "platform#theme-services",
  },
  downloadServices: {
    type: downloadServices.optional(),
    mark: "mutable",
    doc: `The download services of the theme's datasets, one entry for each type, with formats and reference systems. Only \`predefinedDataset\` takes \`attachmentLinks\`. ${whole}`,
    source: "platform#theme-services",
  },
  aggregateServices: {
    type: form.aggregateServices,
    mark: "mutable",
    doc: "`true`: all datasets of the theme become a series with services of its own.",
    source: "platform#theme-services",
  },
  transformations: {
    type: transformations.optional(),
    mark: "mutable",
    doc: `Transformation projects, each with the theme that the transformed datasets get. ${whole}`,
    source: "platform#theme-transformations",
  },
  automation: {
    type: wholeOf(resources.ThemeAutomation).optional(),
    mark: "mutable",
    doc: "When the platform publishes services and transforms datasets: `manually`, `immediately` or `later`. With `later` give `interval` (`daily`, `weekly` or `monthly`) and `time`, for `weekly` also `weekday`, for `monthly` also `day`. The object is set as a whole.",
    source: "platform#theme-transformations",
  },
  validation: {
    type: validation.optional(),
    mark: "mutable",
    doc: `Names of the conformance classes that the platform tests with, for dataset metadata, service metadata, services and data. No list has a class twice. \`activated: false\` turns the tests off. ${inParts}`,
    source: "platform#theme-validation",
  },
} as const satisfies Fields;

export type DeclaredTheme = Declared<typeof themeFields>;
export type ThemeChanges = Changes<typeof themeFields>;
