import fs from "node:fs";
import { Readable } from "node:stream";
import type { ByteSource } from "../formats";

/** A file of the disk, to be read in part. */
export function onDisk(file: string): ByteSource {
  return {
    bytes: fs.statSync(file).size,
    open: (start, end) => (start >= end ? Readable.from([]) : fs.createReadStream(file, { start, end: end - 1 })),
  };
}
