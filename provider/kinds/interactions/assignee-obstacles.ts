import { ServerRefusal, type Client } from "../../client";
import * as interactions from "../../contract/interactions";
import { isError } from "../../errors";
import type { Obstacle, Outlook } from "../kind";
import { resourceAddress } from "./resource-id";

/** The kinds whose objects say who sees a resource. */
const owners = ["Bucket", "Schema", "TransformationProject", "Theme"];

/** Checks that the assignee sees the resource, if both are there by now and this run gives no access. Otherwise only the server can tell. */
export async function assigneeObstacles(
  { client, knows, mayChange }: Outlook,
  resource: string,
  assignee: string,
): Promise<Obstacle[]> {
  const mayGetAccess = mayChange("User", assignee) || owners.some((kindName) => mayChange(kindName, resource));
  if (!knows(resource) || !knows(assignee) || mayGetAccess) {
    return [];
  }
  const possible = await possibleAssignees(client, resource);
  return possible === undefined || possible.has(assignee)
    ? []
    : [
        {
          field: "assignee",
          what: `user ${assignee} may not see ${resource}, so that the user cannot do a task on it`,
          why: "No role of the user gives access to it, and it is not shared with the user.",
          remedy:
            "Name another user, give the user a role in the organisation that owns it, or share it with the user first.",
        },
      ];
}

/** undefined: the server does not say, or cannot be asked. */
async function possibleAssignees(client: Client, resource: string): Promise<ReadonlySet<string> | undefined> {
  try {
    const { items, complete } = await client.snapshot(interactions.getAssignees, { path: resourceAddress(resource) });
    return complete === true ? new Set(items.map(({ id }) => id)) : undefined;
  } catch (error) {
    if (error instanceof ServerRefusal || isError(error, "HC2013")) {
      return undefined;
    }
    throw error;
  }
}
