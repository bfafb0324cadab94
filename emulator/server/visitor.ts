import type { Operation } from "../../provider/contract";
import { tokenIn } from "../access/sessions";
import { refuse } from "../refusal";
import type { Platform, Visitor } from "../services/implement";
import type { User } from "../world/model";
import { statusOf } from "../world/user-status";

/**
 * Who calls, by the call's Authorization header. Where a token is needed it is looked at before anything else; where
 * it is not, when the handler asks, so that a login works with a header that is out of date.
 */
export function visitorOf(authorization: string | undefined, access: Operation["access"], platform: Platform): Visitor {
  const known = access === "token" ? required(find(authorization, platform)) : undefined;
  return {
    get visitor() {
      return known ?? find(authorization, platform);
    },
    get caller() {
      return known ?? required(find(authorization, platform));
    },
  };
}

function find(authorization: string | undefined, { sessions, world }: Platform): User | undefined {
  const token = tokenIn(authorization);
  if (token === undefined) {
    return undefined;
  }
  const user = world.users.get(sessions.userIdOf(token));
  if (user === undefined || statusOf(user) !== "active") {
    throw refuse.unauthorised("The user of the token is gone, or was deactivated.");
  }
  return user;
}

function required(user: User | undefined): User {
  if (user === undefined) {
    throw refuse.unauthorised("Log in first, and send the token as `Authorization: Bearer <token>`.");
  }
  return user;
}
