import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { writeZip } from "../../../provider/formats";

/** Where the project's own small files of the platform's kinds lie. */
export const samples = path.resolve(__dirname, "..", "..", "samples");

/** Ends with 7 when something moved on the server. */
export const noDrift = ["refresh", "--preview-only", "--run-program", "--expect-no-changes", "--non-interactive"];

/** An archive of some files of a folder, as hale studio makes one. */
export async function archive(to: string, folder: string, files: readonly string[]): Promise<void> {
  const entries = files.map((file) => ({ path: file, open: () => fs.createReadStream(path.join(folder, file)) }));
  await pipeline(writeZip(entries), fs.createWriteStream(to));
}
