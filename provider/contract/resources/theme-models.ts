import { z } from "zod";
import { milliseconds, readModel, sentModel } from "../models";
import { text } from "../schemas/texts";
import { combinedId, ownerTypes } from "../store/ident";
import { bucketName } from "../store/names";
import { ThemeAutomation, ThemeTransformation, themeTransformations } from "./theme-automation";
import { ThemeFeatureType, themeFeatureTypes } from "./theme-display";
import { ThemeMetadata } from "./theme-metadata";
import { DownloadService, downloadServices, ThemeValidation, ViewServices } from "./theme-services";

export const UploadInstructions = sentModel("UploadInstructions", "What people read when they upload data.", {
  single: text.optional().describe("For a single dataset."),
  batch: text.optional().describe("For a series of datasets."),
});

/** What a theme says of itself. */
const about = {
  type: text.optional().describe("The «Theme type», such as `Custom`."),
  version: text.optional(),
  description: text.optional(),
  public: z.boolean().optional().describe("Default: false."),
  subscribed: z.boolean().optional().describe("Whether the caller gets mails on comments and tasks. Default: false."),
};

/** What a theme is for. A new theme takes these from its base theme, once. */
export const themeConfiguration = {
  metadataOnly: z.boolean().optional().describe("`true`: only metadata are published."),
  uploadInstructions: UploadInstructions.optional(),
  featureTypes: themeFeatureTypes.optional(),
  removeZ: z.boolean().optional().describe("`true`: the Z ordinate is removed from 3D coordinates."),
  datasetNamePattern: text.optional().describe("An autofill rule for the names of datasets."),
  showMetadataEditor: z.boolean().optional().describe("Whether the editor is shown while a dataset is created."),
  datasetMetadata: ThemeMetadata.optional(),
  serviceMetadata: ThemeMetadata.optional(),
  viewServices: ViewServices.optional(),
  downloadServices: downloadServices.optional(),
  transformations: themeTransformations.optional(),
  automation: ThemeAutomation.optional(),
  aggregateServices: z
    .boolean()
    .optional()
    .describe("`true`: all datasets of the theme become a series with services of its own."),
  validation: ThemeValidation.optional(),
};

export const NewTheme = sentModel("NewTheme", "A theme to create.", {
  name: bucketName,
  baseTheme: combinedId
    .optional()
    .describe("Combined id of a theme whose configuration is copied once. What is sent beside it counts instead."),
  ...about,
  ...themeConfiguration,
});

export const ThemeUpdate = sentModel(
  "ThemeUpdate",
  "Changes to a theme: what you leave out stays as it is, also within an object; an empty text or list clears it. A list and `automation` are set as a whole.",
  { name: bucketName.optional(), ...about, ...themeConfiguration },
);

export const ThemeInfo = readModel("ThemeInfo", "A theme.", {
  id: z.string().describe("Combined id: <ownerType>.<ownerId>.<id>."),
  ownerType: z.enum(ownerTypes),
  ownerId: z.string(),
  name: z.string(),
  baseTheme: z.string().optional().describe("Combined id of the theme that it was copied from."),
  type: z.string().optional(),
  version: z.string().optional(),
  description: z.string().optional(),
  public: z.boolean(),
  subscribed: z.boolean(),
  ...themeConfiguration,
  featureTypes: z.array(ThemeFeatureType),
  downloadServices: z.array(DownloadService),
  transformations: z.array(ThemeTransformation),
  created: milliseconds,
  createdBy: z.string().optional().describe("Id of the user who created it."),
  lastModified: milliseconds,
});
export type ThemeInfo = z.output<typeof ThemeInfo>;
