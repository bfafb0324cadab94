import type { Client } from "../../client";
import { schemas } from "../../contract";
import { flattenSchema, orAbsent, schemaPath } from "../../kinds";
import { argumentsOf, exactlyOneOf, needed, notThere, organisation, text } from "../arguments";
import { idIn, isOf, namedIn, onlyOne, refuseOrganisationWithId } from "../content-arguments";
import { withoutUndefined } from "../results";
import type {
  FeatureTypeResult,
  GetFeatureTypesArgs,
  GetSchemaArgs,
  GetSchemasArgs,
  PresetResult,
  SchemaResult,
} from "./types";
import { inSharedOrNew, SHARED_FOR } from "../shared-lists";

/** A schema as the server has it, in the form of fields. */
type LiveSchema = ReturnType<typeof flattenSchema>;

/** Finds schemas. The errors name what the program asked for. */
export function lookUpSchemas(client: Client) {
  return {
    listSchemas: (args: GetSchemasArgs) => list(client, args),
    findSchema: (args: GetSchemaArgs) => find(client, args),
    listPresets: async (): Promise<PresetResult[]> =>
      (await client.call(schemas.getPresets, {})).map((it) => withoutUndefined(it)),
    featureTypesOf: (args: GetFeatureTypesArgs) => featureTypes(client, args),
  };
}

async function list(client: Client, given: GetSchemasArgs): Promise<SchemaResult[]> {
  const args = argumentsOf<GetSchemasArgs>("getSchemas", given, { organisation });
  return (await listed(client, SHARED_FOR)).filter(isOf(args.organisation)).map(resultOf);
}

async function find(client: Client, given: GetSchemaArgs): Promise<SchemaResult> {
  const specs = { id: idIn("schemas"), name: text, organisation };
  const args = argumentsOf<GetSchemaArgs>("getSchema", given, specs);
  const by = exactlyOneOf("getSchema", args, ["id", "name"]);
  refuseOrganisationWithId("getSchema", args);
  return resultOf(by === "id" ? await byId(client, args.id ?? "") : await byName(client, args));
}

async function byId(client: Client, id: string): Promise<LiveSchema> {
  const found = await orAbsent(client.call(schemas.getSchema, { path: schemaPath(id) }));
  return found === undefined ? notThere(`schema ${id}`) : flattenSchema(found);
}

async function byName(client: Client, { name = "", organisation: owner }: GetSchemaArgs): Promise<LiveSchema> {
  const found = await inSharedOrNew(async (oldest) =>
    (await listed(client, oldest)).filter(isOf(owner)).filter(({ values }) => values.name === name),
  );
  return onlyOne(found, "schema", "schemas", namedIn(name, owner));
}

async function listed(client: Client, oldest: number): Promise<LiveSchema[]> {
  return (await client.snapshot(schemas.getSchemas, {}, oldest)).items.map(flattenSchema);
}

function resultOf({ id, values: { files: _files, ...values } }: LiveSchema): SchemaResult {
  // The platform may add figures that the contract does not name.
  const statistics = values.statistics as SchemaResult["statistics"];
  return withoutUndefined({ id, ...values, statistics });
}

async function featureTypes(client: Client, given: GetFeatureTypesArgs): Promise<FeatureTypeResult[]> {
  const specs = { schema: needed(idIn("schemas")) };
  const { schema } = argumentsOf<GetFeatureTypesArgs>("getFeatureTypes", given, specs);
  const found = await orAbsent(client.list(schemas.getFeatureTypes, { path: schemaPath(schema) }));
  return found === undefined
    ? notThere(`schema ${schema}`)
    : found.items.map(({ properties, ...type }) =>
        withoutUndefined({
          ...type,
          properties: properties.map((it) => withoutUndefined(it)),
        }),
      );
}
