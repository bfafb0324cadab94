import { z } from "zod";
import { designed } from "../evidence";
import { fileGiven, fileToSend } from "../files";
import { Feedback, FileInfo, readModel, sentModel, untypedObject } from "../models";
import { operation } from "../operation";
import { service } from "./service";

const orgId = z.string().min(1).describe("Number of the organisation.");

// ---- capacity (docs/platform.md#limits)

export const Capacity = readModel("Capacity", "Capacity points of an organisation.", {
  points: z.number().int().optional().describe("The limit. Missing: there is no limit."),
  usage: z.number().int().describe("Points in use."),
});

export const CapacityUpdate = sentModel("CapacityUpdate", "A new limit.", {
  points: z.number().int().min(0).max(1_000_000_000).nullable().describe("null takes the limit away."),
});

// ---- map configuration (docs/platform.md#organisations)

export const wmsAddress = z
  .url({ protocol: /^https?$/, error: "expected the address of a WMS, with http:// or https://" })
  .max(2000);

export const MapConfiguration = readModel("MapConfiguration", "The default map of an organisation.", {
  baseMap: z.string().optional().describe("Address of a WMS 1.3.0."),
  copyright: z.string().optional().describe("Attribution. It may hold HTML links."),
  layers: z.array(z.string()).optional().describe("Layers of the WMS."),
});

const layerName = z
  .string()
  .max(200)
  .regex(/^[^,\p{Cc}]+$/u, "the name of a layer, 1 to 200 characters without a comma");

export const MapConfigurationUpdate = sentModel(
  "MapConfigurationUpdate",
  "Changes: a member that you leave out stays as it is; an empty text or list clears it.",
  {
    baseMap: z.union([wmsAddress, z.literal("")]).optional(),
    copyright: z.string().max(2000).optional(),
    layers: z.array(layerName).max(100).optional(),
  },
);

// ---- CSW (docs/platform.md#csw)

/** Degrees of conformity of INSPIRE metadata. */
export const conformities = ["conformant", "notConformant", "notEvaluated"] as const;

export const CswConfiguration = readModel(
  "CswConfiguration",
  "The CSW INSPIRE metadata of an organisation: six fields.",
  {
    supportedLanguages: z.array(z.string()).describe("ISO 639-2 codes."),
    defaultLanguage: z.string(),
    date: z.string().describe("A date, YYYY-MM-DD."),
    gemetKeywords: z.array(z.string()),
    serviceConformity: z.enum(conformities),
    temporalExtent: readModel("TemporalExtent", "A time between two dates, both included.", {
      begin: z.string().optional(),
      end: z.string().optional(),
    }),
  },
);

const language = z.string().regex(/^[a-z]{3}$/, "an ISO 639-2 code of three small letters, such as `ger`");
const day = z.iso.date("a date, YYYY-MM-DD");

export const CswConfigurationUpdate = sentModel(
  "CswConfigurationUpdate",
  "Changes: a field that you leave out stays as it is; an empty one gets the platform's default.",
  {
    supportedLanguages: z.array(language).max(50).optional(),
    defaultLanguage: z.union([language, z.literal("")]).optional(),
    date: z.union([day, z.literal("")]).optional(),
    gemetKeywords: z.array(z.string().min(1).max(200)).max(100).optional(),
    serviceConformity: z.enum(conformities).optional(),
    temporalExtent: sentModel(
      "TemporalExtentUpdate",
      "A time between two dates, both included. An empty text leaves that end open.",
      {
        begin: z.union([day, z.literal("")]).optional(),
        end: z.union([day, z.literal("")]).optional(),
      },
    ).optional(),
  },
);

// ---- everything of one organisation

export const OrganisationSettings = readModel("OrganisationSettings", "The settings of an organisation.", {
  organisation: z.string().min(1),
  capacity: Capacity.optional(),
  mapConfiguration: MapConfiguration.optional(),
  geometry: FileInfo.optional(),
  eventsSubscribed: z.boolean().describe("Mails on automated workflows."),
  metadataDownloadLink: z.boolean().describe("Whether metadata can be downloaded by a link."),
  featureToggles: untypedObject.describe("Features of the organisation by name, on or off."),
  cswEndpoint: z.boolean().describe("Whether the organisation has a CSW endpoint of its own."),
  csw: CswConfiguration.optional().describe("Only if the organisation has an endpoint of its own."),
});

export const OtherSettingsUpdate = sentModel("OtherSettingsUpdate", "Changes; what is left out stays as it is.", {
  eventsSubscribed: z.boolean().optional(),
  metadataDownloadLink: z.boolean().optional(),
});

export const featureToggles = z
  .record(z.string().min(1).max(100), z.boolean())
  .describe(
    "Features by name. A feature that you leave out stays as it is. A name that the server does not know is invalid.",
  );

/** Bytes that the file of a geometry may have (designed). */
export const largestGeometry = 10 * 1024 * 1024;

// ---- operations

