import { z } from "zod";
import { accounts } from "../../contract";
import { comparedAs, isSpeltLike, meaningOf } from "../equality";
import { kind, type Fields } from "../kind";
import { idOf, membersOf, roleOf } from "./membership";
import { orAbsent } from "../refusals";
import { changeObstaclesOf, obstaclesOf } from "./user-obstacles";
import { body, flatten, liveUsers, rolesIn, seenFor, type UserForm } from "./user-form";
import { deleteUser, updateUser, updateOperations } from "./user-update";
import { organisationId, roleId } from "../references";

const form = accounts.NewUser.shape;

/** What a person may have of the contact data of a user: no state and no country (docs/platform.md#users). */
const contact = { street: form.street, zip: form.zip, city: form.city, phone: form.phone };

const inputs = {
  username: {
    type: comparedAs("userName", form.username),
    mark: "replace",
    doc: "Name for the login, 3 to 64 letters, digits, `.`, `_`, `-` or `@`. It never changes, so that a change makes a new user and deletes the old one, whose name stays taken for ever.",
    source: "platform#user-name",
  },
  fullName: { type: form.fullName, mark: "mutable", doc: "First and last name.", source: "platform#user-details" },
  email: {
    type: comparedAs("email", form.email),
    mark: "mutable",
    doc: "E-mail address, unique among all users who are not deleted. Mails of the platform go there.",
    source: "platform#user-e-mail",
  },
  organisation: {
    type: organisationId,
    mark: "mutable",
    refersTo: "Organisation",
    doc: "The home organisation, in which the user has `role`. A change moves the user: the role is given in the new one and taken away in the former one. Roles in further organisations belong to RoleAssignment. An OrganisationMembers of the home organisation has to name the user, with the same role.",
    source: ["platform#user-creation", "decisions#one-fact-one-owner"],
  },
  role: {
    type: roleId,
    mark: "mutable",
    doc: "Role in the home organisation: `dataManager`, `themeManager`, `orgAdmin` (Superuser), or `user`; validated against the roles of the server.",
    source: "platform#role-ids",
  },
  screenName: {
    type: form.screenName,
    mark: "mutable",
    doc: "The name that is shown, unique; made from the full name when left out.",
    source: "platform#profile-by-id-or-screen-name",
  },
  description: {
    type: form.description,
    mark: "mutable",
    doc: "About the user, up to 10,000 characters.",
    source: "platform#user-details",
  },
  contact: {
    type: z.strictObject(contact).optional(),
    mark: "mutable",
    doc: "Contact data: `street`, `zip`, `city`, `phone`. A member that is left out is left alone, an empty text clears it.",
    source: ["platform#user-details", "platform#contact-data"],
  },
  customFields: {
    type: accounts.customFields.optional(),
    mark: "mutable",
    doc: "Free names with values. The map is the whole set: what it does not name is removed, an empty map removes all.",
    source: "platform#custom-fields",
  },
  taskNotifications: {
    type: form.taskNotifications,
    mark: "mutable",
    doc: "Whether the user gets mails about new task assignments.",
    source: "platform#task-notifications",
  },
  active: {
    type: z.boolean().optional(),
    mark: "mutable",
    doc: "`false` deactivates the user, `true` reactivates; the user is told by mail. Activation itself is for the user, by the mailed link, unless a `password` is given.",
    source: "platform#user-deactivation",
  },
  password: {
    type: accounts.initialPassword.refine(accounts.isStrongPassword, accounts.passwordRule).optional(),
    mark: "writeOnly",
    versionedBy: "passwordVersion",
    secret: true,
    doc: "Password, at least 8 characters of 3 of the classes lower, upper, digit, special; with it the user is active at once and gets no activation mail. It is never read back, so that it is set when the user is made, when it is declared for the first time, and when `passwordVersion` changes: then the user loses the one that may have been chosen since. A user who is adopted keeps the own one until `passwordVersion` changes.",
    source: "platform#passwords",
  },
  passwordVersion: {
    type: comparedAs("version", z.union([z.number(), z.string()])).optional(),
    mark: "local",
    doc: "Any value; a change of it sets `password` once more. While it stays the same, another `password` is not sent, and a warning says so.",
    source: "decisions#write-only-values-have-a-version",
  },
} as const satisfies Fields;

/** A user of the platform (docs/platform.md#users). */
export const user = kind({
  name: "User",
  doc: "A user of the platform, with a role in the home organisation. Deleting one is a permanent deactivation: the row stays on the platform, and the user name stays taken.",
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
  inputs,
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
      doc: "When it was created, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
    createdBy: {
      type: z.string().optional(),
      doc: "Id of the user who created it.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  deleteBeforeReplace: true,
  lossOnDeletion: ({ username }) => `The user name ${JSON.stringify(username)} stays taken for ever.`,
  fates: ["delete", "deactivate", "retain"],
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
      why: "The user name, the e-mail address or the screen name may be that of a user whom you do not see; the user name also that of one who was deleted: such names stay taken for ever.",
      remedy:
        "Choose another user name, address or screen name; or declare `adopt` with an account that sees the user.",
    },
    find: async (client, { username }) => {
      const { items, ...listing } = liveUsers(await client.list(accounts.getUsers, { query: { deleted: true } }));
      return { ...listing, items: items.filter(({ values }) => isSpeltLike("userName", values["username"], username)) };
    },
  },
  decides: ({ organisation, role, email }, id) => [
    { subject: `who has the e-mail address ${String(meaningOf(inputs.email.type, email))}`, isWhole: true },
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
  affects: ["RoleAssignment", "OrganisationMembers", "Invitation"],
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

function onlyAtCreation({ username, organisation, role, password, fullName, email }: UserForm) {
  return { username, fullName, email, organisation, role, ...(password === undefined ? {} : { password }) };
}
