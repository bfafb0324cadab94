/** Which buckets are listed. */
export interface GetBucketsArgs {
  /** `data`, `schemas`, `projects`, `metadata` or `attachments`. Default: `data`. */
  readonly store?: string | undefined;
  /** Id of an organisation. Lists only its buckets. */
  readonly organisation?: string | undefined;
}

/** Which bucket is meant: `id` or `name`. */
export interface GetBucketArgs {
  /** Id of the bucket, such as `data/org.599.abe0849a-…`. */
  readonly id?: string | undefined;
  /** Name of the bucket. Names are not unique on the platform, so the call fails if several buckets have this name. */
  readonly name?: string | undefined;
  /** With `name`: id of an organisation. Looks only among its buckets. */
  readonly organisation?: string | undefined;
  /** With `name`: the store to look in. Default: `data`. */
  readonly store?: string | undefined;
}

/** A bucket on the platform. A member without a value is missing. */
export interface BucketResult {
  /** Id of the bucket. */
  readonly id: string;
  /** The store that keeps it. */
  readonly store: string;
  /** Missing as long as the bucket has no name. */
  readonly name?: string;
  /** Id of the organisation that owns it. */
  readonly organisation?: string;
  /** Id of the user who owns it, instead of an organisation. */
  readonly user?: string;
  /** `git` or `s3`. */
  readonly driver?: string;
  readonly author?: string;
  readonly description?: string;
  readonly version?: string;
  readonly type?: string;
  /** Id of the theme of a dataset. */
  readonly theme?: string;
  /** Id of the dataset to which metadata or attachments belong. */
  readonly dataset?: string;
  /** Whether everybody can read it. Missing if the server says it in a form that the provider does not know. */
  readonly public?: boolean;
  /** The id without the store: `<ownerType>.<ownerId>.<id>`. */
  readonly combinedId: string;
  /** When it was created, in milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created it. */
  readonly createdBy?: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly lastModified?: number;
}

/** The bucket whose files are listed. */
export interface GetBucketFilesArgs {
  /** Id of a bucket, a schema or a transformation project. */
  readonly bucket: string;
}

/** A file in a bucket. */
export interface BucketFileResult {
  /** Path in the bucket, with / between folders. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  /** When it was stored, in milliseconds since 1970. */
  readonly stored: number;
  /** Where the platform has it from. Missing: somebody uploaded it. */
  readonly url?: string;
}
