import path from "node:path";
import { Transform } from "node:stream";
import type { Client } from "../../client";
import * as store from "../../contract/store";
import type { Upload } from "../../contract/files";
import { uploadOf, type ResolvedFile } from "../files/content";
import { bucketPath, type ContentKey } from "./content-id";

/** Milliseconds between two messages about the progress of a file. */
const PACE = 5000;

/** Sends a file while it is read, under its name in the bucket. */
export async function sendFile(
  client: Client,
  key: ContentKey,
  file: string,
  content: ResolvedFile,
): Promise<store.StoredFile> {
  const upload = withProgress(uploadOf(content, file, "application/octet-stream"), file, () => client.now());
  const body = { ...upload, name: path.posix.basename(file) };
  return client.call(store[key.store].replaceFile, { path: { ...bucketPath(key), file }, body });
}

/** Says how much of a file has been sent, if it takes long. */
function withProgress(upload: Upload, file: string, now: () => number): Upload {
  return {
    ...upload,
    open: () => {
      let sent = 0;
      let last = now();
      const counted = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          sent += chunk.length;
          if (now() - last >= PACE) {
            last = now();
            console.warn(`Uploading ${file}: ${Math.floor((100 * sent) / upload.bytes)} % of ${inWords(upload.bytes)}`);
          }
          done(null, chunk);
        },
      });
      const source = upload.open();
      source.on("error", (error) => counted.destroy(error));
      counted.on("close", () => source.destroy());
      return source.pipe(counted);
    },
  };
}

function inWords(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(0)} MiB`;
}
