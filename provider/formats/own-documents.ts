import type { ReadFile } from "./bytes";
import { attempt } from "./problem";
import { parseXsd, placeInFolder } from "./xsd";

/**
 * The documents that a folder of XSD files is about: those to which no other one refers, or all of them where each is
 * referred to. The others are there because they are imported.
 */
export async function ownDocuments(files: readonly string[], read: ReadFile): Promise<string[]> {
  if (files.length < 2) {
    return [...files];
  }
  const referred = new Set<string>();
  for (const file of files) {
    const content = await read(file);
    // What cannot be read refers to nothing, and is told when the schema is read.
    const result = await attempt(() => (content === undefined ? undefined : parseXsd(content, file)));
    const references = "value" in result ? (result.value?.references ?? []) : [];
    for (const { location } of references) {
      const place = location === undefined ? undefined : placeInFolder(file, location);
      if (place !== undefined && place !== file) {
        referred.add(place);
      }
    }
  }
  const own = files.filter((file) => !referred.has(file));
  return own.length === 0 ? [...files] : own;
}
