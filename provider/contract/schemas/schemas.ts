import { z } from "zod";
import { designed } from "../evidence";
import { Feedback } from "../models";
import { operation } from "../operation";
import { ofOwner } from "../store/ident";
import { FeatureType, NewSchema, Preset, SchemaInfo, SchemaLocation, SchemaNamespace, SchemaUpdate } from "./models";
import { service } from "./service";

const ofSchema = {
  ...ofOwner,
  schemaId: z
    .string()
    .min(1)
    .max(100)
    .describe("Id of the schema. Its bucket in the store of schemas has the same one."),
};

const oneSchema = {
  tag: "Schemas",
  path: "/schemas/{ownerType}/{ownerId}/{schemaId}",
  pathParameters: ofSchema,
} as const;

/** What a schema holds; anonymous calls see that of public ones. */
const inside = { tag: "Schemas", method: "GET", pathParameters: ofSchema, access: "public", refusals: [404] } as const;

export const getSchemas = operation(service, {
  id: "getSchemas",
  tag: "Schemas",
  method: "GET",
  path: "/schemas",
  summary: "All schemas that the caller can see, ordered by combined id",
  description: "Mirrors the platform's list of schemas, with the sections «Overview» and «Files» of each.",
  answer: z.array(SchemaInfo),
  access: "public",
  paged: true,
  evidence: designed("platform#schema-details", "the list of schemas"),
});

export const getSchema = operation(service, {
  ...oneSchema,
  id: "getSchema",
  method: "GET",
  summary: "A schema",
  answer: SchemaInfo,
  access: "public",
  refusals: [404],
  evidence: designed("platform#schema-details", "the section «Overview»"),
});

export const createSchema = operation(service, {
  id: "createSchema",
  tag: "Schemas",
  method: "POST",
  path: "/schemas/{ownerType}/{ownerId}",
  summary: "Create a schema from an address, a preset or another schema, or an empty one whose files follow",
  description: "With the source `file`, the files go to the bucket of the same combined id in the store of schemas.",
  pathParameters: ofOwner,
  body: NewSchema,
  answer: SchemaInfo,
  status: 201,
  refusals: [404, 422],
  evidence: designed("platform#schema-creation", "the ways to create a schema"),
});

export const updateSchema = operation(service, {
  ...oneSchema,
  id: "updateSchema",
  method: "PUT",
  summary: "Change the name, the description and other fields of a schema",
  body: SchemaUpdate,
  answer: SchemaInfo,
  refusals: [404, 422],
  evidence: designed("platform#schema-details", "the section «Overview»"),
});

export const deleteSchema = operation(service, {
  ...oneSchema,
  id: "deleteSchema",
  method: "DELETE",
  summary: "Delete a schema and its files, irrecoverably; 409 as long as it has a profile",
  answer: Feedback,
  refusals: [404, 409],
  evidence: designed("platform#content-deletion", "«delete irrecoverable»"),
});

export const getFeatureTypes = operation(service, {
  ...inside,
  id: "getFeatureTypes",
  path: "/schemas/{ownerType}/{ownerId}/{schemaId}/featureTypes",
  summary: "The feature types of a schema, ordered by namespace and name",
  answer: z.array(FeatureType),
  paged: true,
  evidence: designed("platform#schema-service", "the section «Feature types»"),
});

export const getNamespaces = operation(service, {
  ...inside,
  id: "getNamespaces",
  path: "/schemas/{ownerType}/{ownerId}/{schemaId}/namespaces",
  summary: "The namespaces of a schema",
  answer: z.array(SchemaNamespace),
  evidence: designed("platform#schema-service", "«actions on schema locations, namespaces and feature types»"),
});

export const getSchemaLocations = operation(service, {
  ...inside,
  id: "getSchemaLocations",
  path: "/schemas/{ownerType}/{ownerId}/{schemaId}/locations",
  summary: "The places from which a schema imports others",
  answer: z.array(SchemaLocation),
  evidence: designed("platform#schema-service", "«actions on schema locations, namespaces and feature types»"),
});

export const getPresets = operation(service, {
  id: "getPresets",
  tag: "Presets",
  method: "GET",
  path: "/presets",
  summary: "The ready-made schemas of the platform",
  answer: z.array(Preset),
  evidence: designed("platform#schema-creation", "«Select preset»"),
});
