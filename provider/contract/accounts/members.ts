import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, milliseconds, readModel, sentModel } from "../models";
import { operation } from "../operation";
import { email, orgId, roleId, service, userId } from "./service";

const role = roleId.describe("Role in the organisation. Each member has one.");

export const Member = readModel("Member", "A user with a role in an organisation.", {
  user: z.string().min(1).describe("Id of the user."),
  organisation: z.string().min(1),
  role: z.string(),
  roles: z
    .array(z.string())
    .optional()
    .describe("All roles, if the user has several in the organisation; `role` is the first of them (designed)."),
  username: z.string().optional(),
  fullName: z.string().optional(),
  status: z.enum(["member", "invited"]).describe("`invited`: the user has not accepted the invitation yet."),
  grantedBy: z.string().optional().describe("Id of the user who gave the role (designed)."),
  granted: milliseconds.optional().describe("When the user got the role (designed)."),
});

export const NewMember = sentModel("NewMember", "A role for a user whom the caller can see.", {
  user: userId,
  role,
});

export const NewInvitation = sentModel(
  "NewInvitation",
  "A role for an existing user of another organisation, who is known by user name and e-mail address.",
  { username: z.string().min(1), email, role },
);

export const RoleChange = sentModel("RoleChange", "A new role.", { role });

export const getMembers = operation(service, {
  id: "getMembers",
  tag: "Organisations",
  method: "GET",
  path: "/organisations/{orgId}/members",
  summary: "The members of an organisation and those who are invited, ordered by user id",
  description: "Mirrors the list of users on an organisation's page.",
  pathParameters: { orgId },
  answer: z.array(Member),
  paged: true,
  refusals: [404],
  evidence: designed("platform#memberships", "the users of an organisation"),
});

export const getMember = operation(service, {
  id: "getMember",
  tag: "Organisations",
  method: "GET",
  path: "/organisations/{orgId}/members/{userId}",
  summary: "A member of an organisation, or somebody who is invited",
  pathParameters: { orgId, userId },
  answer: Member,
  refusals: [404],
  evidence: designed("platform#memberships", "the users of an organisation"),
});

export const addMember = operation(service, {
  id: "addMember",
  tag: "Organisations",
  method: "POST",
  path: "/organisations/{orgId}/members",
  summary: "Give a user a role in an organisation",
  pathParameters: { orgId },
  body: NewMember,
  answer: Member,
  status: 201,
  refusals: [404, 409, 422],
  evidence: designed("platform#memberships", "«may change role and organisation»"),
});

export const inviteMember = operation(service, {
  id: "inviteMember",
  tag: "Organisations",
  method: "POST",
  path: "/organisations/{orgId}/invitations",
  summary: "Invite an existing user by user name and e-mail address",
  description: "The platform informs the user by mail. The user has the role after accepting the invitation.",
  pathParameters: { orgId },
  body: NewInvitation,
  answer: Member,
  status: 201,
  refusals: [404, 409, 422],
  evidence: designed("platform#invitations", "«Add existing user»"),
});

export const acceptInvitation = operation(service, {
  id: "acceptInvitation",
  tag: "Organisations",
  method: "PUT",
  path: "/organisations/{orgId}/invitations",
  summary: "Accept the invitation to an organisation, as the invited user",
  pathParameters: { orgId },
  answer: Member,
  refusals: [404],
  evidence: designed("platform#invitations", "the invitation mail"),
});

export const assignRole = operation(service, {
  id: "assignRole",
  tag: "Organisations",
  method: "PUT",
  path: "/organisations/{orgId}/members/{userId}",
  summary: "Give another role to a member, or to a user who is invited",
  pathParameters: { orgId, userId },
  body: RoleChange,
  answer: Member,
  refusals: [404, 422],
  evidence: designed("platform#permissions", "the permission assignRole"),
});

export const removeMember = operation(service, {
  id: "removeMember",
  tag: "Organisations",
  method: "DELETE",
  path: "/organisations/{orgId}/members/{userId}",
  summary: "Take away a member's role, or take back an invitation",
  pathParameters: { orgId, userId },
  answer: Feedback,
  refusals: [404],
  evidence: designed("platform#permissions", "the permission assignRole"),
});

export const removeRole = operation(service, {
  id: "removeRole",
  tag: "Organisations",
  method: "DELETE",
  path: "/organisations/{orgId}/members/{userId}/roles/{role}",
  summary: "Take away one role of a member, who may have several in the organisation",
  description: "Without the last role the user is no member any more.",
  pathParameters: { orgId, userId, role: roleId.describe("The role that is taken away.") },
  answer: Feedback,
  refusals: [404],
  evidence: designed("platform#several-roles", "several roles of a user in one organisation"),
});
