import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type { GetBucketsArgs, GetBucketArgs, BucketResult, GetBucketFilesArgs, BucketFileResult } from "./types";

/**
 * Lists the buckets of a store that you can see, sorted by id. With `organisation` it lists only the buckets that this
 * organisation owns.
 *
 * Cost: the pages of the list. Calls at the same time share the list.
 */
export async function getBuckets(args: GetBucketsArgs = {}): Promise<readonly BucketResult[]> {
  const { listBuckets } = await storeService();
  return listBuckets(args);
}

/** `getBuckets` with outputs for its arguments and its result. */
export const getBucketsOutput = outputForm(getBuckets);

/**
 * Finds one bucket by its id or by its name, among those that you can see.
 *
 * Fails with HC3005 if there is no such bucket. It also fails if several have the name; the error then lists their ids.
 *
 * Cost: one request by id; by name the pages of the list, as with `getBuckets`.
 */
export async function getBucket(args: GetBucketArgs): Promise<BucketResult> {
  const { findBucket } = await storeService();
  return findBucket(args);
}

/** `getBucket` with outputs for its arguments and its result. */
export const getBucketOutput = outputForm(getBucket);

/**
 * Lists the files of a bucket, a schema or a transformation project, sorted by name.
 *
 * Fails with HC3005 if there is no such bucket. Cost: the pages of the list.
 */
export async function getBucketFiles(args: GetBucketFilesArgs): Promise<readonly BucketFileResult[]> {
  const { filesOfBucket } = await storeService();
  return filesOfBucket(args);
}

/** `getBucketFiles` with outputs for its arguments and its result. */
export const getBucketFilesOutput = outputForm(getBucketFiles);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function storeService() {
  const { lookUpBuckets } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpBuckets(client));
}

export type { GetBucketsArgs, GetBucketArgs, BucketResult, GetBucketFilesArgs, BucketFileResult } from "./types";
