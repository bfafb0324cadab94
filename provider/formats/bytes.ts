import { Readable } from "node:stream";
import { FormatError } from "./file-problem";

/** Bytes that lie somewhere, to be read as often as needed, in part as well: in memory, in a file, in a store. */
export interface ByteSource {
  readonly bytes: number;
  /** From `start` up to `end`, which is not part of it. */
  readonly open: (start: number, end: number) => Readable;
}

/** Gives the content of a file by its path in the folder, with `/`; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** The same for files of which only a part is to be read. */
export type OpenFile = (path: string) => ByteSource | undefined | Promise<ByteSource | undefined>;

/** Reads files as a whole, none larger than `most`. */
export function readerOf(open: OpenFile, most: number): ReadFile {
  return async (path) => {
    const source = await open(path);
    return source === undefined ? undefined : whole(source.open(0, source.bytes), most, path);
  };
}

/** The first `bytes` of a file. */
export function beginningOf(source: ByteSource, bytes: number, path: string): Promise<Buffer> {
  return whole(source.open(0, Math.min(bytes, source.bytes)), bytes, path);
}

export function inMemory(content: Uint8Array): ByteSource {
  return { bytes: content.length, open: (start, end) => Readable.from([content.subarray(start, end)]) };
}

/** Everything of a stream, up to `most` bytes; `what` names it in the refusal. */
export async function whole(stream: Readable, most: number, what: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) {
      stream.destroy();
      throw new FormatError({ file: what, message: `it is larger than the ${String(most)} bytes that are read of it` });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
