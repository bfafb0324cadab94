import fs from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import type { ByteSource } from "../../formats";

/** A file of the disk, to be read in part. */
export function onDisk(file: string): ByteSource {
  return {
    bytes: fs.statSync(file).size,
    open: (start, end) => (start >= end ? Readable.from([]) : fs.createReadStream(file, { start, end: end - 1 })),
  };
}

/** The path of a file below a folder, with the names that the disk has: they may be spelled in another way of Unicode. */
export function asOnDisk(folder: string, name: string): string {
  const whole = path.join(folder, name);
  if (!/[^\0-\x7f]/.test(name) || fs.existsSync(whole)) {
    return whole;
  }
  const { spelled } = require("../../formats") as typeof import("../../formats");
  let place = folder;
  for (const part of path.normalize(name).split(path.sep)) {
    place = path.join(place, spelled(namesIn(place), part) ?? part);
  }
  return place;
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder === "" ? "." : folder);
  } catch {
    // Then the file is not there either.
    return [];
  }
}

/** The same for the path of a file that a program names, which stays as it is where there is no such file. */
export function pathOnDisk(file: string): string {
  const { root } = path.parse(file);
  const found = asOnDisk(root, file.slice(root.length));
  return /[^\0-\x7f]/.test(file) && fs.existsSync(found) && !fs.existsSync(file) ? found : file;
}
