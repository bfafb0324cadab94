import type { z } from "zod";
import type { Client, Listing } from "../../client";
import * as accounts from "../../contract/accounts";
import { rolesInWords, rolesTold } from "./held-roles";
import type { Handover, Live, Obstacle, Outlook } from "../kind";
import { aboutField, orAbsent } from "../refusals";
import type { RemoteUser } from "./user-form";
import { notThere } from "../obstacle";
import { refuseToLockOut } from "./lock-out";
import { rolesOnServer } from "./server-roles";

export type RemoteMember = z.output<typeof accounts.Member>;

/** One user's role in one organisation. */
export type Membership = Readonly<Pick<RemoteMember, "organisation" | "user" | "role">>;

/** A decision about the members of an organisation: of the whole list, or about one of them. */
export function membersOf(
  organisation: string,
  isWhole: boolean,
  members?: readonly Omit<Membership, "organisation">[],
) {
  return {
    subject: `the members of organisation ${organisation}`,
    isWhole,
    ...(members === undefined
      ? {}
      : { points: Object.fromEntries(members.map(({ user, role }) => [memberInWords(user), role])) }),
  };
}

/** Who may take over the decision about a user's role: a resource for this role, or a whole list that names the user. */
export function roleHandedOver(membership: Omit<Membership, "role">): readonly Handover[] {
  const { organisation, user } = membership;
  return [
    { subject: roleOf(membership) },
    { subject: membersOf(organisation, true).subject, point: memberInWords(user) },
  ];
}

function memberInWords(user: string): string {
  return `user ${user}`;
}

/** The subject of a decision about a user's role in an organisation. */
export function roleOf({ organisation, user }: Omit<Membership, "role">): string {
  return `the role of user ${user} in organisation ${organisation}`;
}

/** Gives a role to a user who has none there. It never overwrites an existing role. */
export function giveRole(client: Client, { organisation, user, role }: Membership): Promise<RemoteMember> {
  return client.call(accounts.addMember, { path: { orgId: organisation }, body: { user, role } });
}

/** Gives a member another role, in place of all that the member has there. */
export async function changeMembership(client: Client, membership: Membership): Promise<RemoteMember> {
  const { organisation, user, role } = membership;
  await refuseToLockOut(client, membership, role);
  return aboutField("role", () =>
    client.call(accounts.assignRole, { path: { orgId: organisation, userId: user }, body: { role } }),
  );
}

export async function takeRoleAway(client: Client, membership: Omit<Membership, "role">): Promise<void> {
  const { organisation, user } = membership;
  await refuseToLockOut(client, membership, undefined);
  await orAbsent(client.call(accounts.removeMember, { path: { orgId: organisation, userId: user } }));
}

/** Takes away this one role. Others that the user has in the organisation stay: somebody else gave them. */
export async function takeOwnRoleAway(client: Client, membership: Membership): Promise<void> {
  const { organisation, user, role } = membership;
  const several = await severalRolesOf(client, membership);
  if (several === undefined) {
    await takeRoleAway(client, membership);
  } else if (several.includes(role)) {
    await removeRole(
      client,
      membership,
      several.filter((it) => it !== role),
    );
  } else {
    console.warn(
      `User ${user} has the roles ${several.join(", ")} in organisation ${organisation}, and no longer the role ${role}: nothing is taken away.`,
    );
  }
}

/** Gives another role in place of this one. Others that the user has in the organisation stay. */
export async function changeOwnRole(client: Client, membership: Membership, former: unknown): Promise<RemoteMember> {
  const { organisation, user, role } = membership;
  const several = await severalRolesOf(client, membership);
  if (several === undefined) {
    return changeMembership(client, membership);
  }
  const others = several.filter((it) => it !== former);
  if (others.length < several.length) {
    await removeRole(client, { organisation, user, role: String(former) }, [...others, role]);
  }
  return aboutField("role", () => giveRole(client, membership));
}

async function removeRole(client: Client, membership: Membership, left: readonly string[]): Promise<void> {
  const { organisation, user, role } = membership;
  await refuseToLockOut(client, membership, left);
  await orAbsent(client.call(accounts.removeRole, { path: { orgId: organisation, userId: user, role } }));
}

