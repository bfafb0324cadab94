import type { ReadFile } from "./bytes";
import { attempt } from "./file-problem";
import { spelled } from "./spelling";
import { parseXsd, placeInFolder } from "./xsd";

/**
 * The documents that a folder of XSD files is about: those to which no other one refers. Of documents that refer to one
 * another in a circle, the ones that lie highest. All others are there because they are imported.
 */
export async function ownDocuments(files: readonly string[], read: ReadFile): Promise<string[]> {
  const references = new Map<string, readonly string[]>();
  for (const file of files) {
    const places = await referencesOf(file, read);
    references.set(
      file,
      places.map((place) => spelled(files, place) ?? place),
    );
  }
  const reached = new Map(files.map((file) => [file, reachedFrom(file, references)]));
  const reaches = (from: string, to: string) => reached.get(from)?.has(to) === true;
  return files.filter((file) => {
    const above = files.filter((other) => other !== file && reaches(other, file));
    return above.every((other) => reaches(file, other) && depth(file) <= depth(other));
  });
}

async function referencesOf(file: string, read: ReadFile): Promise<string[]> {
  const content = await read(file);
  // What cannot be read refers to nothing, and is told when the schema is read.
  const result = await attempt(() => (content === undefined ? undefined : parseXsd(content, file)));
  const references = "value" in result ? (result.value?.references ?? []) : [];
  return references.flatMap(({ location }) => (location === undefined ? [] : (placeInFolder(file, location) ?? [])));
}

function reachedFrom(start: string, references: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (const file of waiting) {
    const next = (references.get(file) ?? []).filter((it) => !reached.has(it));
    next.forEach((it) => reached.add(it));
    waiting.push(...next);
  }
  return reached;
}

function depth(file: string): number {
  return file.split("/").length;
}
