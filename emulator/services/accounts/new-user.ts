import type { User } from "../../world/model";
import { withoutEmpty } from "../../world/without-empty";
import type { Platform } from "../implement";

type Chosen = Pick<User, "username" | "fullName" | "email" | "orgRoles" | "createdBy"> & {
  readonly [Field in keyof Omit<User, "id" | "created" | "administrator">]?: User[Field] | undefined;
};

/** A user with the next id, as people choose it; the screen name is made up where it is left out. */
export function newUser({ world, now }: Pick<Platform, "world" | "now">, chosen: Chosen): User {
  const isTaken = (name: string) => world.users.shownAs(name) !== undefined;
  return withoutEmpty({
    ...chosen,
    id: world.users.nextId,
    screenName: chosen.screenName ?? freeScreenName(chosen.fullName, isTaken),
    administrator: false,
    created: now(),
  });
}

/**
 * The name that is shown, and by which a profile can be had: the full name, numbered when somebody has it already.
 * It differs from the user name (docs/platform.md#operations-of-public-clients) and is never a plain number, which would look like an id.
 */
export function freeScreenName(fullName: string, isTaken: (name: string) => boolean): string {
  const name = /^\d+$/.test(fullName) ? `user ${fullName}` : fullName;
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) {
    candidate = `${name} ${String(number)}`;
  }
  return candidate;
}
