import { z } from "zod";
import type { Client } from "../../client";
import { schemas, store } from "../../contract";
import { askedOnce } from "../asked-once";
import { decidesContent, fileOf, namesOf } from "./content-decisions";
import { combinedId, history, ownedName, publicField } from "./content-fields";
import { filesOf } from "../files/file-sets";
import { updateFiles, type BucketChanges } from "./bucket-update";
import { readContentId } from "./content-id";
import { ownerFields, ownerObstacles, ownerOf, ownerRules } from "./content-owner";
import { comparedAs, isSpeltLike } from "../equality";
import { kind, type Fields, type Obstacle, type Outlook, type Own, type Values } from "../kind";
import { orAbsent } from "../refusals";
import { flatten, flattenAll, getSchema, schemaPath, sourceOf, type SchemaForm, schemaObstacles } from "./schema-form";
import { completeSchema } from "../files/schema-files";
import { schemaId } from "../references";
import { undeclaredFiles } from "./undeclared-files";

const form = schemas.NewSchema.shape;

const inputs = {
  ...ownerFields,
  name: {
    type: form.name,
    mark: "mutable",
    doc: "Name, 1 to 250 characters. The platform allows several schemas of the same name. This provider makes only one for each owner, so that it can find the schema again. A change to the name of another schema of this owner gives a warning.",
    source: ["platform#schema-details", "decisions#exactly-once"],
  },
  author: {
    type: form.author,
    mark: "mutable",
    doc: "Author, up to 10,000 characters.",
    source: "platform#schema-details",
  },
  version: {
    type: form.version,
    mark: "mutable",
    doc: "Version, any text of up to 10,000 characters.",
    source: "platform#schema-details",
  },
  type: {
    type: form.type,
    mark: "mutable",
    doc: "The «Schema type», any text of up to 10,000 characters.",
    source: "platform#schema-details",
  },
  description: {
    type: form.description,
    mark: "mutable",
    doc: "Description, up to 10,000 characters.",
    source: "platform#schema-details",
  },
  public: publicField,
  files: {
    type: filesOf,
    mark: "mutable",
    files: {
      subject: fileOf,
      largest: () => store.schemas.variant.largestFile,
      problemWithName: store.problemWithFilePath,
      complete: completeSchema,
    },
    doc: "The schema's files, declared as in Bucket: an XSD, a hale schema (.hsd, .haleschema) or a Shapefile. The provider adds the files that an XSD imports from its folder, and the other parts of a Shapefile (.dbf, .shx, .prj, .cpg).",
    source: "platform#schema-files",
  },
  url: {
    type: z
      .url({ protocol: /^https?$/, error: "expected an address with http:// or https://" })
      .max(2000)
      .optional(),
    mark: "replace",
    doc: "Instead of files: the address of an XSD, or of a WFS DescribeFeatureType request. The platform reads it once. The provider does not notice later changes at that address, or in the files of the schema.",
    source: "platform#schema-creation",
  },
  preset: {
    type: comparedAs("exact", z.string().min(1).max(200)).optional(),
    mark: "replace",
    doc: "Instead of files: the id of a schema that the platform offers ready-made; `getPresets` lists them. The platform copies its files once, and the provider does not compare them later.",
    source: "platform#schema-creation",
  },
  basedOn: {
    type: schemaId.optional(),
    mark: "replace",
    refersTo: "Schema",
    doc: "Instead of files: another schema. The platform copies its files once, and the provider does not compare them later.",
    source: "platform#schema-creation",
  },
} as const satisfies Fields;

/** A schema of the platform (docs/platform.md#schemas). */
export const schema = kind({
  name: "Schema",
  doc: "A schema, made from files, from an address, from a preset of the platform or from another schema. Its outputs show what its files hold.",
  example: 'new Schema("addresses", { organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" });',
  inputs,
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
  affects: ["Bucket", "BucketFile", "ContentSharing", "ContentSharingList"],
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

type Changes = Partial<SchemaForm> & Pick<BucketChanges, "files">;

/** Sends the files first, then the name with all other values: a schema that has its name is complete. */
async function updateSchema(client: Client, id: string, changes: unknown): Promise<Values> {
  const { files, name, author, version, type, description, public: isPublic } = changes as Changes;
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

function sourceRules(declared: { readonly files?: unknown } & SchemaForm) {
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
