import { store } from "../../../provider/contract";
import type { Stage } from "../../support/stage";
import { kindNamed } from "../kind-named";
import type { Specimen } from "../specimen";
import { aSchema, aTheme, ownerOnly, switched } from "./contents";
import { organisations } from "./organisations";

const configuration = (title: string): string =>
  JSON.stringify([{ name: "general", title, expand: false, fields: [{ name: "md-dataset.citation.title" }] }]);

const styles = (title: string): string =>
  `<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" version="1.0.0"><Title>${title}</Title></StyledLayerDescriptor>`;

export const themeSpecimen: Specimen = {
  kind: kindNamed("Theme"),
  // A base theme is copied into a new theme only; an adopted one has none.
  instead: { ...ownerOnly, baseTheme: "an object that exists was not copied from it" },
  prepare: async (stage, tag) => {
    const [organisation, another] = await organisations(stage, tag, ["owner", "other"]);
    const schema = await aSchema(stage, organisation, `${tag} schema`);
    const project = await aProject(stage, organisation, `${tag} project`);
    const base = await aTheme(stage, organisation, `${tag} base`);
    const otherBase = await aTheme(stage, organisation, `${tag} other base`);
    const least = { organisation, name: `${tag} roads` };
    const address = { schema, featureType: "Address" };
    return {
      least,
      full: {
        ...least,
        type: "Custom",
        version: "1",
        description: "about",
        public: true,
        subscribed: true,
        metadataOnly: true,
        uploadInstructions: { single: "one file", batch: "one archive" },
        featureTypes: [
          {
            ...address,
            alias: "House",
            properties: [
              {
                property: "component",
                display: true,
                alias: "Part",
                renderer: { type: "codelist", labels: { a: "b" } },
              },
              { property: "validFrom", display: false },
            ],
          },
        ],
        removeZ: true,
        datasetNamePattern: "{{file.name}}",
        showMetadataEditor: true,
        datasetMetadata: {
          source: "editor",
          language: "ger",
          profiles: ["gdi-de", "!crs-info-anchor"],
          configuration: configuration("General"),
        },
        serviceMetadata: { source: "link", language: "ger", profiles: ["gdi-de"], configuration: configuration("A") },
        viewServices: {
          wms: ["1.3.0", "1.1.1"],
          srs: ["EPSG:25832", "EPSG:4258"],
          getFeatureInfo: true,
          sld: styles("Roads"),
          rasterLayers: true,
        },
        downloadServices: [
          { type: "predefinedDataset", formats: ["gml", "shapefile"], srs: ["EPSG:4258"], attachmentLinks: true },
          { type: "wfs", srs: ["EPSG:25832"] },
        ],
        aggregateServices: true,
        transformations: [{ project, theme: base }],
        automation: { execution: "later", interval: "monthly", day: 1, time: "01:30" },
        validation: {
          activated: true,
          datasetMetadata: ["a"],
          serviceMetadata: ["b"],
          services: ["c"],
          data: ["d", "e"],
        },
      },
      other: {
        organisation: another,
        name: `${tag} streets`,
        type: "INSPIRE",
        version: "2",
        description: "other",
        public: false,
        subscribed: false,
        metadataOnly: false,
        uploadInstructions: { single: "two files", batch: "two archives" },
        featureTypes: [{ ...address, alias: "Home" }],
        removeZ: false,
        datasetNamePattern: "{{organisation.name}}",
        showMetadataEditor: false,
        datasetMetadata: {
          source: "republish",
          language: "eng",
          profiles: ["wfs-information"],
          configuration: configuration("All"),
        },
        serviceMetadata: {
          source: "editor",
          language: "eng",
          profiles: ["!gdi-de"],
          configuration: configuration("B"),
        },
        viewServices: {
          wms: ["1.1.1"],
          srs: ["EPSG:3857"],
          getFeatureInfo: false,
          sld: styles("Streets"),
          rasterLayers: false,
        },
        downloadServices: [{ type: "ogcapiFeatures", formats: ["geopackage"] }],
        aggregateServices: false,
        transformations: [{ project, theme: otherBase }],
        automation: { execution: "later", interval: "weekly", weekday: "sunday", time: "02:30" },
        validation: { activated: false, datasetMetadata: ["b"], serviceMetadata: ["c"], services: ["d"], data: ["f"] },
      },
      empty: {
        organisation: { none: "it always has an owner" },
        type: { value: "" },
        version: { value: "" },
        description: { value: "" },
        public: switched,
        subscribed: switched,
        metadataOnly: switched,
        uploadInstructions: { value: { single: "", batch: "" } },
        featureTypes: { value: [] },
        removeZ: switched,
        datasetNamePattern: { value: "" },
        showMetadataEditor: switched,
        datasetMetadata: { value: { language: "", profiles: [], configuration: "" } },
        serviceMetadata: { value: { language: "", profiles: [], configuration: "" } },
        viewServices: { value: { wms: [], srs: [], sld: "" } },
        downloadServices: { value: [] },
        aggregateServices: switched,
        transformations: { value: [] },
        automation: { none: "it is one of three" },
        validation: { value: { datasetMetadata: [], serviceMetadata: [], services: [], data: [] } },
      },
    };
  },
};

async function aProject(stage: Stage, ownerId: string, name: string): Promise<string> {
  const path = { ownerType: "org", ownerId } as const;
  const ident = await stage.outOfBand.call(store.projects.createBucketWithOwner, { path, body: { name } });
  return `projects/org.${ownerId}.${ident.transformationproject ?? ""}`;
}
