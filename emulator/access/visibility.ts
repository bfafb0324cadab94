import type { User } from "../world/model";
import type { WorldView } from "../world/world";
import { may } from "./permissions";

/**
 * What somebody gets to see; everything else answers 404, as if it did not exist (facts 1.4).
 *
 * roles.json lets every registered user read organisations and users, and the platform shows them in the context of
 * the own organisation (facts 3.1, "List scope"). Put together here as: the own organisations, all below them, and
 * those above them; users with a role in one of these. Administrators see everything, a user without an organisation
 * only themselves.
 */
export function seesOrganisation(world: WorldView, user: User, id: string): boolean {
  return (
    world.organisations.get(id) !== undefined &&
    may(world, user, "read", { type: "Organisation", organisation: id }) &&
    (user.administrator || isInContext(world, user, id))
  );
}

export function seesUser(world: WorldView, caller: User, user: User): boolean {
  return (
    caller.id === user.id ||
    (may(world, caller, "read", { type: "User", user: user.id }) &&
      (caller.administrator || Object.keys(user.orgRoles).some((id) => isInContext(world, caller, id))))
  );
}

function isInContext({ organisations }: WorldView, user: User, id: string): boolean {
  return Object.keys(user.orgRoles).some(
    (own) => own === id || organisations.isBelow(id, own) || organisations.isBelow(own, id),
  );
}
