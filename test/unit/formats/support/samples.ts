import fs from "node:fs";
import path from "node:path";
import { inMemory, type OpenFile, type ReadFile } from "../../../../provider/formats";

const samples = path.resolve(__dirname, "../../../samples");

/** Real files lie beside the repository on some machines, and are never part of it. */
export const realFiles = path.resolve(__dirname, "../../../../../shared/data");

/** Whether they lie here. */
export const hasRealFiles = fs.existsSync(realFiles);

export interface Folder {
  readonly files: readonly string[];
  readonly read: ReadFile;
  readonly open: OpenFile;
}

export function sample(name: string): Folder {
  return folder(path.join(samples, name));
}

export function real(name: string): Folder {
  return folder(path.join(realFiles, name));
}

export function sampleFile(name: string): Buffer {
  return fs.readFileSync(path.join(samples, name));
}

function folder(place: string): Folder {
  const files = fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
  return from(files, (file) => (files.includes(file) ? fs.readFileSync(path.join(place, file)) : undefined));
}

/** A folder that is in memory only. */
export function inMemoryFolder(contents: Readonly<Record<string, string | Uint8Array>>): Folder {
  return from(Object.keys(contents), (file) => {
    const content = contents[file];
    return content === undefined ? undefined : Buffer.from(content);
  });
}

function from(files: readonly string[], read: (file: string) => Buffer | undefined): Folder {
  const open = (file: string) => {
    const content = read(file);
    return content === undefined ? undefined : inMemory(content);
  };
  return { files, read, open };
}
