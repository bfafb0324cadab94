import type { Readable } from "node:stream";
import type { Opener } from "../../storage/blobs";

/** A ZIP of files, made while it is read: its size is known when it is there. */
export function zipOf(files: readonly { readonly path: string; readonly open: Opener }[]): () => Readable {
  return () => {
    // Loaded with the first archive.
    const { writeZip } = require("../../../provider/formats/zip") as typeof import("../../../provider/formats/zip");
    const opened = new Set<Readable>();
    const given = writeZip(files.map(({ path, open }) => ({ path, open: () => noted(open(), opened) })));
    // Whoever stops reading leaves no open file behind.
    return given.once("close", () => opened.forEach((stream) => stream.destroy()));
  };
}

function noted(stream: Readable, opened: Set<Readable>): Readable {
  opened.add(stream);
  return stream.once("close", () => opened.delete(stream));
}
