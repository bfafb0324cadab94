import { z } from "zod";
import * as accounts from "../contract/accounts";
import * as store from "../contract/store";
import { comparedAs } from "./equality";
import type { Field } from "./kind";

const [stores, owners] = [store.storeNames.join("|"), store.ownerTypes.join("|")];

export const organisationId = comparedAs("exact", z.string().regex(/^\d+$/, "expected the number of an organisation"));

/** The id of a user. */
export const userId = comparedAs("exact", z.string().min(1));

/** The id of a role, one of those that the server has. */
export const roleId = comparedAs("exact", accounts.NewUser.shape.role);

/** The id of a bucket, a schema or a transformation project. */
export const contentId = comparedAs(
  "exact",
  z
    .string()
    .regex(
      new RegExp(`^(${stores})/(${owners})\\.[^.\\s/]+\\.[^.\\s/]+$`),
      "expected the id of a bucket, a schema or a project, such as data/org.599.abe0849a-5110-43a5-81e4-5880fce3f398",
    ),
);

/** The id of a bucket in the store `data`. */
export const datasetId = comparedAs(
  "exact",
  z
    .string()
    .regex(
      /^data\/(user|org)\.[^.\s/]+\.[^.\s/]+$/,
      "expected the id of a bucket in the store `data`, such as data/org.599.abe0849a-…",
    ),
);

export const schemaId = comparedAs(
  "exact",
  z
    .string()
    .regex(
      /^schemas\/(user|org)\.[^.\s/]+\.[^.\s/]+$/,
      "expected the id of a schema, such as schemas/org.599.abe0849a-…",
    ),
);

export const projectId = comparedAs(
  "exact",
  z
    .string()
    .regex(
      /^projects\/(user|org)\.[^.\s/]+\.[^.\s/]+$/,
      "expected the id of a transformation project, such as projects/org.599.abe0849a-…",
    ),
);

export const themeId = comparedAs(
  "exact",
  z.string().regex(/^(user|org)\.[^.\s/]+\.[^.\s/]+$/, "expected the id of a theme, such as org.599.abe0849a-…"),
);

/** The content that a sharing resource shares. */
export const sharedContent = {
  type: contentId,
  mark: "replace",
  refersTo: ["Bucket", "Schema", "TransformationProject"],
  doc: "The bucket, the schema or the transformation project that is shared.",
  source: "platform#roles-and-permissions",
} as const satisfies Field;
