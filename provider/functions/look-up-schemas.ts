import type { Client } from "../client";
import { schemas } from "../contract";
import { flattenSchema, orAbsent, schemaPath, type Live } from "../kinds";
import { exactlyOneOf, notThere } from "./arguments";
import { isOf, keyIn, namedIn, onlyOne, refuseOrganisationWithId } from "./content-arguments";
import { withoutUndefined } from "./results";
import type {
  FeatureTypeResult,
  GetFeatureTypesArgs,
  GetSchemaArgs,
  GetSchemasArgs,
  PresetResult,
  PropertyResult,
  SchemaResult,
} from "./schemas";
import { inSharedOrNew, SHARED_FOR } from "./shared-lists";

/** How schemas are found; what is asked for is told in the errors. */
export function lookUpSchemas(client: Client) {
  return {
    listSchemas: async ({ organisation }: GetSchemasArgs): Promise<SchemaResult[]> =>
      (await listed(client, SHARED_FOR)).filter(isOf(organisation)).map(resultOf),
    findSchema: (args: GetSchemaArgs) => find(client, args),
    listPresets: async (): Promise<PresetResult[]> =>
      (await client.call(schemas.getPresets, {})).map((it) => withoutUndefined(it) as PresetResult),
    featureTypesOf: (args: GetFeatureTypesArgs) => featureTypes(client, args),
  };
}

async function find(client: Client, args: GetSchemaArgs): Promise<SchemaResult> {
  const by = exactlyOneOf("getSchema", { id: args.id, name: args.name }, ["id", "name"]);
  refuseOrganisationWithId("getSchema", { ...args });
  return resultOf(by === "id" ? await byId(client, args.id ?? "") : await byName(client, args));
}

async function byId(client: Client, id: string): Promise<Live> {
  keyIn("id", id, "schemas");
  const found = await orAbsent(client.call(schemas.getSchema, { path: schemaPath(id) }));
  return found === undefined ? notThere(`schema ${id}`) : flattenSchema(found);
}

async function byName(client: Client, { name = "", organisation }: GetSchemaArgs): Promise<Live> {
  const found = await inSharedOrNew(async (oldest) =>
    (await listed(client, oldest)).filter(isOf(organisation)).filter(({ values }) => values["name"] === name),
  );
  return onlyOne(found, "schema", "schemas", namedIn(name, organisation));
}

async function listed(client: Client, oldest: number): Promise<Live[]> {
  return (await client.snapshot(schemas.getSchemas, {}, oldest)).items.map(flattenSchema);
}

function resultOf({ id, values: { files: _files, ...values } }: Live): SchemaResult {
  return withoutUndefined({ id, ...values }) as unknown as SchemaResult;
}

async function featureTypes(client: Client, { schema }: GetFeatureTypesArgs): Promise<FeatureTypeResult[]> {
  keyIn("schema", schema, "schemas");
  const found = await orAbsent(client.list(schemas.getFeatureTypes, { path: schemaPath(schema) }));
  return found === undefined
    ? notThere(`schema ${schema}`)
    : found.items.map(
        ({ properties, ...type }) =>
          withoutUndefined({
            ...type,
            properties: properties.map((it) => withoutUndefined(it) as PropertyResult),
          }) as FeatureTypeResult,
      );
}
