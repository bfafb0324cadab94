import type { User } from "../world/model";
import type { WorldView } from "../world/world";
import { managesBelow } from "./grants";
import { heldRolesOf, may, reaches } from "./permissions";

/**
 * May somebody do this to a user, by roles.json: oneself, or through an organisation in which the user has a role?
 * Administrators stand above the roles (docs/platform.md#roles-and-permissions), so no role gives power over them; otherwise a Superuser of the
 * operator's organisation could take the platform over.
 */
export function mayToUser(world: WorldView, caller: User, permission: string, user: User): boolean {
  const isOneself = caller.id === user.id && may(world, caller, permission, { type: "User", user: user.id });
  if (caller.administrator || isOneself) {
    return true;
  }
  const organisations = user.administrator ? [] : Object.keys(user.orgRoles);
  return organisations.some((organisation) => may(world, caller, permission, { type: "User", organisation }));
}

/** An administrator, or a Superuser of one of the user's organisations or of one above it (docs/platform.md#user-editing). */
export function manages(world: WorldView, caller: User, user: User): boolean {
  const organisations = user.administrator ? [] : Object.keys(user.orgRoles);
  return (
    caller.administrator ||
    heldRolesOf(world, caller).some(
      (heldRole) =>
        managesBelow(world.roles, heldRole.role) && organisations.some((id) => reaches(world, heldRole, id)),
    )
  );
}
