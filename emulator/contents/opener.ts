import type { OpenFile } from "../../provider/formats/bytes";
import type { BucketFile } from "../world/bucket-model";
import type { OpenBucketFile } from "./remembered";

/** The files of a bucket as a folder. */
export function openerOf(files: readonly BucketFile[], open: OpenBucketFile): OpenFile {
  const byName = new Map(files.map((file) => [file.name, file]));
  return (path) => {
    const file = byName.get(path);
    return file === undefined ? undefined : { bytes: file.bytes, open: open(file.sha256) };
  };
}
