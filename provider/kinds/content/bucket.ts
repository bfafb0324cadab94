import { z } from "zod";
import { store } from "../../contract";
import { decidesContent, fileOf, namesOf } from "./content-decisions";
import { combinedId, history, ownedName, publicField } from "./content-fields";
import { findByName, getFlat, identified, listFlat } from "./bucket-form";
import { updateBucket } from "./bucket-update";
import { bucketPath, readContentId, storeOf } from "./content-id";
import { ownerFields, ownerObstacles, ownerOf, ownerRules } from "./content-owner";
import { filesOf } from "../files/file-sets";
import { kind, type Fields, type Values } from "../kind";
import { orAbsent } from "../refusals";
import { undeclaredFiles } from "./undeclared-files";

const { bucketProperties } = store;

const inputs = {
  store: {
    type: z.enum(store.storeNames).optional(),
    mark: "replace",
    doc: "The store that keeps the bucket. Default: `data`. In the stores `schemas` and `projects` a Bucket manages only a container of files: for a schema or a transformation project use the resources Schema and TransformationProject.",
    source: "platform#the-five-stores",
  },
  ...ownerFields,
  name: {
    type: store.bucketName,
    mark: "mutable",
    doc: "Name, 1 to 250 characters. The platform allows several buckets of the same name. This provider makes only one for each owner, so that it can find the bucket again. A change to the name of another bucket of this owner gives a warning.",
    source: ["platform#buckets", "decisions#exactly-once"],
  },
  driver: {
    type: z.enum(store.drivers).optional(),
    mark: "replace",
    doc: "`git` has version control, `s3` has none. Default of the platform: `s3`.",
    source: "platform#drivers",
  },
  author: {
    type: bucketProperties.author.optional(),
    mark: "mutable",
    doc: "Author, up to 10,000 characters.",
    source: "platform#bucket-properties",
  },
  description: {
    type: bucketProperties.description.optional(),
    mark: "mutable",
    doc: "Description, up to 10,000 characters.",
    source: "platform#datasets",
  },
  public: publicField,
  files: {
    type: filesOf,
    mark: "mutable",
    files: {
      subject: fileOf,
      largest: (declared) => variantOf(declared).largestFile,
      problemWithName: (name, declared) =>
        variantOf(declared).name === "attachments"
          ? store.problemWithAttachmentPath(name)
          : store.problemWithFilePath(name),
    },
    doc: "The files: a list of paths, of patterns such as `data/*.gml`, and of contents, in any order. Up to 2 GB each, in the store `attachments` up to 750 MiB. `up` deletes a file that you take out of the list. A file that was never in the list stays as it is, and the provider does not delete the bucket while it is there. To declare a single file use BucketFile.",
    source: ["platform#file-sizes", "platform#datasets"],
  },
} as const satisfies Fields;

function variantOf(declared: Values) {
  const name = declared["store"];
  return store[storeOf(typeof name === "string" ? name : "data")].variant;
}

/** A container for files in one of the five stores (docs/platform.md#the-five-stores). */
export const bucket = kind({
  name: "Bucket",
  doc: "A container for files, in one of the platform's five stores. The provider makes it under a working name, fills it with its files, and gives it its name last. So a bucket that has its name is complete.",
  example: [
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'new Bucket("roads", {',
    "    organisation: county,",
    '    name: "Roads",',
    '    files: [{ name: "readme.txt", content: "Roads of the county" }],',
    "});",
  ].join("\n"),
  inputs,
  outputs: {
    combinedId,
    ...history,
  },
  replacementCascades: false,
  lossOnDeletion: () => "Its files are deleted with it, and nobody can bring them back.",
  calls: {
    create: [store.data.createBucketWithOwner, store.data.setBucketName, store.data.getBucketInfo],
    update: [
      store.data.replaceFile,
      store.data.deleteFile,
      store.data.setBucketProperty,
      store.data.deleteBucketProperty,
      store.data.setBucketName,
      store.data.getBucketInfo,
    ],
    delete: [store.data.getBucketInfo, store.data.deleteBucket],
  },
  identity: {
    ...ownedName,
    keyOf: (values) => `${values.store ?? "data"}/${ownedName.keyOf(values)}`,
    stamp: ["store", "organisation", "user", "created"],
    find: (client, declared, workingName) => findByName(client, declared.store ?? "data", workingName),
  },
  decides: decidesContent,
  affects: ["BucketFile", "Schema", "TransformationProject", "ContentSharing", "ContentSharingList"],
  scopeOf: storeOf,
  list: (client, scope = "data") => listFlat(client, storeOf(scope)),
  get: getFlat,
  rules: ownerRules,
  obstacles: (outlook, declared) => ownerObstacles(outlook, declared, variantOf(declared).resourceType),
  create: async (client, declared, workingName = declared.name) => {
    const name = declared.store ?? "data";
    const { driver } = declared;
    const body = { name: workingName, ...(driver === undefined ? {} : { driver }) };
    const ident = await client.call(store[name].createBucketWithOwner, { path: ownerOf(declared), body });
    return identified(name, ident, ownerOf(declared), workingName, { driver: driver ?? "s3" });
  },
  update: (client, id, changes) => updateBucket(client, id, changes as Parameters<typeof updateBucket>[2]),
  takesAlong: (_client, object, own) =>
    Promise.resolve(undeclaredFiles("Bucket", object, namesOf(own.declared["files"]), own)),
  delete: async (client, id) => {
    const key = readContentId(id);
    await orAbsent(client.call(store[key.store].deleteBucket, { path: bucketPath(key) }));
  },
});
