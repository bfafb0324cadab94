import { z } from "zod";
import { sentModel } from "../models";
import { unlike } from "../no-duplicates";

/** Versions of the WMS that the platform publishes (docs/platform.md#theme-services). */
export const wmsVersions = ["1.1.1", "1.3.0"] as const;
export const downloadServiceTypes = ["predefinedDataset", "wfs", "ogcapiFeatures"] as const;
export const downloadFormats = ["shapefile", "gml", "geopackage"] as const;

const twice = "is there already";

const srs = unlike(
  z.array(z.string().regex(/^EPSG:\d{1,6}$/, "a reference system by its EPSG code, such as EPSG:25832")).max(200),
  (it) => it,
  twice,
);

export const ViewServices = sentModel("ViewServices", "The view services of datasets: a WMS.", {
  wms: unlike(z.array(z.enum(wmsVersions)).max(10), (it) => it, twice)
    .optional()
    .describe("Versions of the WMS. An empty list: no view service."),
  srs: srs.optional().describe("Spatial reference systems, by their EPSG codes."),
  getFeatureInfo: z.boolean().optional().describe("Whether the WMS answers GetFeatureInfo."),
  sld: z.string().max(5_000_000).optional().describe("The styles, a Styled Layer Descriptor. Default: the platform's."),
  rasterLayers: z.boolean().optional().describe("Whether raster files of a dataset become layers."),
});

const download = {
  type: z.enum(downloadServiceTypes),
  formats: unlike(z.array(z.enum(downloadFormats)).max(10), (it) => it, twice).optional(),
  srs: srs.optional().describe("Spatial reference systems, by their EPSG codes."),
  attachmentLinks: z.boolean().optional().describe("Only for `predefinedDataset`: links to the dataset's attachments."),
};

/** A download service, whatever the types of its lists mean. */
export function downloadService(shape: typeof download) {
  return z.strictObject(shape).superRefine(({ type, attachmentLinks }, context) => {
    if (attachmentLinks !== undefined && type !== "predefinedDataset") {
      context.addIssue({ code: "custom", path: ["attachmentLinks"], message: `does not belong to ${type}` });
    }
  });
}

export const DownloadService = downloadService(download).meta({
  id: "DownloadService",
  description: "A download service of datasets.",
});

export const downloadServices = unlike(
  z.array(DownloadService).max(10),
  ({ type }) => type,
  "is there already: one entry for each type",
  "type",
);

const conformanceClasses = unlike(
  z.array(z.string().min(1).max(500)).max(1000),
  (it) => it,
  "is there already: a list has no test twice",
).optional();

export const ThemeValidation = sentModel("ThemeValidation", "The conformance classes that datasets are tested with.", {
  activated: z.boolean().optional().describe("`false`: nothing is tested, whatever the lists say."),
  datasetMetadata: conformanceClasses,
  serviceMetadata: conformanceClasses,
  services: conformanceClasses,
  data: conformanceClasses,
});
