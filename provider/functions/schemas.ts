import type { Client } from "../client";
import { connection } from "./connection";
import { outputForm } from "./output-form";

/** Which schemas are listed. */
export interface GetSchemasArgs {
  /** Only those of this organisation, by its id. */
  readonly organisation?: string | undefined;
}

/** Which schema is meant: `id` or `name`. */
export interface GetSchemaArgs {
  /** Id of the schema, such as `schemas/org.599.abe0849a-…`. */
  readonly id?: string | undefined;
  /** Its name, which has to be the only one of that name: names are not unique on the platform. */
  readonly name?: string | undefined;
  /** With `name`: only among those of this organisation, by its id. */
  readonly organisation?: string | undefined;
}

/** A schema as the platform has it. What it has no value for is missing. */
export interface SchemaResult {
  readonly id: string;
  /** Missing while it has none. */
  readonly name?: string;
  /** Id of the organisation that owns it. */
  readonly organisation?: string;
  /** Id of the user who owns it, where no organisation does. */
  readonly user?: string;
  readonly author?: string;
  readonly version?: string;
  /** The «Schema type», free text. */
  readonly type?: string;
  readonly description?: string;
  /** Whether everybody can read it. */
  readonly public: boolean;
  /** Address that it was taken from. */
  readonly url?: string;
  /** Id of the preset that it was made from. */
  readonly preset?: string;
  /** Id of the schema whose files it took. */
  readonly basedOn?: string;
  /** `<ownerType>.<ownerId>.<id>` */
  readonly combinedId: string;
  /** Target namespaces of its files. */
  readonly namespaces: readonly string[];
  /** Names of its feature types, each with its namespace in braces; `getFeatureTypes` tells more of them. */
  readonly featureTypes: readonly string[];
  /** The figures of the platform's overview. */
  readonly statistics?: Readonly<Record<string, number>>;
  /** Why its files cannot be read as a schema. */
  readonly problem?: string;
  /** Milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created it. */
  readonly createdBy?: string;
  /** Milliseconds since 1970. */
  readonly lastModified?: number;
}

/** A schema that the platform has ready. */
export interface PresetResult {
  /** As in `preset: "inspire-ad-4.0"`. */
  readonly id: string;
  readonly name: string;
  readonly version?: string;
  readonly type?: string;
  /** Its target namespace. */
  readonly namespace?: string;
  /** Where its XSD is published. */
  readonly address?: string;
}

/** Whose feature types are listed. */
export interface GetFeatureTypesArgs {
  /** Id of the schema. */
  readonly schema: string;
}

/** A property of a feature type. */
export interface PropertyResult {
  readonly name: string;
  readonly namespace?: string;
  /** Name of its type, with the namespace in braces. */
  readonly type?: string;
  /** `true`: an attribute of the XML element. */
  readonly isAttribute?: boolean;
  readonly minOccurs: number;
  /** Missing: as many as one wants. */
  readonly maxOccurs?: number;
}

/** A feature type of a schema. */
export interface FeatureTypeResult {
  readonly name: string;
  readonly namespace?: string;
  /** Name of the type that it extends, with the namespace in braces. */
  readonly base?: string;
  readonly description?: string;
  readonly isAbstract: boolean;
  /** `true`: of a file that the schema's own files import. */
  readonly isImported: boolean;
  /** Each with `name`, `namespace`, `type`, `isAttribute`, `minOccurs` and `maxOccurs`. */
  readonly properties: readonly PropertyResult[];
}

/**
 * Lists the schemas that you can see, in the order of their ids; with `organisation` those that it owns.
 *
 * Costs the pages of the list, once for all calls at the same time.
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
 * Fails with HC3005 when there is none, or more than one of that name; the error then lists their ids. Costs one request
 * by id; by name the pages of the list, as `getSchemas` does.
 */
export async function getSchema(args: GetSchemaArgs): Promise<SchemaResult> {
  const { findSchema } = await schemaService();
  return findSchema(args);
}

/** `getSchema` with outputs for its arguments and its result. */
export const getSchemaOutput = outputForm(getSchema);

/** The schemas that the platform has ready, for the `preset` of a Schema. Costs one request. */
export async function getPresets(): Promise<readonly PresetResult[]> {
  const { listPresets } = await schemaService();
  return listPresets();
}

/** `getPresets` with an output for its result. */
export const getPresetsOutput = outputForm(getPresets);

/**
 * The feature types of a schema with their properties, in the order of namespace and name.
 *
 * Fails with HC3005 when there is no such schema. Costs the pages of the list.
 */
export async function getFeatureTypes(args: GetFeatureTypesArgs): Promise<readonly FeatureTypeResult[]> {
  const { featureTypesOf } = await schemaService();
  return featureTypesOf(args);
}

/** `getFeatureTypes` with outputs for its arguments and its result. */
export const getFeatureTypesOutput = outputForm(getFeatureTypes);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function schemaService() {
  const { lookUpSchemas } = require("./look-up-schemas") as typeof import("./look-up-schemas");
  const client: Client = connection();
  return Promise.resolve(lookUpSchemas(client));
}
