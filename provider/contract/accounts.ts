import { z } from "zod";
import { milliseconds, readModel, sentModel, untypedObject } from "./models";
import { operation, type ServiceInfo } from "./operation";
import { assignableRoles } from "./roles";

/** The user service (facts 2.1): login, users, organisations, permissions. */
export const service: ServiceInfo = {
  name: "accounts",
  folder: "/accounts",
  basePath: "/accounts/v1",
  title: "wetransform.to User Service",
  description: "Login and user management",
};

const orgId = z.string().min(1).describe("Number of the organisation.");

// ---- models

export const Credentials = sentModel("Credentials", "What a person logs in with.", {
  username: z.string().describe("User name; the platform's login page takes the e-mail address too (facts 1.2)."),
  password: z.string(),
});

export const Token = readModel("Token", "A session.", {
  token: z.string().min(1).describe("JSON Web Token; sent as `Authorization: Bearer <token>`."),
});

export const UserInfo = readModel("UserInfo", "A user's profile.", {
  id: z.string().min(1),
  screenName: z.string().optional().describe("The name that is shown; differs from the user name."),
  fullName: z.string().optional(),
  username: z.string().optional().describe("Login name; never changes (designed: the public client does not read it)."),
  email: z.string().optional(),
  orgRoles: untypedObject
    .optional()
    .describe("The user's roles: organisation id to role id (the form of the value is designed)."),
});

export const NewUser = sentModel("NewUser", "A user to create (designed).", {
  username: z.string().regex(/^[A-Za-z0-9._@-]{3,64}$/, "3 to 64 letters, digits, '.', '_', '-' or '@'"),
  fullName: z.string().min(1),
  email: z.email(),
  organisation: orgId,
  role: z.enum(assignableRoles),
  password: z
    .string()
    .min(8)
    .optional()
    .describe("Initial password; without it the person sets one by the activation mail."),
});

/** Contact data; the names are those of the platform's autofill variables `organisation.*` (facts 2.1). */
const contact = {
  street: z.string().max(500).optional(),
  zip: z.string().max(500).optional(),
  city: z.string().max(500).optional(),
  state: z.string().max(500).optional(),
  country: z.string().max(500).optional(),
  email: z.union([z.email(), z.literal("")]).optional(),
  phone: z.string().max(500).optional(),
  web: z.string().max(2000).optional(),
};

const organisationForm = {
  legalName: z.string().max(500).optional().describe("Name of the legal entity."),
  description: z.string().max(10_000).optional(),
  ...contact,
};

export const OrganisationInfo = readModel("OrganisationInfo", "An organisation.", {
  id: z.string().min(1),
  name: z.string(),
  parent: z.string().optional().describe("Id of the parent; a root organisation has none."),
  legalName: z.string().optional(),
  description: z.string().optional(),
  street: z.string().optional(),
  zip: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  country: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  web: z.string().optional(),
  createdBy: z.string().optional().describe("Id of the user who created it (designed)."),
  created: milliseconds.optional().describe("When it was created (designed)."),
});

export const NewOrganisation = sentModel(
  "NewOrganisation",
  "An organisation to create: the fields of the create form (facts 3.1).",
  {
    name: z
      .string()
      .max(200)
      .regex(
        /^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u,
        "1 to 200 characters on one line, without white space at either end",
      )
      .describe("Unique among its siblings (designed); cannot be edited afterwards (facts 3.1)."),
    ...organisationForm,
  },
);

export const OrganisationUpdate = sentModel(
  "OrganisationUpdate",
  "Changes to an organisation: a field that is left out stays as it is, an empty text clears it.",
  organisationForm,
);

// ---- operations

export const login = operation(service, {
  id: "login",
  tag: "Login",
  method: "POST",
  path: "/auth/login",
  summary: "Login with username",
  description: "Login using username and password",
  body: Credentials,
  answer: Token,
  access: "public",
  afterDoubt: "repeat",
  evidence: { name: "certain", path: "certain", body: "certain", source: "facts 1.2" },
});

