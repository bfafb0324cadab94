import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type { GetBucketsArgs, GetBucketArgs, BucketResult, GetBucketFilesArgs, BucketFileResult } from "./types";

/**
 * Lists the buckets of a store that you can see, in the order of their ids; with `organisation` those that it owns.
 *
 * Costs the pages of the list, once for all calls at the same time.
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
 * Fails with HC3005 when there is none, or more than one of that name; the error then lists their ids. Costs one request
 * by id; by name the pages of the list, as `getBuckets` does.
 */
export async function getBucket(args: GetBucketArgs): Promise<BucketResult> {
  const { findBucket } = await storeService();
  return findBucket(args);
}

/** `getBucket` with outputs for its arguments and its result. */
export const getBucketOutput = outputForm(getBucket);

/**
 * The files of a bucket, a schema or a transformation project, in the order of their names.
 *
 * Fails with HC3005 when there is no such bucket. Costs the pages of the list.
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
