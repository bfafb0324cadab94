import { readContentId, storeOf } from "./content-id";
import type { Obstacle, Outlook } from "../kind";
import { notThere } from "../obstacle";

/** Whose resource makes what each store keeps; buckets are in all of them. */
const kindsOfStores: Readonly<Record<string, readonly string[]>> = {
  schemas: ["Schema", "Bucket"],
  projects: ["TransformationProject", "Bucket"],
};

/** What is shared has to be there. */
export async function contentObstacles({ see }: Outlook, content: string): Promise<Obstacle[]> {
  for (const kindName of kindsOfStores[storeOf(content)] ?? ["Bucket"]) {
    if ((await see(kindName, content)) !== undefined) {
      return [];
    }
  }
  return [notThere("content", content, "Give the id of an existing bucket, schema or project, or pass its resource.")];
}

/** The members of the organisation that owns something read it anyway: the server refuses to share it with them. */
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
