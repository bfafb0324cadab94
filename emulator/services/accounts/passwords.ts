import { accounts } from "../../../provider/contract";
import { isPassword } from "../../access/passwords";
import { manages } from "../../access/user-management";
import { refuse, type InvalidField } from "../../refusal";
import type { User } from "../../world/model";
import { implement, type OperationCall, type Platform } from "../implement";
import { userWithLogin } from "./login";
import { mailLink, userOfLink } from "./mailed-links";
import { passwordProblems } from "./password-rule";
import { visibleUser } from "./shown-user";

type ChangePassword = OperationCall<typeof accounts.changePassword>;

/** Who sets the password of somebody who was not activated yet, activates the account. */
const changePassword = implement(accounts.changePassword, async (call) => {
  const { body, path, caller, world } = call;
  // Both wait, so they come first: nothing may wait between the looks below and the commit.
  const passwordHash = await call.hashPassword(body.password);
  const isCurrent = await isCurrentPassword(call);
  const user = visibleUser(call, path.userId);
  const isOwn = user.id === caller.id;
  if (!isOwn && !manages(world, caller, user)) {
    throw refuse.forbidden(`You may not change the password of user ${user.id}.`);
  }
  const wrong = { field: "currentPassword", message: "is needed, and has to be the one that you log in with" };
  refuseIfAny([...passwordProblems(body.password), ...(isOwn && !isCurrent ? [wrong] : [])]);
  setPassword(call, user, body.password, passwordHash);
  return { error: false, message: "The password is changed." };
});

async function isCurrentPassword({ body: { currentPassword }, path, world }: ChangePassword): Promise<boolean> {
  const passwordHash = world.users.get(path.userId)?.passwordHash;
  return currentPassword !== undefined && passwordHash !== undefined && isPassword(currentPassword, passwordHash);
}

/** One answer for all: it does not tell whether there is such a user. Who cannot log in gets no mail. */
const requestPasswordReset = implement(accounts.requestPasswordReset, (call) => {
  const user = userWithLogin(call.world, call.body.username);
  if (user !== undefined) {
    mailLink(call, user, "passwordReset");
  }
  return { error: false, message: "If there is such a user, a mail is under way." };
});

const resetPassword = implement(accounts.resetPassword, async (call) => {
  const { key, password } = call.body;
  const passwordHash = await call.hashPassword(password);
  const user = userOfLink(call, key, "passwordReset");
  refuseIfAny(passwordProblems(password));
  setPassword(call, user, password, passwordHash);
  return { error: false, message: "The password is changed." };
});

export const passwords = [changePassword, requestPasswordReset, resetPassword];

function refuseIfAny(problems: readonly InvalidField[]): void {
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
}

function setPassword({ commit, keepLogin }: Platform, user: User, password: string, passwordHash: string): void {
  keepLogin(user, password);
  commit({ type: "passwordChanged", id: user.id, passwordHash });
}
