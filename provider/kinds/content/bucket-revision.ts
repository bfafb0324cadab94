import { z } from "zod";
import { digestOf } from "../digest";
import type { Computed, Listing, Live, Values } from "../kind";

/** What published services and jobs depend on. A change of nothing else is no reason to do their work again. */
const contents = ["name", "author", "description", "theme", "files"] as const;

export const revision = {
  type: z.string().optional(),
  doc: "A text that changes when an `up` changes the declared files, the name, the author, the description or the theme. Services and jobs that depend on the bucket take it over. A file that a BucketFile declares does not count: pass that BucketFile in their `triggers`.",
  source: "decisions#work-is-done-again-when-its-reasons-change",
  once: true,
  added: true,
} as const satisfies Computed;

/**
 * The state keeps it as it was after the last write, so a refresh changes nothing. After a write only the `declared` files
 * count: others belong to other resources. An answer that does not show the files tells no revision.
 */
export function withRevision<V extends Values>(
  values: V,
  declared?: readonly string[],
): V & { readonly revision?: string } {
  const { files } = values;
  if (typeof files !== "object" || files === null) {
    return values;
  }
  const known = contents.map((field) => [
    field,
    field === "files" ? checksumsOf(files, declared) : (values[field] ?? ""),
  ]);
  return { ...values, revision: digestOf(known).slice(0, 16) };
}

export function revised(object: Live): Live {
  return { ...object, values: withRevision(object.values) };
}

export function allRevised({ items, ...listing }: Listing<Live>): Listing<Live> {
  return { ...listing, items: items.map(revised) };
}

function checksumsOf(files: object, declared?: readonly string[]) {
  const counting = declared?.map((name) => name.normalize("NFC"));
  return Object.entries(files as Readonly<Record<string, { readonly sha256?: string }>>)
    .map(([name, { sha256 }]) => [name.normalize("NFC"), sha256] as const)
    .filter(([name]) => counting?.includes(name) ?? true)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
