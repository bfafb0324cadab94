import type { Example } from "./example";

const ofOwner = { ownerType: "org", ownerId: "1" };
const schema: Example = { path: { ...ofOwner, schemaId: ({ idOf }) => idOf("createSchema") } };
const theme: Example = { path: { ...ofOwner, themeId: ({ idOf }) => idOf("createTheme") } };
const profile = profileOf("createSchemaProfile");
const project: Example = { path: { ...ofOwner, projectId: ({ bucketOf }) => bucketOf("projects") } };

/** One call of each operation of schemas, profiles, themes and projects; the last made project has to be there. */
export const contentExamples: Readonly<Record<string, Example>> = {
  getPresets: {},
  createSchema: {
    path: ofOwner,
    body: () => ({ name: "Adressen", type: "INSPIRE", source: { kind: "preset", preset: "inspire-ad-4.0" } }),
  },
  getSchemas: {},
  getSchema: schema,
  updateSchema: { ...schema, body: () => ({ version: "4.0", public: true }) },
  getFeatureTypes: schema,
  getNamespaces: schema,
  getSchemaLocations: schema,

  createTheme: {
    path: ofOwner,
    body: ({ idOf }) => ({
      name: "Adressen",
      type: "INSPIRE",
      featureTypes: [
        {
          schema: `org.1.${idOf("createSchema")}`,
          featureType: "Address",
          properties: [{ property: "component", display: true, alias: "Teil", renderer: { type: "default" } }],
        },
      ],
      downloadServices: [{ type: "predefinedDataset", formats: ["gml"], srs: ["EPSG:25832"], attachmentLinks: true }],
      automation: { execution: "later", interval: "weekly", weekday: "sunday", time: "01:30" },
    }),
  },
  getThemes: {},
  getTheme: theme,
  updateTheme: {
    ...theme,
    body: () => ({
      version: "4.0",
      public: true,
      datasetMetadata: { configuration: [{ name: "general", fields: [{ name: "md-dataset.citation.title" }] }] },
    }),
  },
  deleteTheme: theme,

  createSchemaProfile: {
    path: ofOwner,
    body: ({ idOf }) => ({
      name: "Kreis",
      schema: `org.1.${idOf("createSchema")}`,
      mandatoryFeatureTypes: ["Address"],
    }),
  },
  getSchemaProfiles: {},
  getSchemaProfile: profile,
  updateSchemaProfile: {
    ...profile,
    body: () => ({ constraints: [{ featureType: "Address", property: "component", maxOccurs: 4 }] }),
  },
  copySchemaProfile: profile,
  deleteSchemaProfile: profile,
  // The copy is still there, and would mean nothing without the schema.
  deleteSchema: { ...schema, before: { operation: "deleteSchemaProfile", example: profileOf("copySchemaProfile") } },

  getProjects: {},
  getProject: project,
  getAlignment: project,
  getCells: project,
  setProjectSchemas: { ...project, body: () => ({ target: [] }) },
};

function profileOf(operation: string): Example {
  return { path: { ...ofOwner, profileId: ({ idOf }) => idOf(operation) } };
}
