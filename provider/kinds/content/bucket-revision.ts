import { digestOf } from "../digest";
import type { Values } from "../kind";
import { namesOf } from "./content-decisions";

/** What published services and jobs depend on. A change of nothing else is no reason to do their work again. */
const contents = ["name", "author", "description", "theme", "files"] as const;

/** Only the declared files count: others belong to other resources. An answer that does not show the files tells no revision. */
export function bucketRevision(values: Values, declared: { readonly files?: unknown }): string | undefined {
  const { files, themeRevision } = values;
  if (typeof files !== "object" || files === null) {
    return undefined;
  }
  const known = contents.map((field) => [
    field,
    field === "files" ? checksumsOf(files, namesOf(declared.files)) : (values[field] ?? ""),
  ]);
  return digestOf(themeRevision === undefined ? known : [...known, ["themeRevision", themeRevision]]).slice(0, 16);
}

function checksumsOf(files: object, declared: readonly string[]) {
  const counting = declared.map((name) => name.normalize("NFC"));
  return Object.entries(files as Readonly<Record<string, { readonly sha256?: string }>>)
    .map(([name, { sha256 }]) => [name.normalize("NFC"), sha256] as const)
    .filter(([name]) => counting.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
