import fs from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import type { ByteSource } from "../../formats";

/** A file on the disk, of which parts can be read. */
export function onDisk(file: string): ByteSource {
  return {
    bytes: fs.statSync(file).size,
    open: (start, end) => (start >= end ? Readable.from([]) : fs.createReadStream(file, { start, end: end - 1 })),
  };
}

/** The path of a file below a folder, as the disk spells its names: in another Unicode form, perhaps. */
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
    // Without the folder the file does not exist either.
    return [];
  }
}

/** The same for a path that a program names. A path without such a file stays as it is. */
export function pathOnDisk(file: string): string {
  const { root } = path.parse(file);
  const found = asOnDisk(root, file.slice(root.length));
  return /[^\0-\x7f]/.test(file) && fs.existsSync(found) && !fs.existsSync(file) ? found : file;
}
