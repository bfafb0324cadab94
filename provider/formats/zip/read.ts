import { pipeline, Transform, type Readable } from "node:stream";
import zlib from "node:zlib";
import type { Entry, RandomAccessReader, ZipFile } from "yauzl";
import type { ByteSource } from "../bytes";
import { FormatError } from "../file-problem";
import { problemWithName } from "./names";
import { readAhead } from "./read-ahead";

/** A file in an archive. */
export interface ZipEntry {
  /** With `/`, without a leading one. */
  readonly path: string;
  readonly bytes: number;
  /** Fails while it is read where it is larger than it says, or its checksum is another. */
  readonly open: () => Promise<Readable>;
}

export interface ZipLimits {
  readonly entries: number;
  /** Of all files together, unpacked. */
  readonly bytes: number;
  /** How many times larger they may become, once they are larger than `small`. */
  readonly growth: number;
  readonly small: number;
}

/** Twice what the platform takes in one upload (docs/platform.md#limits), and far more than XML shrinks. */
export const zipLimits: ZipLimits = { entries: 10_000, bytes: 4 * 1024 ** 3, growth: 200, small: 256 * 1024 ** 2 };

/** The files of an archive, every one of them looked at before the first is unpacked. `file` names it in refusals. */
export async function readZip(source: ByteSource, file: string, limits = zipLimits): Promise<ZipEntry[]> {
  const refuse = (message: string) => new FormatError({ file, message });
  const archive = await open(source, refuse);
  const entries: ZipEntry[] = [];
  const taken = new Set<string>();
  try {
    for await (const entry of archive.eachEntry()) {
      const path = nameOf(entry);
      const problem = problemWith(entry, path) ?? (taken.has(path) ? "it is there twice" : undefined);
      if (problem !== undefined) {
        throw refuse(`the entry "${path}" is not taken: ${problem}`);
      }
      if (taken.add(path).size > limits.entries) {
        throw refuse(`it has more than ${String(limits.entries)} entries`);
      }
      if (!path.endsWith("/")) {
        entries.push({ path, bytes: entry.uncompressedSize, open: () => unpack(archive, entry, `${file}/${path}`) });
      }
    }
  } catch (error) {
    throw error instanceof FormatError ? error : refuse(`it is no archive that can be read: ${reasonOf(error)}`);
  }
  const problem = problemWithSize(entries, source.bytes, limits) ?? problemWithFolders(entries, taken);
  if (problem !== undefined) {
    throw refuse(problem);
  }
  return entries;
}

function problemWithSize(entries: readonly ZipEntry[], packed: number, limits: ZipLimits): string | undefined {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > limits.bytes) {
    return `it has more than ${String(limits.bytes)} bytes when it is unpacked`;
  }
  return bytes > limits.small && bytes > packed * limits.growth
    ? `it becomes more than ${String(limits.growth)} times as large when it is unpacked`
    : undefined;
}

function problemWithFolders(entries: readonly ZipEntry[], taken: ReadonlySet<string>): string | undefined {
  const folders = new Set(entries.flatMap(({ path }) => [...parents(path)]));
  const both = entries.find(({ path }) => taken.has(`${path}/`) || folders.has(path));
  return both === undefined
    ? undefined
    : `the entry "${both.path}" is not taken: a file and a folder have the same name`;
}

type Done = (error: Error | null) => void;

async function open(source: ByteSource, refuse: (message: string) => FormatError): Promise<ZipFile> {
  // Loaded with the first archive.
  const yauzl = require("yauzl") as typeof import("yauzl");
  const ahead = readAhead(source);
  class Reader extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return source.open(start, end);
    }

    override read(buffer: Buffer, offset: number, length: number, position: number, done: Done): void {
      ahead(position, length).then((bytes) => {
        bytes.copy(buffer, offset);
        done(null);
      }, done);
    }
  }
  const reader: RandomAccessReader = new Reader();
  try {
    // Names are looked at here, with reasons that people understand. Nothing is open between reads.
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };
    return await yauzl.fromRandomAccessReaderPromise(reader, source.bytes, options);
  } catch (error) {
    throw refuse(`it is no ZIP archive, or it is cut off: ${reasonOf(error)}`);
  }
}

const kindOfFile = 0o170000;
const regular = 0o100000;
const folder = 0o040000;
const link = 0o120000;

function problemWith(entry: Entry, path: string): string | undefined {
  const problem = problemWithName(path.endsWith("/") ? path.slice(0, -1) : path);
  if (problem !== undefined) {
    return problem;
  }
  const kind = (entry.externalFileAttributes >>> 16) & kindOfFile;
  if (kind === link) {
    return "it is a symbolic link";
  }
  if (![0, regular, folder].includes(kind)) {
    return "it is neither a file nor a folder";
  }
  if (entry.isEncrypted()) {
    return "it is encrypted";
  }
  return entry.compressionMethod === 0 || entry.compressionMethod === 8
    ? undefined
    : `it is packed by the method ${String(entry.compressionMethod)}, which is not read here: use «deflate»`;
}

function nameOf(entry: Entry): string {
  const { getFileNameLowLevel } = require("yauzl") as typeof import("yauzl");
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

async function unpack(archive: ZipFile, entry: Entry, name: string): Promise<Readable> {
  const refuse = (error: unknown) =>
    new FormatError({ file: name, message: `it cannot be unpacked: ${reasonOf(error)}` });
  let packed: Readable;
  try {
    packed = await archive.openReadStreamPromise(entry);
  } catch (error) {
    throw refuse(error);
  }
  // The library checks sizes, and leaves the checksum to its users.
  let checksum = 0;
  const unpacked = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      checksum = zlib.crc32(chunk, checksum);
      done(null, chunk);
    },
    flush: (done) =>
      done(checksum === entry.crc32 ? null : refuse(new Error("its checksum is not the one that it says"))),
    destroy: (error, done) => done(error === null || error instanceof FormatError ? error : refuse(error)),
  });
  pipeline(packed, unpacked, () => undefined);
  return unpacked;
}

function* parents(path: string): Generator<string> {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    yield path.slice(0, end);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, "") : "unknown";
}
