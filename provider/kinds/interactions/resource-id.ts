import { z } from "zod";
import { store } from "../../contract";
import { comparedAs } from "../equality";

/** The stores whose things people talk about. Metadata and attachments belong to a dataset, which has the tasks. */
const storesOfTypes = { Bucket: "data", Schema: "schemas", TransformationProject: "projects" } as const;
const stores = Object.values(storesOfTypes).join("|");
const types = Object.keys(storesOfTypes).join("|");

/** `data/org.1.<uuid>`, or `Theme/org.1.<uuid>` for a type that has no store. Each thing has one spelling. */
export const resourceId = comparedAs(
  "exact",
  z
    .string()
    .regex(
      new RegExp(`^(${stores}|(?!(${types})/)[A-Z][A-Za-z]*)/(user|org)\\.[^.\\s/]+\\.[^.\\s/]+$`),
      "expected the id of a bucket, a schema or a project, such as data/org.599.abe0849a-5110-43a5-81e4-5880fce3f398, or of something else with its type before it, such as Theme/org.599.abe0849a-…",
    ),
);

/** The resource in the form of the API. */
export function resourceAddress(id: string): { readonly resourceType: string; readonly resourceId: string } {
  const [first = "", combined = ""] = id.split("/");
  const type = store.storeNames.find((name) => name === first);
  return {
    resourceType: type === undefined ? first : store.variants[type].resourceType,
    resourceId: combined,
  };
}

/** The resource in the form of the fields. */
export function resourceIdOf(address: { readonly resourceType: string; readonly resourceId: string }): string {
  const { resourceType, resourceId: combined } = address;
  const place = (storesOfTypes as Readonly<Record<string, string>>)[resourceType] ?? resourceType;
  return `${place}/${combined}`;
}

/** Whether one of our kinds may declare it. */
export function isContent(id: string): boolean {
  return Object.values(storesOfTypes).some((name) => id.startsWith(`${name}/`));
}
