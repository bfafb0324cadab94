import { accounts, type ResourceType, type Roles } from "../../../provider/contract";
import { assignableRoles } from "../../access/grants";
import { permissionInfo } from "../../access/permission-info";
import { implement } from "../implement";

/** A type that the roles do not know is denied to everybody, administrators included: nothing of it can exist. */
const getResourcePermissionInfo = implement(
  accounts.getResourcePermissionInfo,
  ({ path: { resourceType, permission }, world, caller }) =>
    typesIn(world.roles).has(resourceType)
      ? { ...permissionInfo(world, caller, resourceType as ResourceType, permission) }
      : { user: false, organisations: {} },
);

/** The file has them in the order in which they extend each other (docs/platform.md#roles-and-permissions). */
const getRoles = implement(accounts.getRoles, ({ world: { roles } }) => {
  const assignable = assignableRoles(roles);
  return Object.entries(roles).map(([id, role]) => ({ id, ...role, assignable: assignable.includes(id) }));
});

export const permissions = [getResourcePermissionInfo, getRoles];

function typesIn(roles: Roles): ReadonlySet<string> {
  return new Set(Object.values(roles).flatMap((role) => Object.keys(role.resources)));
}
