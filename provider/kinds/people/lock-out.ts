import type { Client } from "../../client";
import * as accounts from "../../contract/accounts";
import { HaleconnectError } from "../../errors";
import type { Obstacle } from "../kind";
import { isDenied } from "../permission";
import { organisationsTold, rolesTold } from "./held-roles";
import { managingRoles } from "./server-roles";

/** A user in an organisation. */
interface Place {
  readonly organisation: string;
  readonly user: string;
}

/** The role or the roles that the user has in the organisation after the change. */
type RolesLeft = string | readonly string[] | undefined;

/** Refuses to take away the caller's own last role that manages an organisation: there would be no way back. */
export async function refuseToLockOut(client: Client, place: Place, left: RolesLeft): Promise<void> {
  const problem = await lockOut(client, place, left);
  if (problem !== undefined) {
    throw new HaleconnectError("HC5002", { what: problem });
  }
}

/** Why a change would lock the caller out, before anything is sent. `given`: roles that the user will have by then. */
export async function lockOut(
  client: Client,
  { organisation, user }: Place,
  left: RolesLeft,
  given: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  if ((await client.whoAmI()).id !== user) {
    return undefined;
  }
  const managing = await managingRoles(client);
  if (managing === undefined) {
    const isNone = await isDenied({ client }, "Organisation", "assignRole", organisation);
    return isNone ? undefined : inDoubt(organisation, "the server does not say what its roles allow");
  }
  if ([left ?? []].flat().some((role) => managing.has(role))) {
    return undefined;
  }
  // Read again, since this run may have given or taken another role.
  const { id, orgRoles } = await client.call(accounts.getProfile, { path: { userIdOrScreenName: user } });
  const held = orgRoles?.[organisation];
  const isTold = id === user && organisationsTold(orgRoles) !== undefined;
  if (!isTold || (held !== undefined && rolesTold(held) === undefined)) {
    return inDoubt(organisation, "the server gives the roles in an unknown form");
  }
  const manages = (roles: unknown): boolean => rolesTold(roles)?.some((it) => managing.has(it)) === true;
  // A role elsewhere that cannot be read does not count.
  const others = Object.entries({ ...orgRoles, ...given }).filter(
    ([where, roles]) => where !== organisation && manages(roles),
  );
  return manages(held) && others.length === 0
    ? `The role ${String(held)} in organisation ${organisation} stays, because it is the caller's own last one that manages an organisation`
    : undefined;
}

export function lockedOut(field: string, what: string): Obstacle {
  return { field, what, why: "There would be no way back.", remedy: "Use another account for it." };
}

function inDoubt(organisation: string, why: string): string {
  return `The role in organisation ${organisation} stays, because it may be the caller's own last one that manages an organisation: ${why}`;
}
