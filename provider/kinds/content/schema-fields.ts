import { z } from "zod";
import * as schemas from "../../contract/schemas";
import * as store from "../../contract/store";
import { fileOf } from "./content-decisions";
import { publicField } from "./content-fields";
import { ownerFields } from "./content-owner";
import { comparedAs } from "../equality";
import { filesOf } from "../files/file-sets";
import { completeSchema } from "../files/schema-files";
import type { Changes, Declared, Fields } from "../kind";
import { schemaId } from "../references";

const form = schemas.NewSchema.shape;

/** The fields of a schema. */
export const schemaFields = {
  ...ownerFields,
  name: {
    type: form.name,
    mark: "mutable",
    doc: "Name, 1 to 250 characters. The platform allows several schemas of the same name. This provider makes only one for each owner, so that it can find the schema again. A change to the name of another schema of this owner gives a warning.",
    source: ["platform#schema-details", "decisions#exactly-once"],
  },
  author: {
    type: form.author,
    mark: "mutable",
    doc: "Author, up to 10,000 characters.",
    source: "platform#schema-details",
  },
  version: {
    type: form.version,
    mark: "mutable",
    doc: "Version, any text of up to 10,000 characters.",
    source: "platform#schema-details",
  },
  type: {
    type: form.type,
    mark: "mutable",
    doc: "The «Schema type», any text of up to 10,000 characters.",
    source: "platform#schema-details",
  },
  description: {
    type: form.description,
    mark: "mutable",
    doc: "Description, up to 10,000 characters.",
    source: "platform#schema-details",
  },
  public: publicField,
  files: {
    type: filesOf,
    mark: "mutable",
    sentBy: [store.schemas.replaceFile, store.schemas.deleteFile],
    files: {
      subject: fileOf,
      largest: () => store.schemas.variant.largestFile,
      problemWithName: store.problemWithFilePath,
      complete: completeSchema,
    },
    doc: "The schema's files, declared as in Bucket: an XSD, a hale schema (.hsd, .haleschema) or a Shapefile. The provider adds the files that an XSD imports from its folder, and the other parts of a Shapefile (.dbf, .shx, .prj, .cpg).",
    source: "platform#schema-files",
  },
  url: {
    type: z
      .url({ protocol: /^https?$/, error: "expected an address with http:// or https://" })
      .max(2000)
      .optional(),
    mark: "replace",
    doc: "Instead of files: the address of an XSD, or of a WFS DescribeFeatureType request. The platform reads it once. The provider does not notice later changes at that address, or in the files of the schema.",
    source: "platform#schema-creation",
  },
  preset: {
    type: comparedAs("exact", z.string().min(1).max(200)).optional(),
    mark: "replace",
    doc: "Instead of files: the id of a schema that the platform offers ready-made; `getPresets` lists them. The platform copies its files once, and the provider does not compare them later.",
    source: "platform#schema-creation",
  },
  basedOn: {
    type: schemaId.optional(),
    mark: "replace",
    refersTo: "Schema",
    doc: "Instead of files: another schema. The platform copies its files once, and the provider does not compare them later.",
    source: "platform#schema-creation",
  },
} as const satisfies Fields;

export type DeclaredSchema = Declared<typeof schemaFields>;
export type SchemaChanges = Changes<typeof schemaFields>;
