import { promisify } from "node:util";
import { Transform, type Readable } from "node:stream";
import FormData from "form-data";
import type { Upload } from "../contract";

export interface Encoded {
  readonly stream: Readable;
  readonly headers: Readonly<Record<string, string>>;
}

/** One file as a part of a form, as it is read; `moved` is called with each piece that leaves. */
export async function encode({ name, bytes, type, open }: Upload, part: string, moved: () => void): Promise<Encoded> {
  const form = new FormData();
  // The form wants to measure a stream of no bytes by itself, and cannot.
  const content = bytes === 0 ? Buffer.alloc(0) : open();
  form.append(part, content, { filename: name, contentType: type, knownLength: bytes });
  const length = await promisify(form.getLength.bind(form))();
  const watched = watchedBy(moved);
  form.on("error", (error) => watched.destroy(error));
  watched.once("close", () => form.destroy());
  return {
    stream: form.pipe(watched),
    headers: { ...(form.getHeaders() as Record<string, string>), "content-length": String(length) },
  };
}

/** One file as the whole body, as it is read. */
export function bare({ bytes, type, open }: Upload, moved: () => void): Encoded {
  const file = open();
  const watched = watchedBy(moved);
  file.on("error", (error) => watched.destroy(error));
  watched.once("close", () => file.destroy());
  return { stream: file.pipe(watched), headers: { "content-type": type, "content-length": String(bytes) } };
}

function watchedBy(moved: () => void): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => {
      moved();
      done(null, chunk);
    },
  });
}
