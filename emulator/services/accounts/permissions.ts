import { accounts, assignableRoles, roles, type ResourceType } from "../../../provider/contract";
import { permissionInfo } from "../../access/permission-info";
import { implement } from "../implement";

const resourceTypes = new Set(Object.values(roles).flatMap((role) => Object.keys(role.resources)));
const assignable: readonly string[] = assignableRoles;

/** A type that the roles do not know is denied to everybody, administrators included: nothing of it can exist. */
const getResourcePermissionInfo = implement(
  accounts.getResourcePermissionInfo,
  ({ path: { resourceType, permission }, world, caller }) =>
    resourceTypes.has(resourceType)
      ? { ...permissionInfo(world, caller, resourceType as ResourceType, permission) }
      : { user: false, organisations: {} },
);

/** The file has them in the order in which they extend each other (docs/platform.md#roles-and-permissions). */
const getRoles = implement(accounts.getRoles, () =>
  Object.entries(roles).map(([id, role]) => ({ id, ...role, assignable: assignable.includes(id) })),
);

export const permissions = [getResourcePermissionInfo, getRoles];