const settingsOf = {
  tag: "Organisations",
  pathParameters: { orgId },
  answer: OrganisationSettings,
} as const;

export const getOrganisationSettings = operation(service, {
  ...settingsOf,
  id: "getOrganisationSettings",
  method: "GET",
  path: "/organisations/{orgId}",
  summary: "The settings of an organisation",
  refusals: [404],
  evidence: designed("platform#organisation-details", "the tabs of the edit page"),
});

export const getAllOrganisationSettings = operation(service, {
  id: "getAllOrganisationSettings",
  tag: "Organisations",
  method: "GET",
  path: "/organisations",
  summary: "The settings of all organisations that the caller can see, ordered by id",
  description: "Mirrors the list of organisations in the settings, and the capacity of each organisation shown there.",
  answer: z.array(OrganisationSettings),
  paged: true,
  evidence: designed("platform#capacity", "the settings and «Per Organisation»"),
});

export const updateCapacity = operation(service, {
  ...settingsOf,
  id: "updateCapacity",
  method: "PUT",
  path: "/organisations/{orgId}/capacity",
  summary: "Set the limit of capacity points (administrators only)",
  body: CapacityUpdate,
  refusals: [404, 422],
  evidence: designed("platform#capacity", "«Capacity points» in the administrator's view"),
});

export const updateMapConfiguration = operation(service, {
  ...settingsOf,
  id: "updateMapConfiguration",
  method: "PUT",
  path: "/organisations/{orgId}/mapConfiguration",
  summary: "Change the default map of an organisation",
  body: MapConfigurationUpdate,
  refusals: [404, 422],
  evidence: designed("platform#map-configuration", "the tab «Map Configuration»"),
});

export const setGeometry = operation(service, {
  ...settingsOf,
  id: "setGeometry",
  method: "PUT",
  path: "/organisations/{orgId}/geometry",
  summary: "Upload the geometry of an organisation, which replaces an earlier one",
  description: "The name of the file becomes the name of the geometry. The emulator reads GeoJSON only.",
  body: fileToSend,
  sends: "file",
  largestFile: largestGeometry,
  refusals: [404, 413, 422],
  evidence: designed("platform#organisation-geometry", "the tab «Geometry»"),
});

export const getGeometry = operation(service, {
  ...settingsOf,
  id: "getGeometry",
  method: "GET",
  path: "/organisations/{orgId}/geometry",
  summary: "The geometry of an organisation",
  answer: fileGiven,
  gives: "file",
  produces: ["application/geo+json"],
  refusals: [404],
  evidence: designed("platform#organisation-geometry", "the tab «Geometry»"),
});

export const deleteGeometry = operation(service, {
  ...settingsOf,
  id: "deleteGeometry",
  method: "DELETE",
  path: "/organisations/{orgId}/geometry",
  summary: "Remove the geometry of an organisation",
  answer: Feedback,
  refusals: [404],
  evidence: designed("platform#organisation-geometry", "the tab «Geometry»"),
});

export const updateOtherSettings = operation(service, {
  ...settingsOf,
  id: "updateOtherSettings",
  method: "PUT",
  path: "/organisations/{orgId}/other",
  summary: "Change the settings of the tab «Other»",
  body: OtherSettingsUpdate,
  refusals: [404, 422],
  evidence: designed("platform#other-organisation-settings", "the tab «Other»"),
});

export const updateFeatureToggles = operation(service, {
  ...settingsOf,
  id: "updateFeatureToggles",
  method: "PUT",
  path: "/organisations/{orgId}/featureToggles",
  summary: "Switch features of an organisation on or off (administrators only)",
  body: featureToggles,
  refusals: [404, 422],
  evidence: designed("platform#feature-toggles", "the heading «Feature toggles»"),
});

export const updateCswConfiguration = operation(service, {
  ...settingsOf,
  id: "updateCswConfiguration",
  method: "PUT",
  path: "/organisations/{orgId}/csw",
  summary: "Change the CSW INSPIRE metadata of an organisation that has its own endpoint",
  body: CswConfigurationUpdate,
  refusals: [404, 409, 422],
  evidence: designed("platform#csw-configuration", "the tab «CSW settings»"),
});

export const activateCswEndpoint = operation(service, {
  ...settingsOf,
  id: "activateCswEndpoint",
  method: "PUT",
  path: "/organisations/{orgId}/cswEndpoint",
  summary: "Give an organisation a CSW endpoint of its own (administrators only)",
  description: "On the platform wetransform does this on request.",
  refusals: [404],
  evidence: designed("platform#csw-endpoint", "«only on request to wetransform»"),
});

export const deactivateCswEndpoint = operation(service, {
  ...settingsOf,
  id: "deactivateCswEndpoint",
  method: "DELETE",
  path: "/organisations/{orgId}/cswEndpoint",
  summary: "Take an organisation's own CSW endpoint away (administrators only)",
  refusals: [404],
  evidence: designed("platform#csw-endpoint", "«only on request to wetransform»"),
});
