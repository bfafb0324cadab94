import { ServerRefusal, type Client } from "../client";
import * as accounts from "../contract/accounts";
import { isError } from "../errors";
import type { Obstacle, Outlook } from "./kind";

/** Answers by client and question: many objects ask the same. */
const known = new WeakMap<Client, Map<string, Promise<Readonly<Record<string, unknown>>>>>();

/**
 * Whether the server denies this to the caller in the name of the organisation. An organisation that it does not mention
 * may still be allowed, below the caller's own for instance (docs/platform.md#permission-info).
 */
export async function isDenied(
  { client }: Pick<Outlook, "client">,
  resourceType: string,
  permission: string,
  organisation: string,
): Promise<boolean> {
  const asked = known.get(client) ?? new Map<string, Promise<Readonly<Record<string, unknown>>>>();
  known.set(client, asked);
  const key = `${resourceType} ${permission}`;
  const answer = asked.get(key) ?? permissionInfo(client, resourceType, permission);
  asked.set(key, answer);
  const organisations = (await answer)["organisations"];
  return (organisations as Readonly<Record<string, unknown>> | undefined)?.[organisation] === false;
}

/** Checks a permission that manages an organisation. */
export async function managingObstacles(
  outlook: Pick<Outlook, "client">,
  resourceType: string,
  permission: string,
  organisation: string,
  what: string,
): Promise<Obstacle[]> {
  return (await isDenied(outlook, resourceType, permission, organisation))
    ? [
        {
          field: "organisation",
          what: `you may not ${what} organisation ${organisation}`,
          why: `The permission ${resourceType}.${permission} is denied there.`,
          remedy: "Use an account with a role that gives it, or ask for such a role.",
        },
      ]
    : [];
}

/** A server that refuses this call, or does not have it, says nothing about what is allowed. */
async function permissionInfo(client: Client, resourceType: string, permission: string) {
  try {
    return await client.call(accounts.getResourcePermissionInfo, { path: { resourceType, permission } });
  } catch (error) {
    if (error instanceof ServerRefusal || isError(error, "HC2013")) {
      return {};
    }
    throw error;
  }
}
