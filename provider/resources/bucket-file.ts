// Printed from kinds/content/bucket-file.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { AnyFileAsset, AnyStringAsset } from "./files";
import type { Bucket } from "./bucket";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "BucketFile",
  module: "bucket-file",
  inputs: ["bucket", "name", "source", "url"],
  outputs: ["bytes", "stored"],
  references: ["bucket"],
  files: ["source"],
};

export interface BucketFileArgs {
  /**
   * The bucket that holds the file.
   *
   * Change: replaces the object.
   */
  readonly bucket: pulumi.Input<string> | Bucket;

  /**
   * Path of the file in the bucket, with / between folders, up to 1,000 characters.
   *
   * Change: replaces the object.
   */
  readonly name: pulumi.Input<string>;

  /**
   * The file, by its `path`, or with its content as text (`content`) or in base64 (`base64`). Up to 2 GB, in the store
   * `attachments` up to 750 MiB.
   *
   * Change: updated in place.
   */
  readonly source?: pulumi.Input<
    | {
        /** Path of the file, relative to the program's folder. */
        path?: pulumi.Input<string | undefined>;
        /** The content itself, as text. */
        content?: pulumi.Input<string | undefined>;
        /** The content itself, in base64. */
        base64?: pulumi.Input<string | undefined>;
      }
    | ""
    | undefined
    | AnyFileAsset
    | AnyStringAsset
  >;

  /**
   * Instead of `source`, in the stores `attachments` and `metadata`: the address from which the platform gets the
   * file. It downloads the file once; the provider does not notice later changes at that address. Another address, or
   * an upload by hand in its place, is a difference.
   *
   * Change: updated in place.
   */
  readonly url?: pulumi.Input<string | undefined>;

  /**
   * What to do if the object exists already. `"never"` (default): stop with an error. `"ifExists"`: take the object
   * over, or create it if there is none. `"required"`: take the object over, and stop with an error if there is none.
   *
   * Change: nothing is sent.
   */
  readonly adopt?: pulumi.Input<"never" | "ifExists" | "required" | undefined>;

  /**
   * What deleting the resource does to the object. `"delete"`: deletes it. `"retain"`: leaves it on the server.
   * Default: `"delete"` for an object that this stack created, `"retain"` for one that it adopted.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"delete" | "retain" | undefined>;
}

/**
 * One file in a bucket: uploaded, or for an attachment or metadata also from an address. All other files of the bucket
 * stay as they are. Declare a file either here or in the `files` of its Bucket, never in both. If you move it from a
 * Bucket to a BucketFile, the BucketFile needs `adopt: "ifExists"`.
 *
 * ```typescript
 * const bucket = new Bucket("roads", { organisation: "1", name: "Roads" });
 * new BucketFile("readme", { bucket, name: "readme.txt", source: { content: "Roads of the county" } });
 * ```
 */
export class BucketFile extends Resource {
  /**
   * The bucket that holds the file.
   */
  declare readonly bucket: pulumi.Output<string>;

  /**
   * Path of the file in the bucket, with / between folders, up to 1,000 characters.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * The file, by its `path`, or with its content as text (`content`) or in base64 (`base64`).
   */
  declare readonly source: pulumi.Output<
    | {
        path?: string | undefined;
        content?: string | undefined;
        base64?: string | undefined;
        sha256?: string | undefined;
      }
    | ""
    | undefined
  >;

  /**
   * Instead of `source`, in the stores `attachments` and `metadata`: the address from which the platform gets the
   * file.
   */
  declare readonly url: pulumi.Output<string | undefined>;

  /**
   * Size of the file, in bytes.
   */
  declare readonly bytes: pulumi.Output<number | undefined>;

  /**
   * When the file was stored, in milliseconds since 1970.
   */
  declare readonly stored: pulumi.Output<number | undefined>;

  constructor(name: string, args: BucketFileArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
