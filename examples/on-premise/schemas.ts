import { Schema, SchemaProfile } from "pulumi-haleconnect";
import { spatialData } from "./organisations";

/** The county's own model. What Playgrounds.xsd imports from its folder comes along by itself. */
export const playgrounds = new Schema("playgrounds", {
  organisation: spatialData,
  name: "Playgrounds",
  version: "1.0",
  author: "Geodateninfrastruktur Aue",
  type: "Application schema",
  files: ["schemas/Playgrounds.xsd"],
});

/** What the surveyors deliver. */
export const survey = new Schema("survey", {
  organisation: spatialData,
  name: "Survey of playgrounds",
  version: "1.0",
  files: ["schemas/Survey.xsd"],
});

/** One that the platform has ready; `getPresets()` lists all. */
export const addresses = new Schema("addresses", {
  organisation: spatialData,
  name: "INSPIRE Addresses",
  preset: "inspire-ad-4.0",
});

/** Stricter than the schema: each playground tells its name, and its surface is a known one. */
export const strict = new SchemaProfile("playgrounds, strict", {
  organisation: spatialData,
  schema: playgrounds,
  name: "Playgrounds, strict",
  mandatoryFeatureTypes: ["Playground"],
  constraints: [
    { featureType: "Playground", property: "name", contentRequired: true },
    { featureType: "Playground", property: "surface", allowedValues: ["sand", "gravel", "grass"] },
  ],
});
