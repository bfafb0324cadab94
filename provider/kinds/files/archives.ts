import fs from "node:fs";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ZipEntry } from "../../formats";
import { onDisk } from "./on-disk";

/** An archive's files, by their paths in it. */
type Archive = ReadonlyMap<string, ZipEntry>;

/** How many entries of all archives together stay in memory: about 50 MiB. */
const mostEntries = 50_000;

const known = new Map<string, Promise<Archive>>();
const counts = new Map<string, number>();

/** The files of an archive on the disk. Its directory is read once, and again when the archive has changed. */
export function archiveAt(file: string): Promise<Archive> {
  const { size, mtimeMs, ino } = fs.statSync(file);
  const key = JSON.stringify([file, size, mtimeMs, ino]);
  const found = known.get(key) ?? read(file, key);
  // An archive that is asked for again stays longest.
  known.delete(key);
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

async function read(file: string, key: string): Promise<Archive> {
  const { readZip } = require("../../formats") as typeof import("../../formats");
  const entries = await readZip(onDisk(file), file);
  counts.set(key, entries.length);
  forgetOldest(key);
  return new Map(entries.map((entry) => [entry.path, entry]));
}

function forgetOldest(latest: string): void {
  let kept = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const key of known.keys()) {
    const count = counts.get(key);
    if (kept > mostEntries && key !== latest && count !== undefined) {
      kept -= count;
      known.delete(key);
      counts.delete(key);
    }
  }
}

/** A file in an archive, unpacked while it is read. */
export function entryAt(file: string, entry: string): Readable {
  const out = new PassThrough();
  const open = async (): Promise<void> => {
    const found = (await archiveAt(file)).get(entry);
    if (found === undefined) {
      throw new Error(`${file} no longer holds ${entry}`);
    }
    await pipeline(await found.open(), out);
  };
  open().catch((error: unknown) => out.destroy(error as Error));
  return out;
}
