import { readContentId } from "../content/content-id";
import type { Obstacle, Outlook, Problem } from "../kind";
import { isDenied } from "../permission";
import { datasetObstacles } from "./dataset-reference";
import type { DeclaredService } from "./published-service-fields";

/**
 * Access by password needs a user and a password. With another access these have no effect. Without any declared access
 * the service might be open although somebody meant to protect it.
 */
export function accessRules({ access, accessUser, accessPassword }: DeclaredService): Problem[] {
  return Object.entries({ accessUser, accessPassword }).flatMap(([field, value]) =>
    access === "password" && value === undefined
      ? [{ field, what: 'is needed for `access: "password"`' }]
      : access === undefined && value !== undefined
        ? [{ field, what: 'has no effect without `access: "password"`' }]
        : [],
  );
}

/** What stands in the way of a publication, as far as it can be known before. */
export async function publicationObstacles(outlook: Outlook, { dataset }: DeclaredService): Promise<Obstacle[]> {
  const missing = await datasetObstacles(outlook, "dataset", dataset);
  if (missing.length > 0 || !outlook.knows(dataset)) {
    return missing;
  }
  const { ownerType, ownerId } = readContentId(dataset);
  if (ownerType === "org" && (await isDenied(outlook, "Bucket", "edit", ownerId))) {
    return [
      {
        field: "dataset",
        what: `you may not publish dataset ${dataset}`,
        why: `The permission Bucket.edit is denied to you in organisation ${ownerId}.`,
        remedy: "Use an account that may edit the dataset.",
      },
    ];
  }
  const seen = await outlook.see("Bucket", dataset);
  return outlook.mayChange("Bucket", dataset) || hasTheme(seen?.values ?? {})
    ? []
    : [
        {
          field: "dataset",
          what: `dataset ${dataset} has no theme`,
          why: "Without a theme the platform publishes no dataset.",
          remedy: "Give the dataset a theme, in its Bucket resource (`theme`) or on the platform.",
        },
      ];
}

/** An object of which nothing is known yet may have one. */
function hasTheme(values: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(values).length === 0 || ![undefined, ""].includes(values["theme"] as string | undefined);
}
