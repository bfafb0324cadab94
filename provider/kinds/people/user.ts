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

/** The contact data of a user, without a state and a country (docs/platform.md#users). */
const contact = { street: form.street, zip: form.zip, city: form.city, phone: form.phone };

const inputs = {
  username: {
    type: comparedAs("userName", form.username),
    mark: "replace",
    doc: "Login name: 3 to 64 letters, digits, `.`, `_`, `-` or `@`. Nobody can change it on the platform. So another name makes a new user and deletes the old one, and the old name stays taken for ever.",
    source: "platform#user-name",
  },
  fullName: { type: form.fullName, mark: "mutable", doc: "First and last name.", source: "platform#user-details" },
  email: {
    type: comparedAs("email", form.email),
    mark: "mutable",
    doc: "E-mail address, unique among all users who are not deleted. The platform sends its mails there.",
    source: "platform#user-e-mail",
  },
  organisation: {
    type: organisationId,
    mark: "mutable",
    refersTo: "Organisation",
    doc: "The home organisation, in which the user has `role`. For roles in further organisations use RoleAssignment. An OrganisationMembers of the home organisation has to name the user, with the same role. A change moves the user: the user gets the role in the new organisation and loses it in the former one.",
    source: ["platform#user-creation", "decisions#one-fact-one-owner"],
  },
  role: {
    type: roleId,
    mark: "mutable",
    doc: "Role in the home organisation: `user`, `dataManager`, `themeManager` or `orgAdmin` (Superuser). The provider checks that the server has this role.",
    source: "platform#role-ids",
  },
  screenName: {
    type: form.screenName,
    mark: "mutable",
    doc: "The name that the platform shows, unique. Default: the platform makes it from the full name.",
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
    doc: "Contact data. A member that you leave out stays as it is; an empty text clears it.",
    source: ["platform#user-details", "platform#contact-data"],
  },
  customFields: {
    type: accounts.customFields.optional(),
    mark: "mutable",
    doc: "Names of your choice with their values. The map is the whole set: `up` removes each name that is not in it, and an empty map removes all.",
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
    doc: "`false` deactivates the user, `true` reactivates the user. The platform informs the user by mail. A new user activates the account with the link in a mail, unless you give a `password`.",
    source: "platform#user-deactivation",
  },
  password: {
    type: accounts.initialPassword.refine(accounts.isStrongPassword, accounts.passwordRule).optional(),
    mark: "writeOnly",
    versionedBy: "passwordVersion",
    secret: true,
    doc: "Password: at least 8 characters, from 3 of the classes lower case, upper case, digits and special characters. A new user with a password is active at once and gets no activation mail. The provider cannot read a password back. It sets the password when it creates the user, when you declare a password for the first time, and when `passwordVersion` changes. This overwrites a password that the user has chosen since. An adopted user keeps the existing password until `passwordVersion` changes.",
    source: "platform#passwords",
  },
  passwordVersion: {
    type: comparedAs("version", z.union([z.number(), z.string()])).optional(),
    mark: "local",
    doc: "Any number or text. A change sets `password` again. As long as it stays the same, the provider does not send another `password`, and a warning says so.",
    source: "decisions#write-only-values-have-a-version",
  },
} as const satisfies Fields;

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
