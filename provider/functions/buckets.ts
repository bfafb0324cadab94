import type { Client } from "../client";
import { connection } from "./connection";
import { outputForm } from "./output-form";

/** Which buckets are listed. */
export interface GetBucketsArgs {
  /** `data` (when it is left out), `schemas`, `projects`, `metadata` or `attachments`. */
  readonly store?: string | undefined;
  /** Only those of this organisation, by its id. */
  readonly organisation?: string | undefined;
}

/** Which bucket is meant: `id` or `name`. */
export interface GetBucketArgs {
  /** Id of the bucket, such as `data/org.599.abe0849a-…`. */
  readonly id?: string | undefined;
  /** Its name, which has to be the only one of that name: names are not unique on the platform. */
  readonly name?: string | undefined;
  /** With `name`: only among those of this organisation, by its id. */
  readonly organisation?: string | undefined;
  /** With `name`: the store in which it is looked for, `data` when it is left out. */
  readonly store?: string | undefined;
}

/** A bucket as the platform has it. What it has no value for is missing. */
export interface BucketResult {
  readonly id: string;
  readonly store: string;
  /** Missing while it has none. */
  readonly name?: string;
  /** Id of the organisation that owns it. */
  readonly organisation?: string;
  /** Id of the user who owns it, where no organisation does. */
  readonly user?: string;
  /** `git` or `s3`. */
  readonly driver?: string;
  readonly author?: string;
  readonly description?: string;
  readonly version?: string;
  readonly type?: string;
  /** Whether everybody can read it. */
  readonly public: boolean;
  /** `<ownerType>.<ownerId>.<id>` */
  readonly combinedId: string;
  /** Milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created it. */
  readonly createdBy?: string;
  /** Milliseconds since 1970. */
  readonly lastModified?: number;
}

/** Whose files are listed. */
export interface GetBucketFilesArgs {
  /** Id of a bucket, a schema or a transformation project. */
  readonly bucket: string;
}

/** A file in a bucket. */
export interface BucketFileResult {
  /** Path inside of the bucket, with / between folders. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Its size. */
  readonly bytes: number;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  /** When it was stored, in milliseconds since 1970. */
  readonly stored: number;
}

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
  const { lookUpBuckets } = require("./look-up-buckets") as typeof import("./look-up-buckets");
  const client: Client = connection();
  return Promise.resolve(lookUpBuckets(client));
}
