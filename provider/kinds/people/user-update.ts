import type { Client } from "../../client";
import * as accounts from "../../contract/accounts";
import { HaleconnectError } from "../../errors";
import type { Known, Values } from "../kind";
import { roleSeen, rolesByOrganisation } from "./held-roles";
import { changeMembership, getMember, giveRole, idOf, takeRoleAway } from "./membership";
import { aboutField, orAbsent } from "../refusals";
import type { DeclaredUser, UserChanges } from "./user-fields";
import { body, flatten, rolesIn } from "./user-form";

export const updateOperations = [
  accounts.updateUser,
  accounts.addMember,
  accounts.assignRole,
  accounts.removeMember,
  accounts.changePassword,
  accounts.deactivateUser,
  accounts.reactivateUser,
];

/** Sends one request for the profile, and one for each change that has its own operation. */
export async function updateUser(
  client: Client,
  userId: string,
  changes: UserChanges,
  { actual, declared, placesToLeave = [] }: Known<DeclaredUser>,
): Promise<Values> {
  const path = { userId };
  const profile = body(changes);
  if (changes.active === false) {
    await refuseSelf(client, userId, "deactivated");
  }
  let values: Values = {};
  if (changes.active === true) {
    values = flatten(await client.call(accounts.reactivateUser, { path })).values;
  }
  if (Object.keys(profile).length > 0) {
    values = { ...values, ...flatten(await client.call(accounts.updateUser, { path, body: profile })).values };
  }
  if (changes.organisation !== undefined || changes.role !== undefined || placesToLeave.length > 0) {
    values = { ...values, roles: await moveHome(client, userId, declared, placesToLeave, rolesIn(actual)) };
  }
  const { password } = changes;
  if (password !== undefined) {
    await aboutField("password", () => client.call(accounts.changePassword, { path, body: { password } }));
  }
  if (changes.active === false) {
    values = { ...values, ...flatten(await client.call(accounts.deactivateUser, { path })).values };
  }
  return values;
}

/**
 * Gives the role in the new organisation before it takes the former one away, so that no user is ever without a role. It
 * asks the server which roles there are: other resources give and take roles, and the state does not know of that.
 */
async function moveHome(
  client: Client,
  user: string,
  { organisation, role }: DeclaredUser,
  former: readonly string[],
  known: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const roles = await rolesOf(client, user, [organisation, ...former], known);
  const held = roles.get(organisation);
  if (held === undefined) {
    roles.set(organisation, (await giveRole(client, { organisation, user, role })).role);
  } else if (roleSeen(held, role) !== role) {
    roles.set(organisation, (await changeMembership(client, { organisation, user, role })).role);
  }
  for (const left of former.filter((it) => roles.has(it))) {
    await takeRoleAway(client, { organisation: left, user });
    roles.delete(left);
  }
  return Object.fromEntries(roles);
}

/** The roles in the profile. If it does not show them, this asks for those in the organisations that matter here. */
async function rolesOf(
  client: Client,
  user: string,
  organisations: readonly string[],
  known: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const profile = await client.call(accounts.getProfile, { path: { userIdOrScreenName: user } });
  const told = rolesByOrganisation(profile.orgRoles);
  if (told !== undefined) {
    return new Map(Object.entries(told));
  }
  const roles = new Map(Object.entries(known));
  for (const organisation of organisations) {
    const found = await getMember(client, idOf({ organisation, user }));
    if (found?.status === "member") {
      roles.set(organisation, found.role);
    } else {
      roles.delete(organisation);
    }
  }
  return roles;
}

export async function deleteUser(client: Client, userId: string, fate: "delete" | "deactivate"): Promise<void> {
  await refuseSelf(client, userId, fate === "delete" ? "deleted" : "deactivated");
  const path = { userId };
  await orAbsent<unknown>(
    fate === "delete" ? client.call(accounts.deleteUser, { path }) : client.call(accounts.deactivateUser, { path }),
  );
}

async function refuseSelf(client: Client, userId: string, what: string): Promise<void> {
  const me = await client.whoAmI();
  if (me.id === userId) {
    throw new HaleconnectError("HC5002", { what: `User ${userId} is the caller's own and is not ${what}` });
  }
}
