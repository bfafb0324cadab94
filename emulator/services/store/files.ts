import { store } from "../../../provider/contract";
import { refuse } from "../../refusal";
import type { Bucket, BucketFile } from "../../world/bucket-model";
import { implement, implementList, pageableList, type OperationCall, type Platform, type Visitor } from "../implement";
import { mediaTypeOf } from "./media-types";
import { isArchive, unpacked, type Arrived } from "./unpacking";
import { changeOf, editable, nameOf, visible } from "./visible-bucket";
import { zipOf } from "./zip";

export function files(of: store.Store) {
  return [...allFiles(of), ...oneFile(of)];
}

function allFiles(of: store.Store) {
  const { name } = of.variant;
  return [
    implement(of.addFiles, async (call) => {
      // Looked at twice: before the work, and once more when nothing waits any longer.
      editable(call, name, call.path);
      const arrived = await arrivedIn(call, of.variant);
      const bucket = editable(call, name, call.path);
      keepIn(call, bucket, arrived);
      return { error: false, message: `${countOf(arrived)} of ${nameOf(bucket)} stored.` };
    }),

    implementList(of.listFiles, (call) =>
      pageableList(call.world.buckets.filesOf(visible(call, name, call.path).id), (file) => file),
    ),

    implement(of.filesAsZip, (call) => {
      const bucket = visible(call, name, call.path);
      const kept = call.world.buckets.filesOf(bucket.id);
      return {
        type: "application/zip",
        open: zipOf(kept.map(({ name: path, sha256 }) => ({ path, open: call.blobs.lend(sha256) }))),
      };
    }),
  ];
}

function oneFile(of: store.Store) {
  const { name } = of.variant;
  return [
    implement(of.getFile, (call) => {
      const { bytes, sha256 } = fileOf(call, visible(call, name, call.path));
      return { type: "application/octet-stream", bytes, open: call.blobs.lend(sha256) };
    }),

    implement(of.replaceFile, (call) => {
      const bucket = editable(call, name, call.path);
      keepIn(call, bucket, [{ ...call.body, name: call.path.file }]);
      return fileOf(call, bucket);
    }),

    implement(of.deleteFile, (call) => {
      const bucket = editable(call, name, call.path);
      fileOf(call, bucket);
      call.commit({ type: "bucketFileRemoved", ...changeOf(call, bucket), name: call.path.file });
      return { error: false, message: `The file ${call.path.file} of ${nameOf(bucket)} is deleted.` };
    }),
  ];
}

interface OfFile extends Platform {
  readonly path: { readonly file: string };
}

function fileOf({ world, path: { file } }: OfFile, bucket: Bucket): BucketFile {
  const found = world.buckets.fileOf(bucket.id, file);
  if (found === undefined) {
    throw refuse.absent(`file ${file} in ${nameOf(bucket)}`);
  }
  return found;
}

/** What hale studio sends as one ZIP are the files of a project (docs/platform.md#bucket-service); elsewhere a ZIP is a file like any other. */
async function arrivedIn(
  call: OperationCall<store.Store["addFiles"]>,
  variant: store.Variant,
): Promise<readonly Arrived[]> {
  const { body, blobs } = call;
  if (variant.name === "projects" && (await isArchive(body))) {
    return unpacked(body, blobs);
  }
  const problemWith = variant.name === "attachments" ? store.problemWithAttachmentPath : store.problemWithFilePath;
  const problem = problemWith(body.name);
  if (problem !== undefined) {
    throw refuse.invalid([{ field: "file", message: `the name of the file is expected to be ${problem}` }]);
  }
  return [body];
}

function keepIn(call: Platform & Visitor, bucket: Bucket, arrived: readonly Arrived[]): void {
  const change = changeOf(call, bucket);
  const kept = arrived.map(({ name, type, bytes, sha256 }) => ({
    name,
    type: mediaTypeOf(name, type),
    bytes,
    sha256,
    stored: change.at,
  }));
  call.commit({ type: "bucketFilesStored", ...change, files: kept });
}

function countOf(arrived: readonly Arrived[]): string {
  return arrived.length === 1 ? `The file ${arrived[0]?.name ?? ""}` : `${String(arrived.length)} files`;
}
