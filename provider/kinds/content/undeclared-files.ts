import { namesOf } from "./content-decisions";
import type { Along, Live, Own } from "../kind";
import { forgottenByStack } from "../refusals";

/** Files of the object that its resource does not name: they would go along. So may those that the server does not tell. */
export function undeclaredFiles(
  kindName: string,
  { id, values }: Live,
  declared: readonly string[],
  { fateOfFile }: Own,
): Along | undefined {
  if (typeof values["files"] !== "object") {
    return {
      what: `${kindName} "${String(values["name"])}" (${id}) may hold files that it does not declare`,
      why: "The server does not tell which files are in it, and these would be lost.",
      remedy: 'Run again when the server tells them; or declare `onDestroy: "retain"` to let only the stack forget it.',
      inReplacement: "While the server does not tell them it will not be deleted, and the run will stop.",
    };
  }
  const own = new Set(declared.map(nameLike));
  const fates = namesOf(values["files"])
    .filter((name) => !own.has(nameLike(name)))
    .map((name) => ({ name, fate: fateOfFile?.(id, name, checksumOf(values["files"], name)) ?? "unknown" }))
    .filter(({ fate }) => fate !== "goes");
  const others = fates.map(({ name }) => name);
  const retained = fates.filter(({ fate }) => fate === "retained").map(({ name }) => name);
  return others.length === 0
    ? undefined
    : {
        what: `${kindName} "${String(values["name"])}" (${id}) holds ${inWords(others.length)} that it does not declare`,
        why: `These would be lost: ${listSome(others)}.${retained.length === 0 ? "" : ` To stay is declared by \`retainOnDelete\` for ${listSome(retained)}.`}`,
        remedy:
          'Delete them first, or name them in `files`; or declare `onDestroy: "retain"` to let only the stack forget it. A BucketFile that was adopted leaves its file there, unless it has `onDestroy: "delete"`. ' +
          forgottenByStack,
        inReplacement:
          "Those of BucketFile resources that refer to it are deleted before it. With any other it will not be deleted, and the run will stop: delete these first, or name them in `files`.",
      };
}

function nameLike(name: string): string {
  return name.normalize("NFC");
}

function checksumOf(files: unknown, name: string): unknown {
  return (files as Readonly<Record<string, { readonly sha256?: unknown } | undefined>>)[name]?.sha256;
}

function inWords(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}

function listSome(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => JSON.stringify(name));
  return [...shown, ...(names.length > shown.length ? [`and ${names.length - shown.length} more`] : [])].join(", ");
}
