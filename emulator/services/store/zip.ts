import { PassThrough, type Readable } from "node:stream";
import type { BucketFile } from "../../world/bucket-model";

/**
 * A ZIP of files, made while it is read. Compressed, since many readers (Java's among them) take an entry whose size
 * comes behind it only in that form.
 */
export function zipOf(files: readonly (readonly [BucketFile, () => Readable])[]): () => Readable {
  return () => {
    // Loaded with the first archive.
    const { ZipFile } = require("yazl") as typeof import("yazl");
    const zip = new ZipFile();
    const given = new PassThrough();
    let open: Readable | undefined;
    for (const [{ name, bytes, stored }, read] of files) {
      zip.addReadStreamLazy(name, { mtime: new Date(stored), size: bytes }, (hand) => {
        open = read();
        open.once("error", (error) => given.destroy(error));
        hand(undefined, open);
      });
    }
    zip.once("error", (error: Error) => given.destroy(error));
    // Whoever stops reading leaves no open file behind.
    given.once("close", () => open?.destroy());
    zip.outputStream.pipe(given);
    zip.end();
    return given;
  };
}
