import type { ResolvedFile, ResolvedFiles, Kind, Values } from "../../kinds";
import { sourceMembers } from "../../kinds/files/content";
import { isPlainObject } from "../values/inputs";

/** Whether a file has the form that `check` gives it, with a checksum. A program writes no checksum. */
export function isMeasured(file: unknown): file is ResolvedFile {
  return (
    isPlainObject(file) &&
    typeof file["sha256"] === "string" &&
    Object.keys(file).every((name) => name === "sha256" || sourceMembers.includes(name))
  );
}

/** Whether several files have the form that `check` gives them. A program writes them as a list. */
export function isMeasuredSet(files: unknown): files is ResolvedFiles {
  return isPlainObject(files) && Object.values(files).every(isMeasured);
}

/** Returns the fields in the form that `check` gave them. With `ignoreChanges` the engine passes the state's values. */
export function measuredSets({ inputs }: Kind, given: Values): string[] {
  return Object.keys(given).filter((name) => inputs[name]?.files !== undefined && isMeasuredSet(given[name]));
}
