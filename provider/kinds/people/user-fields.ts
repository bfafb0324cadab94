import { z } from "zod";
import * as accounts from "../../contract/accounts";
import { comparedAs } from "../equality";
import type { Changes, Declared, Fields } from "../kind";
import { organisationId, roleId } from "../references";

const form = accounts.NewUser.shape;

/** The contact data of a user, without a state and a country (docs/platform.md#users). */
const contact = { street: form.street, zip: form.zip, city: form.city, phone: form.phone };

/** The fields of a user. */
export const userFields = {
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
    sentBy: [accounts.addMember, accounts.removeMember],
    refersTo: "Organisation",
    doc: "The home organisation, in which the user has `role`. For roles in further organisations use RoleAssignment. An OrganisationMembers of the home organisation has to name the user, with the same role. A change moves the user: the user gets the role in the new organisation and loses it in the former one.",
    source: ["platform#user-creation", "decisions#one-fact-one-owner"],
  },
  role: {
    type: roleId,
    mark: "mutable",
    sentBy: [accounts.assignRole],
    doc: "Role in the home organisation: the id of a role of the server, such as `dataManager`. The platform's own roles are `user`, `dataManager`, `themeManager` and `orgAdmin` (Superuser); an installation may have others, and `getRoles` lists them. The provider checks that the server has this role.",
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
    sentBy: [accounts.deactivateUser, accounts.reactivateUser],
    doc: "`false` deactivates the user, `true` reactivates the user. The platform informs the user by mail. A new user activates the account with the link in a mail, unless you give a `password`.",
    source: "platform#user-deactivation",
  },
  password: {
    type: accounts.initialPassword.refine(accounts.isStrongPassword, accounts.passwordRule).optional(),
    mark: "writeOnly",
    sentBy: [accounts.changePassword],
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

export type DeclaredUser = Declared<typeof userFields>;
export type UserChanges = Changes<typeof userFields>;
