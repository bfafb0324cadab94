import { promisify } from "node:util";
import { Transform, type Readable } from "node:stream";
import FormData from "form-data";
import type { Upload } from "../contract";

export interface Encoded {
  readonly stream: Readable;
  readonly headers: Readonly<Record<string, string>>;
}

/** One file as the part `file` of a form, as it is read; `moved` is called with each piece that leaves. */
export async function encode({ name, bytes, type, open }: Upload, moved: () => void): Promise<Encoded> {
  const form = new FormData();
  // The form wants to measure a stream of no bytes by itself, and cannot.
  const content = bytes === 0 ? Buffer.alloc(0) : open();
  form.append("file", content, { filename: name, contentType: type, knownLength: bytes });
  const length = await promisify(form.getLength.bind(form))();
  const watched = new Transform({
    transform: (chunk, _encoding, done) => {
      moved();
      done(null, chunk);
    },
  });
  form.on("error", (error) => watched.destroy(error));
  watched.once("close", () => form.destroy());
  return {
    stream: form.pipe(watched),
    headers: { ...(form.getHeaders() as Record<string, string>), "content-length": String(length) },
  };
}
