import { z } from "zod";
import * as accounts from "../../contract/accounts";
import { comparedAs, isSpeltLike } from "../equality";
import { roleSeen } from "./held-roles";
import { kind, type Fields, type Live } from "../kind";
import {
  changeMembership,
  flattenMember,
  getMember,
  membershipsOf,
  membersOf,
  organisationObstacles,
  partsOf,
  roleHandedOver,
  roleObstacles,
  roleOf,
  takeRoleAway,
} from "./membership";
import { aboutField } from "../refusals";
import { deniedIn } from "./role-assignment";
import { organisationId, roleId } from "../references";
import { invitationStanding } from "./people-standing";

const form = accounts.NewInvitation.shape;

const inputs = {
  username: {
    type: comparedAs("userName", form.username),
    mark: "replace",
    doc: "Login name of the user. The user may belong to an organisation that you cannot see.",
    source: "platform#invitations",
  },
  email: {
    type: comparedAs("email", form.email),
    mark: "local",
    doc: "E-mail address of the user. It has to belong to `username`, since the platform invites by both together. A change sends nothing to the platform: the invitation stays, and so does the role after it is accepted.",
    source: "platform#invitations",
  },
  organisation: {
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation to which the user is invited.",
    source: "platform#invitations",
  },
  role: {
    type: roleId,
    mark: "mutable",
    doc: "Role in the organisation: the id of a role of the server, such as `dataManager`. The platform's own roles are `user`, `dataManager`, `themeManager` and `orgAdmin` (Superuser); an installation may have others, and `getRoles` lists them. The provider checks that the server has this role.",
    source: "platform#role-ids",
  },
} as const satisfies Fields;

/** An existing user of another organisation, invited by user name and e-mail address (docs/platform.md#users). */
export const invitation = kind({
  name: "Invitation",
  doc: "Invites an existing user to an organisation, with a role. The platform informs the user by mail. The user has the role as soon as the user accepts. Deleting the resource takes the invitation back, or the role if the user has accepted.",
  example: [
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'new Invitation("the service provider", {',
    "    organisation: county,",
    '    username: "max.dienstleister",',
    '    email: "max@dienstleister.example",',
    '    role: "dataManager",',
    "});",
  ].join("\n"),
  inputs,
  outputs: {
    user: { type: z.string().optional(), doc: "Id of the user.", source: "decisions#evidence-for-every-operation" },
    status: {
      type: z.enum(["member", "invited"]).optional(),
      doc: "`member` if the user has accepted the invitation, otherwise `invited`.",
      source: "decisions#evidence-for-every-operation",
    },
    grantedBy: {
      type: z.string().optional(),
      once: true,
      doc: "Id of the user who sent the invitation.",
      source: "decisions#evidence-for-every-operation",
    },
    granted: {
      type: z.number().optional(),
      once: true,
      doc: "When the user was invited, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  reads: [accounts.getMember],
  calls: { create: [accounts.inviteMember], update: [accounts.assignRole], delete: [accounts.removeMember] },
  identity: {
    type: "unique",
    fields: ["username", "organisation"],
    keyOf: ({ username, organisation }) => `${organisation}/${username}`,
    inWords: ({ username, organisation }) => `of "${username}" to organisation ${organisation}`,
    creator: "grantedBy",
    stamp: ["username", "organisation"],
    find: async (client, { username, organisation }) => {
      const { items, ...listing } = await client.list(accounts.getMembers, { path: { orgId: organisation } });
      return {
        ...listing,
        items: items.filter((it) => isSpeltLike("userName", it.username, username)).map(flattenMember),
      };
    },
  },
  // Only the id says which user it is about.
  decides: ({ organisation }, id) => [
    membersOf(organisation, false),
    ...(isKnownIn(organisation, id) ? [{ subject: roleOf(partsOf(id)), isWhole: true }] : []),
  ],
  handsOver: (_declared, id) => roleHandedOver(partsOf(id)),
  affects: ["User", "RoleAssignment", "OrganisationMembers"],
  standing: invitationStanding,
  list: async (client) => {
    return membershipsOf(await client.snapshot(accounts.getUsers, { query: { deleted: true } }));
  },
  get: async (client, id) => {
    const found = await getMember(client, id);
    return found === undefined ? undefined : flattenMember(found);
  },
  seenFor: (actual, { role }) => ({ ...actual, role: roleSeen(actual["role"], role) }),
  obstacles: async (outlook, { organisation, role }) => {
    const found: readonly (readonly Awaited<ReturnType<typeof roleObstacles>>[number][])[] = await Promise.all([
      organisationObstacles(outlook, organisation),
      roleObstacles(outlook, role),
      deniedIn(outlook, organisation),
    ]);
    return found.flat();
  },
  changeObstacles: (outlook, { role }) => (role === undefined ? Promise.resolve([]) : roleObstacles(outlook, role)),
  create: (client, { organisation, username, email, role }) =>
    aboutField("username", async () => {
      const path = { orgId: organisation };
      const made: Live = flattenMember(
        await client.call(accounts.inviteMember, { path, body: { username, email, role } }),
      );
      return { ...made, values: { ...made.values, email } };
    }),
  update: async (client, id, { role }) =>
    role === undefined ? {} : flattenMember(await changeMembership(client, { ...partsOf(id), role })).values,
  delete: (client, id) => takeRoleAway(client, partsOf(id)),
});

/** An invitation that is yet to be made has the name of its resource instead of an id. */
function isKnownIn(organisation: string, id: string | undefined): id is string {
  return id?.startsWith(`${organisation}/`) === true;
}
