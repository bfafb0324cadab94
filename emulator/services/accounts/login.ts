import { accounts } from "../../../provider/contract";
import { isPassword } from "../../access/passwords";
import { refuse } from "../../refusal";
import type { User } from "../../world/model";
import { statusOf } from "../../world/user-status";
import type { WorldView } from "../../world/world";
import { implement } from "../implement";

/** One refusal for all reasons, so that it does not tell who has an account, and in which state it is. */
export const login = implement(accounts.login, async ({ body, world, sessions, singleSignOn }) => {
  if (singleSignOn) {
    // Nothing public tells what such an installation answers: not 401, since the credentials are not even looked at.
    throw refuse.forbidden("Nobody logs in with a password here: people sign in through an identity provider.");
  }
  const user = userWithLogin(world, body.username);
  if (user?.passwordHash === undefined || !(await isPassword(body.password, user.passwordHash))) {
    throw refuse.unauthorised("Wrong credentials");
  }
  return { token: sessions.issue(user.id) };
});

/** By user name or e-mail address (docs/platform.md#login-and-tokens), somebody who can log in. */
export function userWithLogin({ users }: WorldView, name: string): User | undefined {
  return [users.named(name), users.withEmail(name)].find((user) => user !== undefined && statusOf(user) === "active");
}
