import { seesUser } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { User } from "../../world/model";
import type { WorldView } from "../../world/world";

interface Wanted {
  readonly username?: string;
  readonly email?: string | undefined;
  readonly screenName?: string | undefined;
}

interface Asker {
  /** Who asks; undefined for nobody who is logged in. */
  readonly caller?: User;
  /** Whose the names will be, where that is somebody already. */
  readonly owner?: User;
}

/**
 * User names stay taken for ever, e-mail addresses and screen names while their user is there (docs/platform.md#users). One logs in
 * with either of the first two, so a user name is nobody else's e-mail address and the other way round.
 */
export function refuseTaken(world: WorldView, wanted: Wanted, { caller, owner }: Asker): void {
  const { users } = world;
  const { username, email, screenName } = wanted;
  const refuseWhereFound = (found: readonly (User | undefined)[], message: string) => {
    const other = found.find((it) => it !== undefined && it.id !== owner?.id);
    if (other !== undefined) {
      const isSeen = caller !== undefined && seesUser(world, caller, other);
      throw refuse.taken(`${message}${isSeen ? ` (user ${other.id})` : ""}${afterDeletion(other)}.`);
    }
  };
  if (username !== undefined) {
    refuseWhereFound([users.named(username), users.withEmail(username)], `The user name "${username}" is taken`);
  }
  if (email !== undefined) {
    refuseWhereFound([users.withEmail(email), ...users.namedLike(email)], `The e-mail address "${email}" is in use`);
  }
  if (screenName !== undefined) {
    refuseWhereFound([users.shownAs(screenName)], `The screen name "${screenName}" is in use`);
  }
}

function afterDeletion({ deleted }: User): string {
  return deleted === true ? ": it stays so after the deletion of its user" : "";
}
