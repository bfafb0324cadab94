import { accounts } from "../../../provider/contract";
import { isPassword } from "../../access/passwords";
import { refuse } from "../../refusal";
import { implement } from "../implement";

/** User name or e-mail address (facts 1.2). One refusal for all reasons, so that it does not tell who has an account. */
export const login = implement(accounts.login, async ({ body, world, sessions }) => {
  const user = world.users.named(body.username) ?? world.users.withEmail(body.username);
  if (user?.passwordHash === undefined || !(await isPassword(body.password, user.passwordHash))) {
    throw refuse.unauthorised("Wrong credentials");
  }
  return { token: sessions.issue(user.id) };
});
