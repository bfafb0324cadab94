import fs from "node:fs";
import path from "node:path";
import type { OpenFile, ReadFile } from "../../formats";
import { bytesOf, type Content } from "./content";
import type { FileSet } from "./file-sets";
import { asOnDisk, onDisk } from "./on-disk";

/** Bytes of a document that is read as a whole; larger ones are no schemas and no projects. */
const largestDocument = 256 * 1024 * 1024;

/** Reads declared files by their names. */
export function readerOf(files: FileSet): ReadFile {
  const formats = require("../../formats") as typeof import("../../formats");
  return formats.readerOf(openerOf(files), largestDocument);
}

/** Opens declared files by their names, to be read in part. */
export function openerOf(files: FileSet): OpenFile {
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

/**
 * The folders of the disk that stand for the folder of the files: where a file lies, without the name that it gets.
 */
export function foldersOf(files: FileSet): string[] {
  const folders = Object.entries(files).flatMap(([name, { path: file, entry }]) => {
    const onDisk = file?.split(path.sep).join("/");
    const isInFolder = onDisk !== undefined && entry === undefined && (onDisk === name || onDisk.endsWith(`/${name}`));
    return isInFolder ? [onDisk.slice(0, -name.length) || "."] : [];
  });
  return [...new Set(folders)];
}

/** A file that lies beside the declared ones, by the name that it gets. */
export function beside(folders: readonly string[], name: string): Content | undefined {
  for (const folder of folders) {
    const file = asOnDisk(folder, name);
    if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true) {
      return { path: file };
    }
  }
  return undefined;
}

/**
 * The files under the names by which others refer to them: one whose name is only spelled in another way of Unicode
 * would not be found on the platform. A name that is itself referred to stays as well.
 */
export function underNames(files: FileSet, places: readonly string[]): FileSet {
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

/** A declared file by the name by which another one refers to it. */
export function declaredAs(files: FileSet, name: string): Content | undefined {
  const { spelled } = require("../../formats") as typeof import("../../formats");
  const key = Object.hasOwn(files, name) ? name : spelled(Object.keys(files), name);
  return key === undefined ? undefined : files[key];
}
