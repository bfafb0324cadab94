import type { Kind, Values } from "../../kinds";
import { isPlainObject } from "../values/inputs";

/** By map, its names by their form in NFC; only names that have another form need it. */
const known = new WeakMap<Values, ReadonlyMap<string, string>>();

/** The name that a map of files has for a name: its own spelling, where it has the file in another form of Unicode. */
export function nameIn(files: Values, name: string): string {
  if (Object.hasOwn(files, name)) {
    return name;
  }
  const names = known.get(files) ?? new Map(Object.keys(files).map((it) => [it.normalize("NFC"), it]));
  known.set(files, names);
  return names.get(name.normalize("NFC")) ?? name;
}

/** The path with the name of a file in the spelling of the values: an old Mac writes it otherwise than a new Linux. */
export function placeIn(kind: Kind, values: Values, path: readonly string[]): readonly string[] {
  const [field = "", file, ...rest] = path;
  const files = values[field];
  return file === undefined || kind.inputs[field]?.files === undefined || !isPlainObject(files)
    ? path
    : [field, nameIn(files, file), ...rest];
}
