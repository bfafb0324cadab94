import { z } from "zod";
import { Feedback, readModel } from "./models";
import { operation, type ServiceInfo } from "./operation";

/** The actions service (docs/platform.md#actions-service): acts that touch several services. */
export const service: ServiceInfo = {
  name: "actions",
  folder: "/actions",
  basePath: "/actions",
  title: "actions",
  description: "Delete an organisation, get the default base map of an organisation",
};

const orgId = z.string().min(1).describe("Number of the organisation.");

const named = (id: string, description: string) =>
  readModel(id, description, { id: z.string(), name: z.string().optional() });

export const OrganisationDeletion = readModel(
  "OrganisationDeletion",
  "What a deletion would delete as well. Members stay on the platform, without this organisation and their role in it.",
  {
    id: z.string(),
    name: z.string(),
    suborganisations: z.array(named("AffectedOrganisation", "An organisation below.")),
    buckets: z.array(named("AffectedBucket", "A bucket that the organisation owns.")),
    schemas: z.array(named("AffectedSchema", "A schema that the organisation owns.")),
    themes: z
      .array(named("AffectedTheme", "A theme that the organisation owns."))
      .optional()
      .describe("Missing where the server says nothing of themes."),
    members: z.array(named("AffectedMember", "A user with a role in the organisation.")),
    users: z
      .array(named("AffectedUser", "A user whom the deletion would delete."))
      .optional()
      .describe("Only of a server that deletes users with their organisation."),
  },
);

export const BaseMap = readModel("BaseMap", "The map that an organisation's pages show by default.", {
  organisation: z
    .string()
    .optional()
    .describe(
      "The organisation that configured the map: this one or one above it. Missing for the platform's own map.",
    ),
  address: z.string().describe("Address of a WMS 1.3.0."),
  layers: z.array(z.string()),
  copyright: z.string().optional(),
});

export const getDefaultBaseMap = operation(service, {
  id: "getDefaultBaseMap",
  tag: "Organisations",
  method: "GET",
  path: "/organisations/{orgId}/basemap",
  summary: "The default base map of an organisation",
  pathParameters: { orgId },
  answer: BaseMap,
  refusals: [404],
  evidence: { name: "implied", path: "designed", body: "designed", source: "platform#actions-service" },
});

export const previewOrganisationDeletion = operation(service, {
  id: "previewOrganisationDeletion",
  tag: "Organisations",
  method: "GET",
  path: "/organisations/{orgId}/deletion",
  summary: "What deleting an organisation would delete as well (dry run)",
  pathParameters: { orgId },
  answer: OrganisationDeletion,
  refusals: [404],
  evidence: { name: "designed", path: "designed", body: "designed", source: "platform#actions-service" },
});

export const deleteOrganisation = operation(service, {
  id: "deleteOrganisation",
  tag: "Organisations",
  method: "DELETE",
  path: "/organisations/{orgId}",
  summary: "Delete an organisation that has no suborganisations and owns nothing",
  description:
    "Its users stay, without this organisation and their role in it. 409 as long as anything else would be deleted.",
  pathParameters: { orgId },
  answer: Feedback,
  refusals: [404, 409],
  evidence: { name: "implied", path: "designed", body: "designed", source: "platform#actions-service" },
});
