import { Readable } from "node:stream";
import type { store } from "../../../provider/contract";
import { refuse } from "../../refusal";
import { fetchDocument, fetchLimits, NotFetched } from "../../remote/document";
import { implement, type OperationCall } from "../implement";
import { mediaTypeOf } from "./media-types";
import { changeOf, editable } from "./visible-bucket";

type LinkingStore = (typeof store.linkingStores)[store.LinkingStoreName];

/** Files that the platform gets from an address (docs/platform.md#attachment-links). */
export function links(of: LinkingStore) {
  const { name } = of.variant;
  return [
    implement(of.linkFile, async (call) => {
      // Looked at twice: before the work, and once more when nothing waits any longer.
      editable(call, name, call.path);
      const { url } = call.body;
      const content = await contentAt(url, of.variant);
      const kept = await call.blobs.keep(Readable.from([content]));
      const bucket = editable(call, name, call.path);
      const change = changeOf(call, bucket);
      const { file } = call.path;
      const stored = { name: file, type: mediaTypeOf(file, ""), bytes: kept.bytes, sha256: kept.sha256 };
      const linked = { ...stored, stored: change.at, url };
      call.commit({ type: "bucketFilesStored", ...change, files: [linked] });
      return linked;
    }),
  ];
}

type LinkCall = OperationCall<LinkingStore["linkFile"]>;

async function contentAt(url: LinkCall["body"]["url"], { largestFile }: store.Variant): Promise<Buffer> {
  const limits = { ...fetchLimits, bytes: Math.min(fetchLimits.bytes, largestFile) };
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    return (await fetchDocument(new URL(url), limits, signal, isWeb)).content;
  } catch (error) {
    if (error instanceof NotFetched) {
      throw refuse.invalid([{ field: "url", message: error.message }]);
    }
    throw error;
  }
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "http:" || protocol === "https:";
}
