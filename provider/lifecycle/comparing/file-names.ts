import type { Kind, Values } from "../../kinds";
import { isPlainObject } from "../values/inputs";

/** For each map of files, its names by their NFC form. Only names in another form need it. */
const known = new WeakMap<Values, ReadonlyMap<string, string>>();

/** Returns the map's own spelling of a name, if the map has the file in another form of Unicode. */
export function nameIn(files: Values, name: string): string {
  if (Object.hasOwn(files, name)) {
    return name;
  }
  const names = known.get(files) ?? new Map(Object.keys(files).map((it) => [it.normalize("NFC"), it]));
  known.set(files, names);
  return names.get(name.normalize("NFC")) ?? name;
}

/**
 * Returns the path with the file's name in the spelling of the values: an old Mac spells names differently from Linux.
 */
export function placeIn(kind: Kind, values: Values, path: readonly string[]): readonly string[] {
  const [field = "", file, ...rest] = path;
  const files = values[field];
  return file === undefined || kind.inputs[field]?.files === undefined || !isPlainObject(files)
    ? path
    : [field, nameIn(files, file), ...rest];
}
