import type { BlobsInHand } from "../../storage/blobs";
import type { KeptFile } from "../implement";
import type { Arrived } from "./files";

export async function isArchive(_file: KeptFile): Promise<boolean> {
  return Promise.resolve(false);
}

export async function unpacked(file: KeptFile, _blobs: BlobsInHand): Promise<readonly Arrived[]> {
  return Promise.resolve([file]);
}
