import { sourceMembers, type ResolvedFile, type ResolvedFiles, type Kind, type Values } from "../../kinds";
import { isPlainObject } from "../values/inputs";

/** The form that `check` gives a file: with the checksum of what was read. A program writes none. */
export function isMeasured(file: unknown): file is ResolvedFile {
  return (
    isPlainObject(file) &&
    typeof file["sha256"] === "string" &&
    Object.keys(file).every((name) => name === "sha256" || sourceMembers.includes(name))
  );
}

/** The form that it gives several, which a program writes as a list. */
export function isMeasuredSet(files: unknown): files is ResolvedFiles {
  return isPlainObject(files) && Object.values(files).every(isMeasured);
}

/** The fields that hold what `check` made of them: with `ignoreChanges` the engine hands over what the state has. */
export function measuredSets({ inputs }: Kind, given: Values): string[] {
  return Object.keys(given).filter((name) => inputs[name]?.files !== undefined && isMeasuredSet(given[name]));
}
