import * as store from "../../contract/store";
import { decidesContent, namesOf } from "./content-decisions";
import { combinedId, history, ownedName, revisionOf } from "./content-fields";
import { bucketFields, variantOf } from "./bucket-fields";
import { findByName, getFlat, identified, listFlat } from "./bucket-form";
import { bucketRevision } from "./bucket-revision";
import { updateBucket } from "./bucket-update";
import { bucketPath, readContentId, storeOf } from "./content-id";
import { ownerObstacles, ownerOf, ownerRules } from "./content-owner";
import { kind, type Declared, type Obstacle, type Outlook, type Problem } from "../kind";
import { orAbsent } from "../refusals";
import { existingTheme } from "./theme-obstacles";
import { undeclaredFiles } from "./undeclared-files";
import { bucketStanding } from "./content-standing";
import { datasetObstacles } from "./content-obstacles";

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
  inputs: bucketFields,
  outputs: {
    combinedId,
    revision: revisionOf(
      "A text that changes when an `up` changes the declared files, the name, the author, the description or the theme. Services and jobs that depend on the bucket take it over. A file that a BucketFile declares does not count: pass that BucketFile in their `triggers`.",
    ),
    ...history,
  },
  replacementCascades: false,
  lossOnDeletion: () => "Its files are deleted with it, and nobody can bring them back.",
  reads: [store.data.getBucketInfo, store.data.listBuckets],
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
  affects: ["BucketFile", "Schema", "TransformationProject", "ContentSharing", "ContentSharingList", "Task"],
  scopeOf: storeOf,
  standing: bucketStanding,
  list: (client, scope = "data") => listFlat(client, storeOf(scope)),
  get: getFlat,
  rules: (declared) => [...ownerRules(declared), ...storeRules(declared)],
  obstacles: async (outlook, declared) => {
    const found = await Promise.all([
      ownerObstacles(outlook, declared, variantOf(declared).resourceType),
      ofTheme(outlook, declared.theme),
      ofDataset(outlook, declared.dataset),
    ]);
    return found.flat();
  },
  changeObstacles: async (outlook, { theme, dataset }) => [
    ...(await ofTheme(outlook, theme)),
    ...(await ofDataset(outlook, dataset)),
  ],
  create: async (client, declared, workingName = declared.name) => {
    const name = declared.store ?? "data";
    const { driver } = declared;
    const body = { name: workingName, ...(driver === undefined ? {} : { driver }) };
    const ident = await client.call(store[name].createBucketWithOwner, { path: ownerOf(declared), body });
    return identified(name, ident, ownerOf(declared), workingName, { driver: driver ?? "s3" });
  },
  update: updateBucket,
  revise: bucketRevision,
  takesAlong: (_client, object, own) =>
    Promise.resolve(undeclaredFiles("Bucket", object, namesOf(own.declared["files"]), own)),
  delete: async (client, id) => {
    const key = readContentId(id);
    await orAbsent(client.call(store[key.store].deleteBucket, { path: bucketPath(key) }));
  },
});

async function ofTheme(outlook: Outlook, theme: string | undefined): Promise<Obstacle[]> {
  return theme === undefined || theme === "" ? [] : existingTheme(outlook, theme, "theme");
}

async function ofDataset(outlook: Outlook, dataset: string | undefined): Promise<Obstacle[]> {
  return dataset === undefined || dataset === "" ? [] : datasetObstacles(outlook, "dataset", dataset);
}

/** Only datasets have a theme, and only metadata and attachments belong to a dataset. */
function storeRules({ store: name = "data", theme = "", dataset = "" }: OfStore): Problem[] {
  const inWords = `a bucket in the store "${name}"`;
  return [
    ...(theme === "" || name === "data"
      ? []
      : [{ field: "theme", what: `does not belong to ${inWords}: only datasets have a theme` }]),
    ...(dataset === "" || store.isLinkingStore(name)
      ? []
      : [
          {
            field: "dataset",
            what: `does not belong to ${inWords}: only metadata and attachments belong to a dataset`,
          },
        ]),
  ];
}

type OfStore = Pick<Declared<typeof bucketFields>, "store" | "theme" | "dataset">;
