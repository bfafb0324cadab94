import { ServerRefusal, type Client } from "../../client";
import * as accounts from "../../contract/accounts";
import { isError } from "../../errors";
import { askedOnce } from "../asked-once";

interface ServerRole {
  readonly id: string;
  readonly extends?: string | undefined;
  readonly assignable: boolean;
  readonly resources: Readonly<Record<string, unknown>>;
}

/** undefined: the server has no such list, so that nobody can say which roles it knows. */
export const rolesOnServer: (client: Client) => Promise<readonly ServerRole[] | undefined> = askedOnce(
  async (client) => {
    try {
      return await client.call(accounts.getRoles, {});
    } catch (error) {
      if (isError(error, "HC2013")) {
        return undefined;
      }
      throw error;
    }
  },
);

/**
 * The roles with which a user manages an organisation: those that may assign roles in it. An installation may call them
 * as it likes, so what they allow tells (docs/decisions.md#roles-belong-to-the-server). undefined: the server does not say.
 */
export async function managingRoles(client: Client): Promise<ReadonlySet<string> | undefined> {
  try {
    const roles = await rolesOnServer(client);
    return roles === undefined ? undefined : new Set(roles.filter((it) => manages(it, roles)).map(({ id }) => id));
  } catch (error) {
    if (error instanceof ServerRefusal) {
      return undefined;
    }
    throw error;
  }
}

function manages(role: ServerRole, among: readonly ServerRole[], seen: ReadonlySet<string> = new Set()): boolean {
  const base = seen.has(role.id) ? undefined : among.find(({ id }) => id === role.extends);
  return isGiven(role) || (base !== undefined && manages(base, among, new Set([...seen, role.id])));
}

/** Without a condition, or under conditions. */
function isGiven({ resources }: ServerRole): boolean {
  const rule = (resources["Organisation"] as Readonly<Record<string, unknown>> | undefined)?.["assignRole"];
  return rule === true || (Array.isArray(rule) && rule.length > 0);
}
