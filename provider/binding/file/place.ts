import fs from "node:fs";
import { ParsedYaml } from "./parsed-yaml";

/** `file:line:column` of what stands at a path of a contract file; the file alone if it can no longer be read. */
export function placeInFile(file: string, path: readonly PropertyKey[]): string {
  try {
    return new ParsedYaml(file, fs.readFileSync(file, "utf8")).placeOf(path);
  } catch {
    return file;
  }
}
