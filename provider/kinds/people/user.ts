import { z } from "zod";
import * as accounts from "../../contract/accounts";
import { isSpeltLike, meaningOf } from "../equality";
import { kind } from "../kind";
import { idOf, membersOf, roleOf } from "./membership";
import { orAbsent } from "../refusals";
import { changeObstaclesOf, obstaclesOf } from "./user-obstacles";
import { userFields, type DeclaredUser } from "./user-fields";
import { body, flatten, liveUsers, rolesIn, seenFor } from "./user-form";
import { deleteUser, updateUser, updateOperations } from "./user-update";
import { userStanding } from "./people-standing";

/** A user of the platform (docs/platform.md#users). */
export const user = kind({
  name: "User",
  doc: "A user of the platform, with a role in the home organisation. Deleting a user is a permanent deactivation: the platform keeps the entry, and the user name stays taken for ever.",
  example: [
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'new User("erika", {',
    '    username: "erika.muster",',
    '    fullName: "Erika Muster",',
    '    email: "erika@kreis-muster.example",',
    "    organisation: county,",
    '    role: "themeManager",',
    "});",
  ].join("\n"),
  inputs: userFields,
  outputs: {
    roles: {
      type: z.record(z.string(), z.string()).optional(),
      doc: "All roles of the user: organisation id to role id.",
      source: "platform#user-service-models",
    },
    status: {
      type: accounts.userStatus.optional(),
      doc: "Whether the user can log in.",
      source: "platform#user-creation",
    },
    created: {
      type: z.number().optional(),
      doc: "When the user was created, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
    createdBy: {
      type: z.string().optional(),
      doc: "Id of the user who created this user.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  deleteBeforeReplace: true,
  lossOnDeletion: ({ username }) => `The user name ${JSON.stringify(username)} stays taken for ever.`,
  fates: ["delete", "deactivate", "retain"],
  reads: [accounts.getProfile, accounts.getUsers],
  calls: {
    create: [accounts.createUser],
    update: updateOperations,
    delete: [[accounts.deleteUser, accounts.deactivateUser]],
  },
  afterCreation: ({ active }) => (active === false ? [accounts.deactivateUser] : []),
  identity: {
    type: "unique",
    fields: ["username"],
    keyOf: ({ username }) => username,
    inWords: ({ username }) => `"${username}"`,
    creator: "createdBy",
    stamp: ["username", "created"],
    whenTaken: {
      why: "A user whom you cannot see may have the user name, the e-mail address or the screen name. The user name may also be that of a deleted user: such a name stays taken for ever.",
      remedy:
        "Choose another user name, address or screen name. Or declare `adopt`, and use an account that can see the user.",
    },
    find: async (client, { username }) => {
      const { items, ...listing } = liveUsers(await client.list(accounts.getUsers, { query: { deleted: true } }));
      return { ...listing, items: items.filter(({ values }) => isSpeltLike("userName", values["username"], username)) };
    },
  },
  decides: ({ organisation, role, email }, id) => [
    { subject: `who has the e-mail address ${String(meaningOf(userFields.email.type, email))}`, isWhole: true },
    ...(id === undefined
      ? []
      : [
          { subject: roleOf({ organisation, user: id }), isWhole: true },
          membersOf(organisation, false, [{ user: id, role }]),
        ]),
  ],
  place: {
    field: "organisation",
    toldBy: "roles",
    isAt: (actual, organisation) => rolesIn(actual)[organisation] !== undefined,
    frees: (user, organisation) => `RoleAssignment ${idOf({ organisation, user })}`,
  },
  affects: ["RoleAssignment", "OrganisationMembers", "Invitation", "Task"],
  standing: userStanding,
  list: async (client) => liveUsers(await client.snapshot(accounts.getUsers, { query: { deleted: true } })),
  get: async (client, userIdOrScreenName) => {
    const found = await orAbsent(client.call(accounts.getProfile, { path: { userIdOrScreenName } }));
    return found === undefined || found.id !== userIdOrScreenName || found.status === "deleted"
      ? undefined
      : flatten(found);
  },
  seenFor,
  obstacles: obstaclesOf,
  changeObstacles: changeObstaclesOf,
  create: async (client, declared) =>
    flatten(await client.call(accounts.createUser, { body: { ...body(declared), ...onlyAtCreation(declared) } })),
  update: updateUser,
  delete: deleteUser,
});

function onlyAtCreation({ username, organisation, role, password, fullName, email }: DeclaredUser) {
  return { username, fullName, email, organisation, role, ...(password === undefined ? {} : { password }) };
}
