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
  return (await organisationsWhere(client, resourceType, permission))?.[organisation] === false;
}

/** Whether the caller has a role nowhere: each organisation with a role is mentioned (docs/platform.md#permission-info). */
export async function hasNoRole(client: Client): Promise<boolean> {
  const organisations = await organisationsWhere(client, "Organisation", "read");
  return organisations !== undefined && Object.keys(organisations).length === 0;
}

async function organisationsWhere(
  client: Client,
  resourceType: string,
  permission: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const asked = known.get(client) ?? new Map<string, Promise<Readonly<Record<string, unknown>>>>();
  known.set(client, asked);
  const key = `${resourceType} ${permission}`;
  const answer = asked.get(key) ?? permissionInfo(client, resourceType, permission);
  asked.set(key, answer);
  return (await answer)["organisations"] as Readonly<Record<string, unknown>> | undefined;
}

const inWords = { create: "create", edit: "change" } as const;

/** Checks that the caller may do all of this to what the organisation owns. The first denial is enough. */
export async function deniedObstacles(
  outlook: Pick<Outlook, "client">,
  resourceType: string,
  permissions: readonly (keyof typeof inWords)[],
  organisation: string,
): Promise<Obstacle[]> {
  for (const permission of permissions) {
    if (await isDenied(outlook, resourceType, permission, organisation)) {
      return [
        {
          field: "organisation",
          what: `you may not ${inWords[permission]} a ${resourceType} in organisation ${organisation}`,
          why: `The permission ${resourceType}.${permission} is denied there.`,
          remedy: "Use an account that has a role with this permission, or ask for such a role.",
        },
      ];
    }
  }
  return [];
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
