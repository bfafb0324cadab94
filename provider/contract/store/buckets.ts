import { z } from "zod";
import { designed } from "../evidence";
import { Feedback } from "../models";
import { operation, type ServiceInfo } from "../operation";
import { asSeenInProjects } from "./evidence";
import { ofBucket, ofOwner } from "./ident";
import { NewBucket, type Models } from "./models";
import { bucketName } from "./names";
import type { Variant } from "./variant";

/** Reading buckets: one, those of a context, and all with everything. */
export function readingBuckets(service: ServiceInfo, variant: Variant, { BucketDetail }: Models) {
  const getBucketInfo = operation(service, {
    id: "getBucketInfo",
    tag: "Buckets",
    method: "GET",
    path: "/buckets/{ownerType}/{ownerId}/{bucketId}",
    summary: "A bucket with its files",
    pathParameters: ofBucket,
    answer: BucketDetail,
    access: "public",
    refusals: [404],
    evidence: asSeenInProjects(variant, {
      name: "certain",
      path: "implied",
      body: "certain",
      fields: ["id", "name", "lastModified", "properties"],
      source: ["platform#operations-of-hale-studio", "platform#buckets"],
    }),
  });

  /** Exactly two parameters: each further one would become an argument and break hale studio's call. So no paging. */
  const getBuckets = operation(service, {
    id: "getBuckets",
    tag: "Buckets",
    method: "GET",
    path: "/buckets",
    summary: "The buckets of an organisation, or of the caller, and those that are public",
    description: "Without files. The name of the second argument, a truth value, is not known.",
    query: {
      contextOrganisation: z.string().min(1).max(100).describe("Without it: the caller's own buckets."),
      details: z.boolean().describe("true: with properties and everything else. Otherwise only ids and names."),
    },
    answer: z.array(BucketDetail),
    access: "public",
    refusals: [403],
    evidence: asSeenInProjects(variant, {
      name: "certain",
      path: "implied",
      body: "certain",
      fields: ["id", "name", "lastModified", "properties"],
      source: ["platform#operations-of-hale-studio", "platform#buckets"],
    }),
  });

  const listBuckets = operation(service, {
    id: "listBuckets",
    tag: "Buckets",
    method: "GET",
    path: "/overview",
    summary: "All buckets that the caller can see, ordered by combined id",
    description: "Mirrors the platform's lists of datasets, schemas and projects, with their section «Files».",
    query: { includeFiles: z.boolean().describe("true: each bucket with its files.") },
    answer: z.array(BucketDetail),
    access: "public",
    paged: true,
    evidence: designed("platform#datasets", "the lists and the section «Files»"),
  });

  return { getBucketInfo, getBuckets, listBuckets };
}

/** Creating, naming and deleting buckets. */
export function changingBuckets(service: ServiceInfo, variant: Variant, { BucketIdent }: Models) {
  const createBucketWithOwner = operation(service, {
    id: "createBucketWithOwner",
    tag: "Buckets",
    method: "POST",
    path: "/buckets/{ownerType}/{ownerId}",
    summary: "Create an empty bucket",
    pathParameters: ofOwner,
    body: NewBucket,
    answer: BucketIdent,
    status: 201,
    refusals: [404, 422],
    evidence: asSeenInProjects(variant, {
      name: "certain",
      path: "implied",
      body: "certain",
      source: ["platform#operations-of-hale-studio", "platform#buckets"],
    }),
  });

  /** Generated clients cannot send it: hale studio does so by itself (docs/platform.md#operations-of-public-clients). */
  const setBucketName = operation(service, {
    id: "setBucketName",
    tag: "Buckets",
    method: "PUT",
    path: "/buckets/{ownerType}/{ownerId}/{bucketId}/name",
    summary: "Set the name of a bucket",
    pathParameters: ofBucket,
    body: bucketName,
    sends: "text",
    answer: Feedback,
    refusals: [404, 422],
    evidence: asSeenInProjects(variant, {
      name: "designed",
      path: "certain",
      body: "certain",
      source: "platform#operations-of-hale-studio",
    }),
  });

  const deleteBucket = operation(service, {
    id: "deleteBucket",
    tag: "Buckets",
    method: "DELETE",
    path: "/buckets/{ownerType}/{ownerId}/{bucketId}",
    summary: "Delete a bucket and its files, irrecoverably",
    pathParameters: ofBucket,
    answer: Feedback,
    refusals: [404, 409],
    evidence: designed("platform#content-deletion", "«delete irrecoverable»"),
  });

  return { createBucketWithOwner, setBucketName, deleteBucket };
}
