import { z } from "zod";
import * as accounts from "../../contract/accounts";
import { kind, type Fields, type Live, type Obstacle, type Outlook } from "../kind";
import {
  changeOwnRole,
  flattenMember,
  getMember,
  giveRole,
  idOf,
  membershipsOf,
  membersOf,
  organisationObstacles,
  partsOf,
  roleHandedOver,
  roleObstacles,
  roleOf,
  takeOwnRoleAway,
  takeRoleAway,
  userObstacles,
} from "./membership";
import { roleSeen } from "./held-roles";
import { lockedOut, lockOut } from "./lock-out";
import { managingRoles } from "./server-roles";
import { managingObstacles } from "../permission";
import { organisationId, roleId, userId } from "../references";
import { roleStanding } from "./people-standing";

const inputs = {
  user: {
    type: userId,
    mark: "replace",
    refersTo: "User",
    doc: "The user who gets the role.",
    source: "platform#memberships",
  },
  organisation: {
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation in which the user gets the role. It cannot be the home organisation of a User resource, since that resource declares the role there.",
    source: ["platform#memberships", "decisions#one-fact-one-owner"],
  },
  role: {
    type: roleId,
    mark: "mutable",
    doc: "Role in the organisation: the id of a role of the server, such as `dataManager`. The platform's own roles are `user`, `dataManager`, `themeManager` and `orgAdmin` (Superuser); an installation may have others, and `getRoles` lists them. The provider checks that the server has this role. A user has one role in an organisation. Where an installation allows several, this resource declares one of them, and leaves the others as they are.",
    source: "platform#role-ids",
  },
} as const satisfies Fields;

/** One user's role in one organisation (docs/platform.md#users, docs/platform.md#roles-and-permissions). */
export const roleAssignment = kind({
  name: "RoleAssignment",
  doc: 'Gives one user a role in one organisation. All other members stay as they are. To declare all members of an organisation use OrganisationMembers. You cannot use both for the same organisation. The provider never takes away the caller\'s own last role that manages an organisation. To give up the resource of such a role, declare `onDestroy: "retain"` first. A preview cannot say this, since Pulumi asks no provider about a deletion before it is due.',
  example: [
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'const town = new Organisation("town", { name: "Stadt Muster", parent: county });',
    'const erika = new User("erika", {',
    '    username: "erika.muster",',
    '    fullName: "Erika Muster",',
    '    email: "erika@kreis-muster.example",',
    "    organisation: county,",
    '    role: "themeManager",',
    "});",
    'new RoleAssignment("erika helps the town", { user: erika, organisation: town, role: "dataManager" });',
  ].join("\n"),
  inputs,
  outputs: {
    username: { type: z.string().optional(), doc: "Login name of the user.", source: "platform#user-name" },
    grantedBy: {
      type: z.string().optional(),
      once: true,
      doc: "Id of the user who gave the role.",
      source: "decisions#evidence-for-every-operation",
    },
    granted: {
      type: z.number().optional(),
      once: true,
      doc: "When the user got the role, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  reads: [accounts.getMember],
  // Where the user has several roles in the organisation, the others stay.
  calls: {
    create: [accounts.addMember],
    update: [[accounts.assignRole, accounts.removeRole]],
    delete: [[accounts.removeMember, accounts.removeRole]],
  },
  identity: {
    type: "unique",
    fields: ["user", "organisation"],
    keyOf: idOf,
    inWords: ({ user, organisation }) => `of user ${user} in organisation ${organisation}`,
    creator: "grantedBy",
    stamp: ["user", "organisation"],
    find: async (client, { user, organisation }) => {
      const found = await getMember(client, idOf({ user, organisation }));
      const items = found?.status === "member" ? [flattenMember(found)] : [];
      return { items, complete: true, at: client.now() };
    },
  },
  decides: ({ user, organisation }) => [
    { subject: roleOf({ organisation, user }), isWhole: true },
    membersOf(organisation, false),
  ],
  handsOver: roleHandedOver,
  affects: ["User", "OrganisationMembers", "Invitation"],
  serialisedBy: ({ user }) => `the roles of user ${user}`,
  standing: roleStanding,
  list: async (client) => {
    const { items, ...listing } = membershipsOf(await client.snapshot(accounts.getUsers, { query: { deleted: true } }));
    return { ...listing, items: items.filter(isMember) };
  },
  get: async (client, id) => {
    const found = await getMember(client, id);
    return found?.status === "member" ? flattenMember(found) : undefined;
  },
  seenFor: (actual, { role }) => ({ ...actual, role: roleSeen(actual["role"], role) }),
  obstacles: async (outlook, { user, organisation, role }) => {
    const found = await Promise.all([
      organisationObstacles(outlook, organisation),
      userObstacles(outlook, user),
      roleObstacles(outlook, role),
      deniedIn(outlook, organisation),
      invitedThere(outlook, organisation, user),
      lockedOutByReplacement(outlook, { user, role }),
    ]);
    return found.flat();
  },
  changeObstacles: async (outlook, { role }, { id }) => {
    const locked = await lockOut(outlook.client, partsOf(id), role);
    return [
      ...(role === undefined ? [] : await roleObstacles(outlook, role)),
      ...(locked === undefined ? [] : [lockedOut("role", locked)]),
    ];
  },
  create: async (client, membership) => flattenMember(await giveRole(client, membership)),
  update: async (client, id, { role }, { actual }) =>
    role === undefined
      ? {}
      : flattenMember(await changeOwnRole(client, { ...partsOf(id), role }, actual["role"])).values,
  delete: (client, id, _fate, state = {}) => {
    const { role } = state;
    return typeof role === "string"
      ? takeOwnRoleAway(client, { ...partsOf(id), role })
      : takeRoleAway(client, partsOf(id));
  },
});

/** A user either has a role in an organisation or an invitation to it. An invitation cannot be adopted as a role. */
async function invitedThere({ see, knows }: Outlook, organisation: string, user: string): Promise<Obstacle[]> {
  const offered =
    knows(user) && knows(organisation) ? await see("Invitation", idOf({ organisation, user })) : undefined;
  return offered?.values["status"] !== "invited"
    ? []
    : [
        {
          field: "user",
          what: `user ${user} is invited to organisation ${organisation} and has not accepted yet`,
          why: "Until then the invitation stands in place of a role.",
          remedy:
            "Declare an Invitation instead, with `adopt` to take over this invitation, or take the invitation back first.",
        },
      ];
}

/** A replacement gives the new role before it takes the former one away. */
async function lockedOutByReplacement(
  { client, replacing }: Outlook,
  { user, role }: { readonly user: string; readonly role: string },
): Promise<Obstacle[]> {
  if (replacing === undefined) {
    return [];
  }
  const former = partsOf(replacing);
  const managing = former.user === user ? await managingRoles(client) : undefined;
  const locked = managing?.has(role) === true ? undefined : await lockOut(client, former, undefined);
  return locked === undefined ? [] : [lockedOut("organisation", locked)];
}

function isMember({ values }: Live): boolean {
  return values["status"] === "member";
}

export function deniedIn(outlook: Pick<Outlook, "client">, organisation: string): Promise<Obstacle[]> {
  return managingObstacles(outlook, "Organisation", "assignRole", organisation, "assign roles in");
}
