import { readContentId, storeOf } from "./content-id";
import type { Obstacle, Outlook } from "../kind";
import { notThere } from "../obstacle";

/** The kinds that can declare what a store keeps. A Bucket can be in every store. */
const kindsOfStores: Readonly<Record<string, readonly string[]>> = {
  schemas: ["Schema", "Bucket"],
  projects: ["TransformationProject", "Bucket"],
};

/** Checks that the content exists. */
export async function contentObstacles({ see }: Outlook, content: string, field = "content"): Promise<Obstacle[]> {
  for (const kindName of kindsOfStores[storeOf(content)] ?? ["Bucket"]) {
    if ((await see(kindName, content)) !== undefined) {
      return [];
    }
  }
  return [notThere(field, content, "Give the id of an existing bucket, schema or project, or pass its resource.")];
}

export async function datasetObstacles({ see }: Outlook, field: string, dataset: string): Promise<Obstacle[]> {
  return (await see("Bucket", dataset)) === undefined
    ? [notThere(field, `dataset ${dataset}`, "Give the id of an existing dataset, or pass its Bucket resource.")]
    : [];
}

/** The members of the owning organisation can read the content anyway, so the server refuses to share it with them. */
export function ownerAmong({ knows }: Outlook, content: string, organisations: readonly string[]): Obstacle[] {
  const owner = knows(content) ? readContentId(content) : undefined;
  return owner?.ownerType !== "org" || !organisations.includes(owner.ownerId)
    ? []
    : [
        {
          field: "sharedWith",
          what: `${content} cannot be shared with organisation ${owner.ownerId}, which owns it`,
          why: "Its members have access by their roles.",
          remedy: "Name another organisation, or remove this one.",
        },
      ];
}
