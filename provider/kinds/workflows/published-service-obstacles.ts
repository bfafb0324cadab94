import type { workflows } from "../../contract";
import { datasetObstacles } from "../content/content-obstacles";
import { readContentId } from "../content/content-id";
import type { Obstacle, Outlook, Problem, Values } from "../kind";
import { isDenied } from "../permission";
import type { DeclaredService } from "./published-service-fields";

type ServiceType = workflows.ServiceType;

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
export async function publicationObstacles(outlook: Outlook, { dataset, type }: DeclaredService): Promise<Obstacle[]> {
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
  return outlook.mayChange("Bucket", dataset) ? [] : datasetProblems(outlook, dataset, type);
}

/** What the dataset and its theme lack. An object of which nothing is known yet lacks nothing. */
async function datasetProblems(outlook: Outlook, dataset: string, type: ServiceType): Promise<Obstacle[]> {
  const { values = {} } = (await outlook.see("Bucket", dataset)) ?? {};
  if (Object.keys(values).length === 0) {
    return [];
  }
  const { theme, files } = values;
  if (typeof theme !== "string" || theme === "") {
    return [
      {
        field: "dataset",
        what: `dataset ${dataset} has no theme`,
        why: "Without a theme the platform publishes no dataset.",
        remedy: "Give the dataset a theme, in its Bucket resource (`theme`) or on the platform.",
      },
    ];
  }
  if (typeof files === "object" && files !== null && Object.keys(files).length === 0) {
    sayWithoutFile(dataset);
  }
  return themeProblems(outlook, theme, type);
}

/** A warning and no obstacle: a BucketFile of this program, further down or of another stack, may bring the file in time. */
function sayWithoutFile(dataset: string): void {
  console.warn(
    `Dataset ${dataset} has no file. The platform publishes the files of a dataset, so the publication fails unless it has one by then: in its Bucket resource (\`files\`), on the platform, or with a BucketFile on which the PublishedService depends (\`dependsOn\`).`,
  );
}

/** What the theme does not publish. A theme that names no service at all has all of them. */
async function themeProblems({ see, mayChange }: Outlook, theme: string, type: ServiceType): Promise<Obstacle[]> {
  const { values = {} } = mayChange("Theme", theme) ? {} : ((await see("Theme", theme)) ?? {});
  const services = servicesOf(values);
  const reason =
    values["metadataOnly"] === true
      ? "publishes only metadata"
      : services.length > 0 && !services.includes(type)
        ? `has the services ${services.join(", ")}, and not ${type}`
        : undefined;
  return reason === undefined
    ? []
    : [
        {
          field: "type",
          what: `theme ${theme} of the dataset ${reason}`,
          why: "A theme says which services its datasets get.",
          remedy: "Change the theme (`metadataOnly`, `viewServices`, `downloadServices`), or declare another type.",
        },
      ];
}

function servicesOf({ viewServices, downloadServices }: Values): string[] {
  const { wms = [] } = (viewServices ?? {}) as { readonly wms?: readonly string[] };
  const downloads = (downloadServices ?? []) as readonly { readonly type: string }[];
  return [...(wms.length > 0 ? ["wms"] : []), ...downloads.map((it) => it.type)];
}
