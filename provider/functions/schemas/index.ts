import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type {
  GetSchemasArgs,
  GetSchemaArgs,
  SchemaResult,
  PresetResult,
  GetFeatureTypesArgs,
  FeatureTypeResult,
} from "./types";

/**
 * Lists the schemas that you can see, sorted by id. With `organisation` it lists only the schemas that this organisation
 * owns.
 *
 * Cost: the pages of the list. Calls at the same time share the list.
 */
export async function getSchemas(args: GetSchemasArgs = {}): Promise<readonly SchemaResult[]> {
  const { listSchemas } = await schemaService();
  return listSchemas(args);
}

/** `getSchemas` with outputs for its arguments and its result. */
export const getSchemasOutput = outputForm(getSchemas);

/**
 * Finds one schema by its id or by its name, among those that you can see.
 *
 * Fails with HC3005 if there is no such schema. It also fails if several have the name; the error then lists their ids.
 *
 * Cost: one request by id; by name the pages of the list, as with `getSchemas`.
 */
export async function getSchema(args: GetSchemaArgs): Promise<SchemaResult> {
  const { findSchema } = await schemaService();
  return findSchema(args);
}

/** `getSchema` with outputs for its arguments and its result. */
export const getSchemaOutput = outputForm(getSchema);

/** Lists the ready-made schemas of the platform, for the `preset` of a Schema. Cost: one request. */
export async function getPresets(): Promise<readonly PresetResult[]> {
  const { listPresets } = await schemaService();
  return listPresets();
}

/** `getPresets` with an output for its result. */
export const getPresetsOutput = outputForm(getPresets);

/**
 * Lists the feature types of a schema with their properties, sorted by namespace and name.
 *
 * Fails with HC3005 if there is no such schema. Cost: the pages of the list.
 */
export async function getFeatureTypes(args: GetFeatureTypesArgs): Promise<readonly FeatureTypeResult[]> {
  const { featureTypesOf } = await schemaService();
  return featureTypesOf(args);
}

/** `getFeatureTypes` with outputs for its arguments and its result. */
export const getFeatureTypesOutput = outputForm(getFeatureTypes);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function schemaService() {
  const { lookUpSchemas } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpSchemas(client));
}

export type {
  GetSchemasArgs,
  GetSchemaArgs,
  SchemaResult,
  PresetResult,
  GetFeatureTypesArgs,
  PropertyResult,
  FeatureTypeResult,
} from "./types";
