import { z } from "zod";
import { milliseconds, readModel, sentModel } from "../models";
import { StoredFile } from "../store/models";
import { bucketName } from "../store/names";
import { combinedId, ownerTypes } from "../store/ident";
import { text } from "./texts";

/** Where a schema comes from (docs/platform.md#schemas, the ways to create one). `file`: files that the store of schemas is given. */
export const sourceKinds = ["file", "url", "preset", "schema"] as const;
export type SourceKind = (typeof sourceKinds)[number];

const address = z
  .url({ protocol: /^https?$/, error: "expected the address of an XSD or of a DescribeFeatureType request" })
  .max(2000);

/** What each kind needs besides; nothing else may be there. */
export const sourceField = { file: undefined, url: "address", preset: "preset", schema: "schema" } as const;

export const SchemaSource = z
  .strictObject({
    kind: z.enum(sourceKinds),
    address: address.optional().describe("With `url`: the address of an XSD, or of a WFS DescribeFeatureType request."),
    preset: z.string().min(1).max(200).optional().describe("With `preset`: the id of the preset."),
    schema: combinedId.optional().describe("With `schema`: combined id of the schema whose files are copied."),
  })
  .superRefine((source, context) => {
    const needed = sourceField[source.kind];
    for (const field of ["address", "preset", "schema"] as const) {
      if ((source[field] !== undefined) !== (field === needed)) {
        const message = field === needed ? `is needed for ${source.kind}` : `does not belong to ${source.kind}`;
        context.addIssue({ code: "custom", path: [field], message });
      }
    }
  })
  .meta({ id: "SchemaSource", description: "Where a schema comes from." });

export const NewSchema = sentModel("NewSchema", "A schema to create: the fields of the form.", {
  name: bucketName,
  author: text.optional(),
  version: text.optional(),
  type: text.optional().describe("The «Schema type», any text."),
  description: text.optional(),
  public: z.boolean().optional().describe("Default: false."),
  source: SchemaSource,
});

export const SchemaUpdate = sentModel(
  "SchemaUpdate",
  "Changes to a schema: a field that you leave out stays as it is; an empty text clears it.",
  {
    name: bucketName.optional(),
    author: text.optional(),
    version: text.optional(),
    type: text.optional(),
    description: text.optional(),
    public: z.boolean().optional(),
  },
);

const count = z.number().int().min(0);

export const SchemaStatistics = readModel("SchemaStatistics", "Statistics of a schema.", {
  types: count,
  localTypes: count,
  importedTypes: count,
  inheritedTypes: count,
  properties: count,
  importedProperties: count,
  inheritedProperties: count,
  complexPropertyTypes: count,
  simplePropertyTypes: count,
  maxPropertyDepth: count,
});

export const SchemaInfo = readModel(
  "SchemaInfo",
  "A schema: a bucket in the store of schemas, and what its files say.",
  {
    id: z.string().describe("Combined id. Its bucket in the store of schemas has the same one."),
    ownerType: z.enum(ownerTypes),
    ownerId: z.string(),
    name: z.string().optional().describe("Missing as long as its bucket has no name."),
    author: z.string().optional(),
    version: z.string().optional(),
    type: z.string().optional(),
    description: z.string().optional(),
    public: z.boolean(),
    source: readModel("SchemaOrigin", "Where the schema came from.", {
      kind: z.enum(sourceKinds),
      address: z.string().optional(),
      preset: z.string().optional(),
      schema: z.string().optional(),
    }),
    created: milliseconds,
    createdBy: z.string().optional().describe("Id of the user who created it."),
    lastModified: milliseconds,
    namespaces: z.array(z.string()).describe("Target namespaces of its files."),
    featureTypes: count.describe("Number of its feature types."),
    featureTypeNames: z
      .array(z.string())
      .describe("Their names, each with its namespace in braces: {http://inspire.ec.europa.eu/schemas/ad/4.0}Address."),
    statistics: SchemaStatistics.optional().describe("Missing as long as no file can be read as a schema."),
    problem: z.string().optional().describe("Why a file cannot be read as a schema, or which import is missing."),
    files: z.array(StoredFile),
  },
);
export type SchemaInfo = z.output<typeof SchemaInfo>;

const occurs = {
  minOccurs: count,
  maxOccurs: count.optional().describe("Missing: any number of times."),
};

export const SchemaProperty = readModel("SchemaProperty", "A property of a feature type.", {
  name: z.string(),
  namespace: z.string().optional(),
  type: z.string().optional().describe("Name of its type, with the namespace in braces."),
  isAttribute: z.boolean().optional(),
  ...occurs,
});

export const FeatureType = readModel("FeatureType", "A feature type of a schema.", {
  name: z.string(),
  namespace: z.string().optional(),
  base: z.string().optional().describe("Name of the type that it extends, with the namespace in braces."),
  description: z.string().optional(),
  isAbstract: z.boolean(),
  isImported: z.boolean().describe("true: it comes from a file that the schema's own files import."),
  properties: z.array(SchemaProperty),
});

export const SchemaNamespace = readModel("SchemaNamespace", "A namespace that occurs in a schema.", {
  namespace: z.string(),
  prefix: z.string().optional().describe("The prefix that the schema's files use for it."),
  isTarget: z.boolean().describe("true: it is the target namespace of one of the schema's own files."),
  featureTypes: count,
});

export const SchemaLocation = readModel("SchemaLocation", "A place from which a schema takes another one.", {
  location: z.string().describe("The location, as the file gives it."),
  namespace: z.string().optional(),
  file: z.string().optional().describe("The file that names it."),
  isFound: z.boolean().describe("Whether it is one of the schema's files."),
});

export const Preset = readModel("Preset", "A schema that the platform has ready.", {
  id: z.string(),
  name: z.string(),
  version: z.string().optional(),
  type: z.string().optional(),
  namespace: z.string().optional(),
  address: z.string().optional().describe("Address of its published XSD."),
});
