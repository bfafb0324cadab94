import { z } from "zod";
import type { Client } from "../../client";
import * as schemas from "../../contract/schemas";
import * as store from "../../contract/store";
import { askedOnce } from "../asked-once";
import { decidesContent, namesOf } from "./content-decisions";
import { combinedId, history, ownedName } from "./content-fields";
import { updateFiles } from "./bucket-update";
import { readContentId } from "./content-id";
import { ownerObstacles, ownerOf, ownerRules } from "./content-owner";
import { isSpeltLike } from "../equality";
import { kind, type Obstacle, type Outlook, type Own, type Values } from "../kind";
import { orAbsent } from "../refusals";
import { schemaFields, type DeclaredSchema, type SchemaChanges } from "./schema-fields";
import { flatten, flattenAll, getSchema, schemaPath, sourceOf, schemaObstacles } from "./schema-form";
import { undeclaredFiles } from "./undeclared-files";
import { schemaStanding } from "./content-standing";

/** A schema of the platform (docs/platform.md#schemas). */
export const schema = kind({
  name: "Schema",
  doc: "A schema, made from files, from an address, from a preset of the platform or from another schema. Its outputs show what its files hold.",
  example: 'new Schema("addresses", { organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" });',
  inputs: schemaFields,
  outputs: {
    combinedId,
    namespaces: {
      type: z.array(z.string()).optional(),
      doc: "Target namespaces of the schema's files.",
      source: "platform#schema-service",
    },
    featureTypes: {
      type: z.array(z.string()).optional(),
      doc: "Names of the schema's feature types, each with its namespace in braces.",
      source: "platform#schema-service",
    },
    statistics: {
      type: z.record(z.string(), z.number()).optional(),
      doc: "The figures that the platform shows in its overview of the schema.",
      source: "platform#schema-details",
    },
    problem: {
      type: z.string().optional(),
      doc: "Why the platform cannot read the files as a schema.",
      source: "decisions#evidence-for-every-operation",
    },
    ...history,
  },
  replacementCascades: false,
  lossOnDeletion: () => "Its files are deleted with it, and nobody can bring them back.",
  reads: [schemas.getSchema, schemas.getSchemas],
  calls: {
    create: [schemas.createSchema, store.schemas.replaceFile, schemas.updateSchema],
    update: [store.schemas.replaceFile, store.schemas.deleteFile, schemas.updateSchema, schemas.getSchema],
    delete: [schemas.getSchema, schemas.deleteSchema],
  },
  identity: {
    ...ownedName,
    stamp: ["organisation", "user", "created"],
    find: async (client, _declared, workingName) => {
      const { items, ...listing } = await client.list(schemas.getSchemas, {});
      return flattenAll({ ...listing, items: items.filter(({ name }) => isSpeltLike("text", name, workingName)) });
    },
  },
  decides: decidesContent,
  affects: ["Bucket", "BucketFile", "ContentSharing", "ContentSharingList", "Task"],
  standing: schemaStanding,
  list: async (client) => flattenAll(await client.snapshot(schemas.getSchemas, {})),
  get: getSchema,
  rules: (declared) => [...ownerRules(declared), ...sourceRules(declared)],
  obstacles: async (outlook, declared) => {
    const found = await Promise.all([
      ownerObstacles(outlook, declared, "Schema"),
      presetObstacles(outlook, declared.preset),
      declared.basedOn === undefined ? [] : schemaObstacles(outlook, declared.basedOn, "basedOn"),
    ]);
    return found.flat();
  },
  create: async (client, declared, workingName = declared.name) => {
    const { author, version, type, description, public: isPublic } = declared;
    const given = Object.entries({ author, version, type, description, public: isPublic });
    const told = Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ""));
    const body = { name: workingName, ...told, source: sourceOf(declared) };
    return flatten(await client.call(schemas.createSchema, { path: ownerOf(declared), body }));
  },
  update: updateSchema,
  takesAlong: (_client, object, own) => Promise.resolve(undeclaredFiles("Schema", object, ownFiles(own), own)),
  delete: async (client, id) => {
    await orAbsent(client.call(schemas.deleteSchema, { path: schemaPath(id) }));
  },
});

/** Sends the files first, then the name with all other values: a schema that has its name is complete. */
async function updateSchema(client: Client, id: string, changes: SchemaChanges): Promise<Values> {
  const { files, name, author, version, type, description, public: isPublic } = changes;
  await updateFiles(client, readContentId(id), files);
  const told = Object.entries({ name, author, version, type, description, public: isPublic });
  const body = Object.fromEntries(told.filter(([, value]) => value !== undefined));
  const path = schemaPath(id);
  const remote =
    Object.keys(body).length === 0
      ? await client.call(schemas.getSchema, { path })
      : await client.call(schemas.updateSchema, { path, body });
  return flatten(remote).values;
}

/** Files that the platform took from elsewhere count as declared. Only the state has their names. */
function ownFiles({ declared, state }: Own): readonly string[] {
  const { files, url, preset, basedOn } = declared;
  const isFromElsewhere = [url, preset, basedOn].some((it) => it !== undefined);
  return namesOf(isFromElsewhere ? state["files"] : files);
}

function sourceRules(declared: DeclaredSchema) {
  const { files, url, preset, basedOn } = declared;
  return [files, url, preset, basedOn].filter((it) => it !== undefined).length === 1
    ? []
    : [{ field: "files", what: "or `url` or `preset` or `basedOn`: expected exactly one of them" }];
}

const presetsOf = askedOnce((client) => client.call(schemas.getPresets, {}));

async function presetObstacles({ client, knows }: Outlook, preset: string | undefined): Promise<Obstacle[]> {
  if (preset === undefined || !knows(preset)) {
    return [];
  }
  const known = (await presetsOf(client)).map(({ id }) => id);
  return known.includes(preset)
    ? []
    : [
        {
          field: "preset",
          what: `there is no preset "${preset}"`,
          why: `The platform has these: ${known.join(", ")}.`,
          remedy: "Name one of them.",
        },
      ];
}
