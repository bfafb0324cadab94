import { z } from "zod";
import { sentModel } from "../models";
import { combinedId } from "./ident";

/** docs/platform.md#bucket-service: an object with the one switch. */
export const SharingOptions = sentModel("SharingOptions", "Who can read a bucket.", {
  public: z.boolean().describe("true: everybody can read it, even without a login."),
});

const text = z.string().max(10_000);

/**
 * Properties of a bucket by name, each with what it may be. `author` and `sharingOptions` are certain (docs/platform.md#bucket-service); the
 * others are what the pages of schemas, datasets and projects let one edit besides (docs/platform.md#schemas, docs/platform.md#datasets-and-services, docs/platform.md#transformation-projects). A server
 * refuses other names (designed).
 */
export const bucketProperties = {
  author: text,
  description: text,
  version: text,
  /** Free text: the «Schema type» (docs/platform.md#schemas). */
  type: text,
  sharingOptions: SharingOptions,
  /** Combined id of the theme of a dataset (docs/platform.md#datasets): only buckets of store/data have one. */
  theme: combinedId,
  /** Combined id of the dataset to which metadata or attachments belong (docs/platform.md#dataset-metadata): only buckets of those stores have one. */
  dataset: combinedId,
} as const;

export type BucketPropertyName = keyof typeof bucketProperties;
export const bucketPropertyNames = Object.keys(bucketProperties) as BucketPropertyName[];

/**
 * Printed as an object of which nothing is said, which becomes `Object` in Java, so that a bare JSON text (author) and
 * an object (sharingOptions) both arrive. What the value may be depends on the property's name (`bucketProperties`).
 */
export const propertyValue = z
  .union([z.string(), z.number(), z.boolean(), z.record(z.string(), z.unknown())])
  .meta({ type: "object" });
