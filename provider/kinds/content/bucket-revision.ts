import { createHash } from "node:crypto";
import { z } from "zod";
import type { Computed, Listing, Live, Values } from "../kind";

/** What published services and jobs depend on. A change of nothing else is no reason to do their work again. */
const contents = ["name", "author", "description", "theme", "files"] as const;

export const revision = {
  type: z.string().optional(),
  doc: "A text that changes with the files, the name, the author, the description and the theme. Services and jobs that depend on the bucket take it over.",
  source: "decisions#work-is-done-again-when-its-reasons-change",
  added: true,
} as const satisfies Computed;

/** An answer that does not show the files tells no revision. */
export function withRevision<V extends Values>(values: V): V & { readonly revision?: string } {
  const { files } = values;
  if (typeof files !== "object" || files === null) {
    return values;
  }
  const known = contents.map((field) => [field, field === "files" ? checksumsOf(files) : (values[field] ?? "")]);
  return { ...values, revision: createHash("sha256").update(JSON.stringify(known)).digest("hex").slice(0, 16) };
}

export function revised(object: Live): Live {
  return { ...object, values: withRevision(object.values) };
}

export function allRevised({ items, ...listing }: Listing<Live>): Listing<Live> {
  return { ...listing, items: items.map(revised) };
}

function checksumsOf(files: object) {
  return Object.entries(files as Readonly<Record<string, { readonly sha256?: string }>>)
    .map(([name, { sha256 }]) => [name, sha256])
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}