/** undefined: the user has one role there, or none. */
async function severalRolesOf(
  client: Client,
  membership: Omit<Membership, "role">,
): Promise<readonly string[] | undefined> {
  const { roles = [] } = (await getMember(client, idOf(membership))) ?? {};
  return roles.length > 1 ? roles : undefined;
}

export async function getMember(client: Client, id: string): Promise<RemoteMember | undefined> {
  const { organisation, user } = partsOf(id);
  return orAbsent(client.call(accounts.getMember, { path: { orgId: organisation, userId: user } }));
}

/** `12/7`: user 7 in organisation 12. */
export function idOf({ organisation, user }: Omit<Membership, "role">): string {
  return `${organisation}/${user}`;
}

export function partsOf(id: string): Omit<Membership, "role"> {
  const [organisation = "", user = ""] = id.split("/");
  return { organisation, user };
}

export function flattenMember({
  organisation,
  user,
  status,
  username,
  grantedBy,
  granted,
  ...given
}: RemoteMember): Live {
  return {
    id: idOf({ organisation, user }),
    values: { organisation, user, role: roleTold(given), status, username, grantedBy, granted },
  };
}

/** All roles of a member in one text, as the list of users gives them. */
export function roleTold({ role, roles }: Pick<RemoteMember, "role" | "roles">): string {
  return rolesInWords(roles) ?? role;
}

/**
 * The roles and the invitations of users, from the list of users, which does not say who gave them. A role in an unknown
 * form is left out and has to be read by itself. Then the list does not count as complete.
 */
export function membershipsOf({ items, ...listing }: Listing<RemoteUser>): Listing<Live> {
  const all = items.filter(({ status }) => status !== "deleted").map(toldOf);
  const isWhole = listing.complete === true && all.every((it) => it.isWhole);
  return { ...listing, items: all.flatMap((it) => it.memberships), complete: isWhole ? true : "unknown" };
}

function toldOf({ id: user, username, orgRoles, invitations }: RemoteUser) {
  const told = [
    ...Object.entries(orgRoles ?? {}).map(([organisation, role]) => ({ organisation, role, status: "member" })),
    ...Object.entries(invitations ?? {}).map(([organisation, role]) => ({ organisation, role, status: "invited" })),
  ];
  const known = told.filter(({ role }) => rolesTold(role) !== undefined);
  return {
    isWhole: orgRoles !== undefined && known.length === told.length,
    memberships: known.map((it): Live => {
      const values = { ...it, role: rolesInWords(it.role), user, username };
      return { id: idOf({ ...it, user }), values };
    }),
  };
}

/** Checks that the server has the role, and that it can be given. */
export async function roleObstacles({ client, knows }: Outlook, role: string, field = "role"): Promise<Obstacle[]> {
  if (!knows(role)) {
    return [];
  }
  const roles = await rolesOnServer(client);
  const assignable = (roles ?? []).filter((it) => it.assignable).map(({ id }) => id);
  return roles === undefined || assignable.includes(role)
    ? []
    : [
        {
          field,
          what: `there is no role ${JSON.stringify(role)}`,
          why: `The server can give these roles: ${assignable.join(", ")}.`,
          remedy: "Name one of them.",
        },
      ];
}

export async function organisationObstacles(
  { see }: Pick<Outlook, "see">,
  organisation: string,
  field = "organisation",
): Promise<Obstacle[]> {
  return (await see("Organisation", organisation)) !== undefined
    ? []
    : [
        notThere(
          field,
          `organisation ${organisation}`,
          "Give the id of an existing organisation, or pass an Organisation resource.",
        ),
      ];
}

export async function userObstacles({ see }: Outlook, user: string, field = "user"): Promise<Obstacle[]> {
  return (await see("User", user)) !== undefined
    ? []
    : [
        notThere(
          field,
          `user ${user}`,
          "Give the id of an existing user, pass a User resource, or invite somebody of another organisation with Invitation.",
          "It does not exist on this server, was deleted, or the caller is not allowed to see it.",
        ),
      ];
}
