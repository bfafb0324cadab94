import { z } from "zod";
import * as store from "../../contract/store";
import { comparedAs } from "../equality";

/** The stores whose things people talk about. Metadata and attachments belong to a dataset, which has the tasks. */
const storesOfTypes = { Bucket: "data", Schema: "schemas", TransformationProject: "projects" } as const;
const stores = Object.values(storesOfTypes).join("|");
const types = [...Object.keys(storesOfTypes), "Theme"].join("|");

/**
 * `data/org.1.<uuid>`; a theme by its combined id alone; anything else with its type, `Report/org.1.<uuid>`. Each thing
 * has one spelling.
 */
export const resourceId = comparedAs(
  "exact",
  z
    .string()
    .regex(
      new RegExp(`^((${stores}|(?!(${types})/)[A-Z][A-Za-z]*)/)?(user|org)\\.[^.\\s/]+\\.[^.\\s/]+$`),
      "expected the id of a bucket, a schema or a project, such as data/org.599.abe0849a-5110-43a5-81e4-5880fce3f398, or the combined id of a theme",
    ),
);

/** The resource in the form of the API. */
export function resourceAddress(id: string): { readonly resourceType: string; readonly resourceId: string } {
  const [combined = "", place = "Theme"] = id.split("/").reverse();
  const name = store.storeNames.find((it) => it === place);
  return { resourceType: name === undefined ? place : store.variants[name].resourceType, resourceId: combined };
}

/** The resource in the form of the fields. */
export function resourceIdOf(address: { readonly resourceType: string; readonly resourceId: string }): string {
  const { resourceType, resourceId: combined } = address;
  const place = (storesOfTypes as Readonly<Record<string, string>>)[resourceType] ?? resourceType;
  return place === "Theme" ? combined : `${place}/${combined}`;
}

/** Whether a store has it. */
export function isContent(id: string): boolean {
  return Object.values(storesOfTypes).some((name) => id.startsWith(`${name}/`));
}

/** Its id is a combined id without anything before it. */
export function isTheme(id: string): boolean {
  return !id.includes("/");
}
