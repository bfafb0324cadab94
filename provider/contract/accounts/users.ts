import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, milliseconds, readModel, sentModel, untypedObject } from "../models";
import { operation } from "../operation";
import { customFields, email, line, nameOfSomething, orgId, roleId, service, userId } from "./service";

/**
 * `notActivated`: no password was set yet. `deactivated`: cannot log in, can be reactivated. `deleted`: deactivated for
 * good; the row stays and the user name stays taken (docs/platform.md#users).
 */
export const userStatus = z.enum(["notActivated", "active", "deactivated", "deleted"]);

export const UserInfo = readModel("UserInfo", "A user's profile.", {
  id: z.string().min(1),
  screenName: z.string().optional().describe("The name that the platform shows. It is not the user name."),
  fullName: z.string().optional(),
  username: z
    .string()
    .optional()
    .describe("Login name. It never changes (designed: the public client does not read it)."),
  email: z.string().optional(),
  orgRoles: untypedObject
    .optional()
    .describe("The user's roles: role id by organisation id (the form of the value is designed)."),
  invitations: untypedObject
    .optional()
    .describe("Roles in invitations that are not accepted yet: role id by organisation id (designed)."),
  status: userStatus.optional().describe("Whether the user can log in (designed)."),
  description: z.string().optional(),
  street: z.string().optional(),
  zip: z.string().optional(),
  city: z.string().optional(),
  phone: z.string().optional(),
  customFields: untypedObject.optional(),
  taskNotifications: z.boolean().optional().describe("Mails about new task assignments."),
  createdBy: z.string().optional().describe("Id of the user who created it (designed)."),
  created: milliseconds.optional().describe("When it was created (designed)."),
});

const characterClasses = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

export const passwordRule = "at least 8 characters, from 3 of: lower case, upper case, digits, others";

export function isStrongPassword(password: string): boolean {
  return password.length >= 8 && characterClasses.filter((it) => it.test(password)).length >= 3;
}

export const initialPassword = z
  .string()
  .min(8, passwordRule)
  .max(200)
  .describe("At least 8 characters, from 3 of the classes lower case, upper case, digits and special characters.");

/** What a person can change of a profile (docs/platform.md#users). */
const profile = {
  fullName: nameOfSomething,
  email,
  screenName: nameOfSomething
    .regex(/\D/, "not a number alone, which would look like an id")
    .optional()
    .describe("The name that the platform shows, unique. Default: made from the full name."),
  description: z.string().max(10_000).optional().describe("About the user."),
  street: line.optional(),
  zip: line.optional(),
  city: line.optional(),
  phone: line.optional(),
  customFields: customFields.optional(),
  taskNotifications: z.boolean().optional().describe("Mails about new task assignments."),
};

export const NewUser = sentModel("NewUser", "A user to create (designed).", {
  username: z.string().regex(/^[A-Za-z0-9._@-]{3,64}$/, "3 to 64 letters, digits, '.', '_', '-' or '@'"),
  ...profile,
  organisation: orgId,
  role: roleId,
  password: initialPassword
    .optional()
    .describe("Without it the user sets a password with the link in the activation mail."),
});

export const UserUpdate = sentModel(
  "UserUpdate",
  "Changes to a profile: a field that you leave out stays as it is; an empty text clears it. Nobody can edit the user name.",
  { ...profile, fullName: profile.fullName.optional(), email: profile.email.optional() },
);

export const getProfileOfCurrentUser = operation(service, {
  id: "getProfileOfCurrentUser",
  tag: "Users",
  method: "GET",
  path: "/users/profile",
  summary: "The profile of the user who is logged in",
  answer: UserInfo,
  evidence: {
    name: "certain",
    path: "designed",
    body: "certain",
    fields: ["id", "screenName", "fullName"],
    source: ["platform#operations-of-hale-studio", "platform#user-service-models"],
  },
});

export const getProfile = operation(service, {
  id: "getProfile",
  tag: "Users",
  method: "GET",
  path: "/users/{userIdOrScreenName}/profile",
  summary: "The profile of a user",
  pathParameters: {
    userIdOrScreenName: z.string().min(1).describe("The user's id or screen name, not the user name."),
  },
  answer: UserInfo,
  refusals: [404],
  evidence: {
    name: "certain",
    path: "designed",
    body: "certain",
    fields: ["id", "screenName", "fullName", "orgRoles"],
    source: ["platform#operations-of-hale-studio", "platform#user-service-models"],
  },
});

export const getUsers = operation(service, {
  id: "getUsers",
  tag: "Users",
  method: "GET",
  path: "/users",
  summary: "All users that the caller can see, ordered by id",
  description: "Mirrors the list of users in the settings, where deactivated users stay searchable.",
  query: { deleted: z.boolean().describe("true: also deleted users, whose names stay taken.") },
  answer: z.array(UserInfo),
  paged: true,
  evidence: designed("platform#users", "the user list"),
});

export const createUser = operation(service, {
  id: "createUser",
  tag: "Users",
  method: "POST",
  path: "/users",
  summary: "Create a user with a role in an organisation",
  description: "Mirrors the form «Create user» of an organisation's page.",
  body: NewUser,
  answer: UserInfo,
  status: 201,
  refusals: [409, 422],
  evidence: designed("platform#user-creation", "the form «Create user»"),
});

export const updateUser = operation(service, {
  id: "updateUser",
  tag: "Users",
  method: "PUT",
  path: "/users/{userId}",
  summary: "Change a profile; the user name cannot be edited",
  pathParameters: { userId },
  body: UserUpdate,
  answer: UserInfo,
  refusals: [404, 409, 422],
  evidence: designed("platform#user-editing", "the profile page"),
});

export const deactivateUser = operation(service, {
  id: "deactivateUser",
  tag: "Users",
  method: "PUT",
  path: "/users/{userId}/deactivation",
  summary: "Deactivate a user, and inform the user by mail",
  pathParameters: { userId },
  answer: UserInfo,
  refusals: [404],
  evidence: designed("platform#user-deactivation", "«Deactivate»"),
});

export const reactivateUser = operation(service, {
  id: "reactivateUser",
  tag: "Users",
  method: "DELETE",
  path: "/users/{userId}/deactivation",
  summary: "Reactivate a user, and inform the user by mail",
  pathParameters: { userId },
  answer: UserInfo,
  refusals: [404],
  evidence: designed("platform#user-deactivation", "«Reactivate»"),
});

export const deleteUser = operation(service, {
  id: "deleteUser",
  tag: "Users",
  method: "DELETE",
  path: "/users/{userId}",
  summary: "Delete a user: a permanent deactivation",
  description: "The entry stays, and the user name stays taken. What the user created stays with the organisation.",
  pathParameters: { userId },
  answer: Feedback,
  refusals: [404],
  evidence: designed("platform#user-deletion", "«Delete»"),
});
