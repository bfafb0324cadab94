import { accounts, roles, type ResourceType } from "../../../provider/contract";
import { permissionInfo } from "../../access/permission-info";
import { implement } from "../implement";

const resourceTypes = new Set(Object.values(roles).flatMap((role) => Object.keys(role.resources)));

/** A type that the roles do not know is denied to everybody, administrators included: nothing of it can exist. */
export const permissions = [
  implement(accounts.getResourcePermissionInfo, ({ path: { resourceType, permission }, world, caller }) =>
    resourceTypes.has(resourceType)
      ? { ...permissionInfo(world, caller, resourceType as ResourceType, permission) }
      : { user: false, organisations: {} },
  ),
];
