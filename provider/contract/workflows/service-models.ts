import { z } from "zod";
import { milliseconds, readModel, sentModel } from "../models";
import { serviceTypes } from "./service-types";

/** Who may use a service (docs/platform.md#access-to-services). */
export const accessTypes = ["open", "organisationToken", "password"] as const;
export type AccessType = (typeof accessTypes)[number];

export const serviceStates = ["published", "unpublished"] as const;

/** A colon would end the user name in Basic authentication. */
export const accessUser = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^:\u0000-\u001f\u007f]*$/, "one line without a colon");
export const accessPassword = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\u0000-\u001f\u007f]*$/, "one line");

export const NewServiceAccess = sentModel(
  "NewServiceAccess",
  "Who may use a service from its next publication on. `user` and `password` belong to the type `password`.",
  {
    type: z.enum(accessTypes),
    user: accessUser.optional(),
    password: accessPassword.optional().describe("Nobody sees it again."),
  },
).superRefine(({ type, ...login }, context) => {
  for (const name of ["user", "password"] as const) {
    if ((login[name] !== undefined) !== (type === "password")) {
      const message = type === "password" ? "is needed for access by password" : `does not belong to the type ${type}`;
      context.addIssue({ code: "custom", path: [name], message });
    }
  }
});

export const ServiceAccess = readModel("ServiceAccess", "Who may use a service.", {
  type: z.enum(accessTypes),
  user: z.string().optional(),
});

export const PublishedServiceInfo = readModel("PublishedServiceInfo", "A dataset as a service.", {
  id: z.string().min(1).describe("Name of the service: <combined id of the dataset>_<wms, wfs, ogcapi or download>."),
  dataset: z.string().describe("Combined id of the dataset."),
  type: z.enum(serviceTypes),
  category: z.enum(["view", "download"]).optional(),
  state: z.enum(serviceStates),
  access: ServiceAccess.optional().describe("As of the last publication. Missing for a service that is not published."),
  nextAccess: ServiceAccess.optional().describe("From the next publication on, if it is set."),
  address: z.string().optional().describe("Where the service is."),
  capabilities: z.string().optional().describe("Address of what it says of itself."),
  published: milliseconds.optional().describe("When it was published last."),
  publishedBy: z.string().optional().describe("Id of the user who published it."),
  datasetModified: milliseconds.optional().describe("`lastModified` of the dataset as it was published."),
  theme: z.string().optional().describe("Combined id of the theme with which it was published."),
  themeModified: milliseconds.optional().describe("`lastModified` of the theme as it was published."),
});
export type PublishedServiceInfo = z.output<typeof PublishedServiceInfo>;
