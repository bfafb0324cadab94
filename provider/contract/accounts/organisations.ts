import { z } from "zod";
import { designed } from "../evidence";
import { fileGiven, fileToSend } from "../files";
import { Feedback, FileInfo, milliseconds, readModel, sentModel, untypedObject } from "../models";
import { operation } from "../operation";
import { clearableEmail, customFields, line, nameOfSomething, orgId, service } from "./service";

/** Contact data; the names are those of the platform's autofill variables `organisation.*` (docs/platform.md#user-service). */
const contact = {
  street: line.optional(),
  zip: line.optional(),
  city: line.optional(),
  state: line.optional(),
  country: line.optional(),
  email: clearableEmail.optional(),
  phone: line.optional(),
  web: z.string().max(2000).optional(),
};

const organisationForm = {
  legalName: line.optional().describe("Name of the legal entity."),
  description: z.string().max(10_000).optional(),
  ...contact,
};

export const Share = readModel("Share", "Access shared with another organisation.", {
  organisation: z.string().min(1).describe("Id of the organisation that has access."),
  sharedBy: z.string().optional().describe("Id of the user who shared it (designed)."),
  shared: milliseconds.optional().describe("When it was shared (designed)."),
});

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
  customFields: untypedObject.optional(),
  logo: FileInfo.optional(),
  sharedWith: z.array(Share).optional().describe("The organisations that it shares its access with."),
  createdBy: z.string().optional().describe("Id of the user who created it (designed)."),
  created: milliseconds.optional().describe("When it was created (designed)."),
});

export const NewOrganisation = sentModel(
  "NewOrganisation",
  "An organisation to create: the fields of the create form. All other settings come later.",
  {
    name: nameOfSomething.describe("Unique below its parent (designed). Nobody can edit it later."),
    ...organisationForm,
  },
);

export const OrganisationUpdate = sentModel(
  "OrganisationUpdate",
  "Changes to an organisation: a field that you leave out stays as it is; an empty text clears it.",
  organisationForm,
);

/** Bytes that a logo may have (designed). */
export const largestLogo = 1024 * 1024;
export const logoTypes = ["image/jpeg", "image/png"] as const;

export const getOrganisation = operation(service, {
  id: "getOrganisation",
  tag: "Organisations",
  method: "GET",
  path: "/organisations/{orgId}",
  summary: "An organisation",
  pathParameters: { orgId },
  answer: OrganisationInfo,
  refusals: [404],
  evidence: {
    name: "certain",
    path: "designed",
    body: "certain",
    fields: ["id", "name"],
    source: ["platform#operations-of-hale-studio", "platform#user-service-models"],
  },
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
  evidence: designed("platform#organisation-tree", "the list in the settings"),
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
  evidence: designed("platform#organisation-tree", "the tree of suborganisations"),
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
  evidence: designed("platform#organisation-creation", "«Create New Organisation»"),
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
  evidence: designed("platform#organisation-creation", "«Create suborganisation»"),
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
  evidence: designed("platform#organisation-details", "the tab «Contact information»"),
});

export const setOrganisationCustomFields = operation(service, {
  id: "setOrganisationCustomFields",
  tag: "Organisations",
  method: "PUT",
  path: "/organisations/{orgId}/customFields",
  summary: "Replace the custom fields of an organisation",
  pathParameters: { orgId },
  body: customFields,
  answer: OrganisationInfo,
  refusals: [404, 422],
  evidence: designed("platform#custom-fields", "the tab «Custom fields»"),
});

export const setOrganisationLogo = operation(service, {
  id: "setOrganisationLogo",
  tag: "Organisations",
  method: "PUT",
  path: "/organisations/{orgId}/logo",
  summary: "Upload the profile picture of an organisation: JPEG or PNG",
  pathParameters: { orgId },
  body: fileToSend,
  sends: "file",
  largestFile: largestLogo,
  answer: OrganisationInfo,
  refusals: [404, 413, 422],
  evidence: designed("platform#organisation-logo", "the profile picture"),
});

export const getOrganisationLogo = operation(service, {
  id: "getOrganisationLogo",
  tag: "Organisations",
  method: "GET",
  path: "/organisations/{orgId}/logo",
  summary: "The profile picture of an organisation",
  pathParameters: { orgId },
  answer: fileGiven,
  gives: "file",
  produces: logoTypes,
  refusals: [404],
  evidence: designed("platform#organisation-logo", "the profile picture"),
});

export const deleteOrganisationLogo = operation(service, {
  id: "deleteOrganisationLogo",
  tag: "Organisations",
  method: "DELETE",
  path: "/organisations/{orgId}/logo",
  summary: "Remove the profile picture of an organisation",
  pathParameters: { orgId },
  answer: Feedback,
  refusals: [404],
  evidence: designed("platform#organisation-logo", "the profile picture"),
});

export const shareOrganisation = operation(service, {
  id: "shareOrganisation",
  tag: "Organisations",
  method: "POST",
  path: "/organisations/{orgId}/sharing/{otherOrgId}",
  summary: "Share an organisation's access, and the access of all below it, with another organisation",
  pathParameters: { orgId, otherOrgId: orgId.describe("Number of the organisation that gets access.") },
  answer: OrganisationInfo,
  status: 201,
  refusals: [404, 409],
  evidence: designed("platform#organisation-sharing", "the tab «Organisation sharing»"),
});

export const unshareOrganisation = operation(service, {
  id: "unshareOrganisation",
  tag: "Organisations",
  method: "DELETE",
  path: "/organisations/{orgId}/sharing/{otherOrgId}",
  summary: "Stop sharing an organisation's access with another",
  pathParameters: { orgId, otherOrgId: orgId.describe("Number of the organisation that had access.") },
  answer: Feedback,
  refusals: [404],
  evidence: designed("platform#organisation-sharing", "the tab «Organisation sharing»"),
});
