import { PassThrough, pipeline, type Readable } from "node:stream";
import { problemWithName } from "./names";

/** A file to put into an archive. */
export interface FileToZip {
  /** With `/` between folders. */
  readonly path: string;
  readonly open: () => Readable;
}

/**
 * An archive of files, as a stream. The same files give the same bytes, whatever their order and dates: they are sorted,
 * and each has the first date that an archive can hold.
 */
export function writeZip(files: readonly FileToZip[]): Readable {
  // Loaded with the first archive.
  const { ZipFile } = require("yazl") as typeof import("yazl");
  const archive = new ZipFile();
  const output = new PassThrough();
  // Dates in an archive are in local time, so this is the same everywhere.
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const { path, open } of [...files].sort(byPath)) {
    const problem = problemWithName(path);
    if (problem !== undefined) {
      throw new Error(`"${path}" cannot be put into an archive: ${problem}`);
    }
    archive.addReadStreamLazy(path, options, (give) => {
      const stream = open();
      stream.once("error", (error) => output.destroy(error));
      give(null, stream);
    });
  }
  archive.on("error", (error: Error) => output.destroy(error));
  archive.end();
  pipeline(archive.outputStream, output, () => undefined);
  return output;
}

function byPath(one: FileToZip, other: FileToZip): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}
