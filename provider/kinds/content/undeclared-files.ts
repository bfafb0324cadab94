import { namesOf } from "./content-decisions";
import { checksumIn } from "../files/content";
import type { Along, Live, Own, Values } from "../kind";
import { forgottenByStack } from "../refusals";

/** Files that the resource does not name: they would be lost, and so might files that the server does not list. */
export function undeclaredFiles(
  kindName: string,
  { id, values }: Live,
  declared: readonly string[],
  { fateOfFile }: Own,
): Along | undefined {
  if (typeof values["files"] !== "object") {
    return {
      what: `${kindName} "${String(values["name"])}" (${id}) may hold files that it does not declare`,
      why: "The server does not tell which files are in it, and undeclared ones would be lost.",
      remedy:
        'Run again when the server lists the files. Or declare `onDestroy: "retain"`, so that only the stack forgets it.',
      inReplacement: "As long as the server does not list them, the provider does not delete it, and the run stops.",
    };
  }
  const own = new Set(declared.map(nameLike));
  const fates = namesOf(values["files"])
    .filter((name) => !own.has(nameLike(name)))
    .map((name) => ({ name, fate: fateOfFile?.(id, name, checksumIn((values["files"] as Values)[name])) ?? "unknown" }))
    .filter(({ fate }) => fate !== "goes");
  const others = fates.map(({ name }) => name);
  const retained = fates.filter(({ fate }) => fate === "retained").map(({ name }) => name);
  return others.length === 0
    ? undefined
    : {
        what: `${kindName} "${String(values["name"])}" (${id}) holds ${inWords(others.length)} that it does not declare`,
        why: `These would be lost: ${listSome(others)}.${retained.length === 0 ? "" : ` The option \`retainOnDelete\` keeps ${listSome(retained)}.`}`,
        remedy:
          'Delete them first, or name them in `files`. Or declare `onDestroy: "retain"`, so that only the stack forgets it. A BucketFile that was adopted leaves its file there, unless it has `onDestroy: "delete"`. ' +
          forgottenByStack,
        inReplacement:
          "Files of BucketFile resources that refer to it are deleted before it. With any other file in it the provider does not delete it, and the run stops: delete such files first, or name them in `files`.",
      };
}

function nameLike(name: string): string {
  return name.normalize("NFC");
}

function inWords(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}

function listSome(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => JSON.stringify(name));
  return [...shown, ...(names.length > shown.length ? [`and ${names.length - shown.length} more`] : [])].join(", ");
}
