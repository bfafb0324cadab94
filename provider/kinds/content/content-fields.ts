import { z } from "zod";
import { ownerInWords, ownerKeyOf, type DeclaredOwner } from "./content-owner";
import type { Computed, Field } from "../kind";

/** What the platform says about everything that has an owner. */
export const history = {
  lastModified: {
    type: z.number().optional(),
    doc: "When it was last changed, in milliseconds since 1970.",
    source: ["platform#buckets", "platform#moments"],
  },
  created: {
    type: z.number().optional(),
    doc: "When it was created, in milliseconds since 1970.",
    source: ["platform#schema-details", "platform#transformation-projects"],
  },
  createdBy: {
    type: z.string().optional(),
    doc: "Id of the user who created it.",
    source: "decisions#evidence-for-every-operation",
  },
} as const satisfies Readonly<Record<string, Computed>>;

export const combinedId = {
  type: z.string().optional(),
  doc: "Its id without the store: `<ownerType>.<ownerId>.<id>`.",
  source: "platform#combined-ids",
} as const satisfies Computed;

/** What changes with the object, for those whose work depends on it. `kind.revise` says what it is after a write. */
export function revisionOf(doc: string) {
  return {
    type: z.string().optional(),
    doc,
    source: "decisions#work-is-done-again-when-its-reasons-change",
    once: true,
    added: true,
  } as const satisfies Computed;
}

export const publicField = {
  type: z.boolean().optional(),
  mark: "mutable",
  doc: "`true`: everybody can read it, even without a login. Declare this either here or in a sharing resource.",
  source: ["platform#public-content", "platform#bucket-properties"],
} as const satisfies Field;

/** The name. The platform allows several objects of one name; this provider makes only one for each owner. */
export const ownedName = {
  type: "marker",
  nameField: "name",
  fields: ["name", "organisation", "user"],
  keyOf: (values: DeclaredOwner & { readonly name: string }) => `${ownerKeyOf(values)}/${values.name}`,
  inWords: (declared: DeclaredOwner & { readonly name: string }) => `"${declared.name}" ${ownerInWords(declared)}`,
  creator: "createdBy",
} as const;
