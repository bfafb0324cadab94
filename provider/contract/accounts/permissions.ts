import { z } from "zod";
import { designed } from "../evidence";
import { readModel, untypedObject } from "../models";
import { operation } from "../operation";
import { service } from "./service";

export const RoleInfo = readModel("RoleInfo", "A role of the platform.", {
  id: z.string().min(1),
  extends: z.string().optional().describe("The role that it extends. It has all permissions of that role as well."),
  label: untypedObject.describe("Its name by language: `en`, `de`."),
  assignable: z.boolean().describe("Whether a user can be given it in an organisation."),
  resources: untypedObject.describe("Rules by type of resource and permission, as in roles.json."),
  application: untypedObject.describe("Flags that do not belong to a resource."),
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
  evidence: {
    name: "certain",
    path: "designed",
    body: "certain",
    source: ["platform#operations-of-hale-studio", "platform#permission-info"],
  },
});

export const getRoles = operation(service, {
  id: "getRoles",
  tag: "Permissions",
  method: "GET",
  path: "/roles",
  summary: "The roles that this server knows, each after the role that it extends",
  answer: z.array(RoleInfo),
  evidence: designed("platform#role-ids", "roles.json"),
});
