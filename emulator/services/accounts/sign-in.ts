import { refuse, type InvalidField } from "../../refusal";
import type { User } from "../../world/model";
import { statusOf } from "../../world/user-status";
import type { Platform } from "../implement";
import { assignable } from "./assignable-role";

/** Organisation id to a role id or several. It is everything that the user has. */
export type MappedRoles = Readonly<Record<string, string | readonly string[]>>;

/**
 * The identity provider of an installation with single sign-on (docs/platform.md#single-sign-on), as far as the platform
 * notices it: it says who signs in, and with which roles. What was given or taken since is undone by the next sign-in.
 */
export class IdentityProvider {
  readonly #mapped = new Map<string, MappedRoles>();

  /** A token for the user. `roles`: those of the user from now on; without them, those that the last sign-in with roles gave. */
  signIn(platform: Platform, username: string, roles?: MappedRoles): string {
    const user = platform.world.users.named(username);
    if (user === undefined || statusOf(user) !== "active") {
      throw refuse.absent(`user named "${username}" who can sign in`);
    }
    const mapped = roles ?? this.#mapped.get(username);
    if (mapped !== undefined) {
      refuseUnknown(platform, mapped);
      this.#mapped.set(username, mapped);
      giveBack(platform, user, mapped);
    }
    return platform.sessions.issue(user.id);
  }
}

function refuseUnknown({ world }: Platform, mapped: MappedRoles): void {
  const problems = Object.keys(mapped).flatMap((id): InvalidField[] =>
    world.organisations.get(id) === undefined
      ? [{ field: `roles.${id}`, message: `there is no organisation ${id}` }]
      : [],
  );
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
  Object.values(mapped).forEach((given) => [given].flat().forEach((role) => assignable(world, role)));
}

function giveBack({ world, now, commit }: Platform, user: User, mapped: MappedRoles): void {
  for (const [organisation, given] of Object.entries(mapped)) {
    const [role = "", ...further] = [given].flat();
    const held = [user.orgRoles[organisation] ?? []].flat();
    if (role !== "" && held.join() !== [role, ...further].join()) {
      commit({
        type: "roleGiven",
        user: user.id,
        organisation,
        role,
        by: user.id,
        at: now(),
        ...(further.length === 0 ? {} : { further }),
      });
    }
  }
  for (const organisation of Object.keys(user.orgRoles)) {
    if (!Object.hasOwn(mapped, organisation) && world.organisations.get(organisation) !== undefined) {
      commit({ type: "memberRemoved", user: user.id, organisation });
    }
  }
}
