import type { Client, Listing } from "../../client";
import * as schemas from "../../contract/schemas";
import { readContentId } from "./content-id";
import { ownerValues } from "./content-owner";
import type { Live, Obstacle, Outlook } from "../kind";
import type { DeclaredSchema } from "./schema-fields";
import { orAbsent } from "../refusals";
import { notThere } from "../obstacle";

/** The id of a schema is the id of its bucket in the store of schemas. */
export function schemaIdOf(combinedId: string): string {
  return `schemas/${combinedId}`;
}

export function combinedIdIn(schemaId: string): string {
  return schemaId.slice(schemaId.indexOf("/") + 1);
}

/** Where a schema comes from, in the form of the API. */
export function sourceOf({ url, preset, basedOn }: DeclaredSchema) {
  if (url !== undefined) {
    return { kind: "url", address: url } as const;
  }
  if (preset !== undefined) {
    return { kind: "preset", preset } as const;
  }
  return basedOn === undefined
    ? ({ kind: "file" } as const)
    : ({ kind: "schema", schema: combinedIdIn(basedOn) } as const);
}

export function flatten(remote: schemas.SchemaInfo) {
  const { id: combinedId, ownerType, ownerId, name, author, version, type, description, source, files } = remote;
  const { namespaces, featureTypeNames, statistics, problem, created, createdBy, lastModified } = remote;
  return {
    id: schemaIdOf(combinedId),
    values: {
      ...ownerValues({ ownerType, ownerId }),
      name,
      author,
      version,
      type,
      description,
      public: remote.public,
      url: source.address,
      preset: source.preset,
      basedOn: source.schema === undefined ? undefined : schemaIdOf(source.schema),
      files: Object.fromEntries(files.map(({ name: file, sha256 }) => [file, { sha256 }])),
      combinedId,
      namespaces,
      featureTypes: featureTypeNames,
      statistics,
      problem,
      created,
      createdBy,
      lastModified,
    },
  };
}

export function flattenAll({ items, ...listing }: Listing<schemas.SchemaInfo>): Listing<Live> {
  return { ...listing, items: items.map(flatten) };
}

export function schemaPath(id: string) {
  const { ownerType, ownerId, bucketId: schemaId } = readContentId(id);
  return { ownerType, ownerId, schemaId };
}

export async function getSchema(client: Client, id: string): Promise<Live | undefined> {
  const found = await orAbsent(client.call(schemas.getSchema, { path: schemaPath(id) }));
  return found === undefined ? undefined : flatten(found);
}

export async function schemaObstacles({ see }: Outlook, schema: string, field = "schema"): Promise<Obstacle[]> {
  return (await see("Schema", schema)) !== undefined
    ? []
    : [notThere(field, `schema ${schema}`, "Give the id of an existing schema, or pass a Schema resource.")];
}
