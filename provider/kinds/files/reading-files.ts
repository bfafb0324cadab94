import fs from "node:fs";
import path from "node:path";
import type { OpenFile, ReadFile } from "../../formats";
import { bytesOf, type ResolvedFile } from "./content";
import type { ResolvedFiles } from "./file-sets";
import { asOnDisk, onDisk } from "./on-disk";

/** The largest document in bytes that is read as a whole. No schema and no project is larger. */
const largestDocument = 256 * 1024 * 1024;

/** Reads declared files by their names. */
export function readerOf(files: ResolvedFiles): ReadFile {
  const formats = require("../../formats") as typeof import("../../formats");
  return formats.readerOf(openerOf(files), largestDocument);
}

/** Opens declared files by their names, to be read in part. */
export function openerOf(files: ResolvedFiles): OpenFile {
  return async (name) => {
    const { inMemory, whole } = require("../../formats") as typeof import("../../formats");
    const content = files[name];
    if (content === undefined) {
      return undefined;
    }
    return content.path !== undefined && content.entry === undefined
      ? onDisk(content.path)
      : inMemory(await whole(bytesOf(content).open(), largestDocument, name));
  };
}

/** The folders on the disk that correspond to the folder of the files: the path of a file without its name there. */
export function foldersOf(files: ResolvedFiles): string[] {
  const folders = Object.entries(files).flatMap(([name, { path: file, entry }]) => {
    const onDisk = file?.split(path.sep).join("/");
    const isInFolder = onDisk !== undefined && entry === undefined && (onDisk === name || onDisk.endsWith(`/${name}`));
    return isInFolder ? [onDisk.slice(0, -name.length) || "."] : [];
  });
  return [...new Set(folders)];
}

/** A file that lies beside the declared files, by its name. */
export function beside(folders: readonly string[], name: string): ResolvedFile | undefined {
  for (const folder of folders) {
    const file = asOnDisk(folder, name);
    if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true) {
      return { path: file };
    }
  }
  return undefined;
}

/**
 * The files under the names by which others refer to them: the platform would not find a name in another Unicode form.
 * A file to which both forms refer keeps both names.
 */
export function underNames(files: ResolvedFiles, places: readonly string[]): ResolvedFiles {
  const { spelled } = require("../../formats") as typeof import("../../formats");
  const named = new Map(Object.entries(files));
  for (const place of new Set(places)) {
    const alike = named.has(place) ? undefined : spelled(named.keys(), place);
    const content = alike === undefined ? undefined : named.get(alike);
    if (alike !== undefined && content !== undefined) {
      named.set(place, content);
      if (!places.includes(alike)) {
        named.delete(alike);
      }
    }
  }
  return Object.fromEntries(named);
}

/** A declared file, by the name in a reference to it. */
export function declaredAs(files: ResolvedFiles, name: string): ResolvedFile | undefined {
  const { spelled } = require("../../formats") as typeof import("../../formats");
  const key = Object.hasOwn(files, name) ? name : spelled(Object.keys(files), name);
  return key === undefined ? undefined : files[key];
}
