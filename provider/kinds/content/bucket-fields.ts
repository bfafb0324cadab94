import { z } from "zod";
import * as store from "../../contract/store";
import { fileOf } from "./content-decisions";
import { publicField } from "./content-fields";
import { storeOf } from "./content-id";
import { ownerFields } from "./content-owner";
import { comparedAs } from "../equality";
import { filesOf } from "../files/file-sets";
import type { Changes, Fields, Values } from "../kind";
import { datasetId, themeId } from "../references";

const { bucketProperties } = store;

/** The fields of a bucket. */
export const bucketFields = {
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
    sentBy: [store.data.setBucketName],
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
    sentBy: [store.data.setBucketProperty, store.data.deleteBucketProperty],
    doc: "Author, up to 10,000 characters.",
    source: "platform#bucket-properties",
  },
  description: {
    type: bucketProperties.description.optional(),
    mark: "mutable",
    sentBy: [store.data.setBucketProperty, store.data.deleteBucketProperty],
    doc: "Description, up to 10,000 characters.",
    source: "platform#datasets",
  },
  theme: {
    type: z.union([themeId, z.literal("")]).optional(),
    mark: "mutable",
    sentBy: [store.data.setBucketProperty, store.data.deleteBucketProperty],
    refersTo: "Theme",
    revisionIn: "themeRevision",
    added: true,
    doc: 'Only in the store `data`: the theme of the dataset. Without a theme nothing is published or transformed. `""` takes the theme away.',
    source: "platform#datasets",
  },
  themeRevision: {
    type: comparedAs("exact", z.string().max(1000)).optional(),
    mark: "local",
    doc: "The revision of the theme. Leave this out: if you pass a Theme resource as the theme, the constructor fills in its `revision`. So a change of the theme is a change of the dataset.",
    source: "decisions#work-is-done-again-when-its-reasons-change",
  },
  dataset: {
    type: z.union([datasetId, z.literal("")]).optional(),
    mark: "mutable",
    sentBy: [store.data.setBucketProperty, store.data.deleteBucketProperty],
    refersTo: "Bucket",
    added: true,
    doc: 'Only in the stores `metadata` and `attachments`: the dataset to which these files belong. Its services then name the metadata, and link to the attachments if its theme says so. `""` takes the bucket away from the dataset.',
    source: ["platform#dataset-metadata", "platform#attachment-links"],
  },
  public: { ...publicField, sentBy: [store.data.setBucketProperty] },
  files: {
    type: filesOf,
    mark: "mutable",
    sentBy: [store.data.replaceFile, store.data.deleteFile],
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

export type BucketChanges = Changes<typeof bucketFields>;

/** The store of a bucket, with its limits. */
export function variantOf(declared: Values) {
  const name = declared["store"];
  return store[storeOf(typeof name === "string" ? name : "data")].variant;
}
