import { whole, type ByteSource } from "../bytes";

/** Bytes that are read at once: the directory of an archive is asked for in parts of fifty. */
const pieceLength = 64 * 1024;

/** Reads a few bytes of a source at a time with few accesses to it. One piece of it is kept at most. */
export function readAhead(source: ByteSource): (position: number, length: number) => Promise<Buffer> {
  let piece: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };
  return async (position, length) => {
    let { start, bytes } = piece;
    if (position < start || position + length > start + bytes.length) {
      start = position;
      const end = Math.min(source.bytes, position + Math.max(length, pieceLength));
      bytes = await whole(source.open(start, end), end - start, "the archive");
      piece = { start, bytes };
    }
    if (position + length > start + bytes.length) {
      throw new Error("it ends too early");
    }
    return bytes.subarray(position - start, position - start + length);
  };
}