export const getProfileOfCurrentUser = operation(service, {
  id: "getProfileOfCurrentUser",
  tag: "Users",
  method: "GET",
  path: "/users/profile",
  summary: "The profile of the user who is logged in",
  answer: UserInfo,
  evidence: { name: "certain", path: "designed", body: "certain", source: "facts 1.6" },
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
  evidence: { name: "certain", path: "designed", body: "certain", source: "facts 1.6" },
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
  evidence: { name: "designed", path: "designed", body: "designed", source: "facts 3.2" },
});

export const getOrganisation = operation(service, {
  id: "getOrganisation",
  tag: "Organisations",
  method: "GET",
  path: "/organisations/{orgId}",
  summary: "An organisation",
  pathParameters: { orgId },
  answer: OrganisationInfo,
  refusals: [404],
  evidence: { name: "certain", path: "designed", body: "certain", source: "facts 1.6" },
});

export const getOrganisations = operation(service, {
  id: "getOrganisations",
  tag: "Organisations",
  method: "GET",
  path: "/organisations",
  summary: "All organisations that the caller can see, ordered by id",
  description: "Mirrors the list of organisations in the settings.",
  answer: z.array(OrganisationInfo),
  paged: true,
  evidence: { name: "designed", path: "designed", body: "designed", source: "facts 3.1" },
});

export const getSuborganisations = operation(service, {
  id: "getSuborganisations",
  tag: "Organisations",
  method: "GET",
  path: "/organisations/{orgId}/suborganisations",
  summary: "The organisations directly below one, ordered by id",
  description: "Mirrors the tree of suborganisations on an organisation's page.",
  pathParameters: { orgId },
  answer: z.array(OrganisationInfo),
  paged: true,
  refusals: [404],
  evidence: { name: "designed", path: "designed", body: "designed", source: "facts 3.1" },
});

export const createOrganisation = operation(service, {
  id: "createOrganisation",
  tag: "Organisations",
  method: "POST",
  path: "/organisations",
  summary: "Create a root organisation (administrators only)",
  body: NewOrganisation,
  answer: OrganisationInfo,
  status: 201,
  refusals: [409, 422],
  evidence: { name: "designed", path: "designed", body: "designed", source: "facts 3.1" },
});

export const createSuborganisation = operation(service, {
  id: "createSuborganisation",
  tag: "Organisations",
  method: "POST",
  path: "/organisations/{orgId}/suborganisations",
  summary: "Create an organisation below another",
  pathParameters: { orgId },
  body: NewOrganisation,
  answer: OrganisationInfo,
  status: 201,
  refusals: [404, 409, 422],
  evidence: { name: "designed", path: "designed", body: "designed", source: "facts 3.1" },
});

export const updateOrganisation = operation(service, {
  id: "updateOrganisation",
  tag: "Organisations",
  method: "PUT",
  path: "/organisations/{orgId}",
  summary: "Change an organisation; its name cannot be edited",
  pathParameters: { orgId },
  body: OrganisationUpdate,
  answer: OrganisationInfo,
  refusals: [404, 422],
  evidence: { name: "designed", path: "designed", body: "designed", source: "facts 3.1" },
});

export const getResourcePermissionInfo = operation(service, {
  id: "getResourcePermissionInfo",
  tag: "Permissions",
  method: "GET",
  path: "/permissions/{resourceType}/{permission}",
  summary: "For whom the caller has a permission on a type of resource",
  description:
    "`user`: false when denied for the user's own things. `organisations`: organisation id to false or to the list of conditions under which it is allowed; an organisation that is missing is denied.",
  pathParameters: {
    resourceType: z
      .string()
      .min(1)
      .describe("`User`, `Organisation`, `Bucket`, `Theme`, `Schema` or `TransformationProject`."),
    permission: z.string().min(1).describe("`read`, `edit`, `create`, `delete` or another of the roles file."),
  },
  answer: untypedObject,
  evidence: { name: "certain", path: "designed", body: "certain", source: "facts 2.1" },
});
