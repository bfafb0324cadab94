import { z } from "zod";
import { sentModel } from "../models";
import { unlike } from "../no-duplicates";

/** Where the metadata of a dataset comes from (docs/platform.md#theme-metadata). */
export const metadataSources = ["editor", "republish", "link"] as const;

export const metadataTypes = ["string", "object", "array", "integer", "float", "enum"] as const;
export const metadataSchemas = ["email", "enum", "geojson", "json", "wkt", "csv"] as const;

const text = z.string().max(10_000);
const name = z.string().min(1).max(500);
const count = z.number().int();

/** Printed as objects of which nothing is said, which become `Object` in Java: any JSON value arrives. */
const scalar = z.union([text, z.number(), z.boolean()]).meta({ type: "object" });
const anyValue = z
  .union([text, z.number(), z.boolean(), z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .meta({ type: "object" });

export const MetadataEnumValue = sentModel("MetadataEnumValue", "A value to choose.", {
  label: text.nullish(),
  value: scalar.describe("What is written into the metadata."),
});

/** The members are those of the platform's own examples, of which many are null. */
export const MetadataField = z
  .strictObject({
    name: name.describe("Path in the platform's model of metadata: `md-dataset.citation.title`."),
    required: z.boolean().nullish(),
    minOccurs: count.min(0).nullish(),
    maxOccurs: count.min(-1).nullish().describe("`-1`: as many as one wants."),
    comment: text.nullish(),
    label: text.nullish(),
    description: text.nullish(),
    type: z.enum(metadataTypes).nullish(),
    schema: z.enum(metadataSchemas).nullish(),
    defaultValue: anyValue.nullish(),
    autofillRule: text.nullish().describe("Such as `{{dataset.name}}`."),
    visibility: z.boolean().nullish(),
    editable: z.boolean().nullish(),
    openValue: z.boolean().nullish().describe("`true`: other values than those of the list may be entered."),
    enumValues: z.array(MetadataEnumValue).max(10_000).nullish(),
    targets: z
      .record(z.string(), text)
      .nullish()
      .describe("Where the value goes, by service; `bsp` publishes the services."),
  })
  .superRefine(({ minOccurs, maxOccurs, type, enumValues, openValue }, context) => {
    if (typeof minOccurs === "number" && typeof maxOccurs === "number" && maxOccurs !== -1 && maxOccurs < minOccurs) {
      context.addIssue({
        code: "custom",
        path: ["maxOccurs"],
        message: `is less than minOccurs, ${String(minOccurs)}`,
      });
    }
    const hasNoValues = type === "enum" && openValue !== true && (enumValues ?? []).length === 0;
    if (hasNoValues) {
      context.addIssue({ code: "custom", path: ["enumValues"], message: "is needed for the type enum" });
    }
  })
  .meta({ id: "MetadataField", description: "A field of the form in which metadata are entered." });

export const MetadataCategory = sentModel("MetadataCategory", "A group of fields.", {
  categoryName: name.optional(),
  title: text.nullish(),
  name,
  expand: z.boolean().nullish(),
  fields: z.array(MetadataField).max(1000),
});

const categories = z.array(MetadataCategory).max(200);

/** A name stands for one field, in whatever category it is. */
export const metadataConfiguration = unlike(
  categories,
  ({ name: category }) => category,
  "is the name of another category",
  "name",
).superRefine((list, context) => {
  const seen = new Set<string>();
  for (const [at, { fields }] of list.entries()) {
    for (const [index, field] of fields.entries()) {
      if (seen.has(field.name)) {
        context.addIssue({ code: "custom", path: [at, "fields", index, "name"], message: "is another field's name" });
      }
      seen.add(field.name);
    }
  }
});

/** What the help pages name; an installation may have others. */
export const knownMetadataProfiles = [
  "crs-info-anchor",
  "wfs-information",
  "operates-on-use-mdidentifier",
  "service-types-keyword-anchor",
  "gdi-de",
] as const;

const profile = z
  .string()
  .max(100)
  .regex(/^!?[a-z0-9][a-z0-9-]*$/, "the name of a metadata profile such as gdi-de, or !gdi-de to switch it off");

export const metadataProfiles = unlike(
  z.array(profile).max(100),
  (it) => it.replace("!", ""),
  "is there already, on or off",
);

export const ThemeMetadata = sentModel("ThemeMetadata", "How metadata of datasets, or of services, come about.", {
  source: z
    .enum(metadataSources)
    .optional()
    .describe("`editor`: the platform makes them. `republish`: a file is uploaded. `link`: a link is given."),
  language: z
    .union([z.string().regex(/^[a-z]{3}$/, "an ISO 639-2 code of three small letters, such as `ger`"), z.literal("")])
    .optional()
    .describe("ISO 639-2 code of their language."),
  profiles: metadataProfiles
    .optional()
    .describe("Names of metadata profiles. `!` before a name switches the profile off."),
  configuration: metadataConfiguration.optional().describe("The form of the metadata editor: categories of fields."),
});
