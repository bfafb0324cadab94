import type { User } from "../world/model";
import { statusOf } from "../world/user-status";
import type { WorldView } from "../world/world";
import { heldRolesOf, may, reaches } from "./permissions";

/**
 * What somebody gets to see; everything else answers 404, as if it did not exist (docs/platform.md#refusals).
 *
 * roles.json lets every registered user read organisations and users, and the platform shows them in the context of
 * the own organisation (docs/platform.md#organisation-tree). Put together here as: the own organisations, all below them, and
 * those above them; users with a role in one of these. Administrators see everything, a user without an organisation
 * only themselves. An organisation can share its access, and that of those below it, with another (docs/platform.md#organisations): taken
 * here as that the other's members see these organisations too. They see no users by that.
 */
export function seesOrganisation(world: WorldView, user: User, id: string): boolean {
  return (
    world.organisations.get(id) !== undefined &&
    may(world, user, "read", { type: "Organisation", organisation: id }) &&
    (user.administrator || isInContext(world, user, id) || isSharedWith(world, user, id))
  );
}

/** Also deleted users, whom administrators alone see, since nobody shares an organisation with them. */
export function seesUser(world: WorldView, caller: User, user: User): boolean {
  return (
    caller.id === user.id ||
    (may(world, caller, "read", { type: "User", user: user.id }) &&
      (caller.administrator || Object.keys(user.orgRoles).some((id) => seesUserIn(world, caller, user, id))))
  );
}

/** roles.json has permissions of their own for those who cannot log in: Superusers alone have them (docs/platform.md#users). */
const permissionFor = { deactivated: "accessDisabled", notActivated: "accessNotActivated" } as const;

function seesUserIn(world: WorldView, caller: User, user: User, organisation: string): boolean {
  const status = statusOf(user);
  return (
    isInContext(world, caller, organisation) &&
    (status === "active" ||
      (status !== "deleted" && may(world, caller, permissionFor[status], { type: "User", organisation })))
  );
}

function isInContext({ organisations }: WorldView, user: User, id: string): boolean {
  return Object.keys(user.orgRoles).some(
    (own) => own === id || organisations.isBelow(id, own) || organisations.isBelow(own, id),
  );
}

/** A Superuser counts as a member of the organisations below as well (docs/platform.md#roles-and-permissions). */
function isSharedWith(world: WorldView, user: User, id: string): boolean {
  const heldRoles = heldRolesOf(world, user);
  return world.organisations
    .lineageOf(id)
    .flatMap(({ sharedWith = [] }) => sharedWith)
    .some((share) => heldRoles.some((heldRole) => reaches(world, heldRole, share.organisation)));
}
