import { accounts } from "../../../provider/contract";
import { mayToUser } from "../../access/user-management";
import { refuse } from "../../refusal";
import type { User } from "../../world/model";
import { implement, type Platform, type Visitor } from "../implement";
import { show, visibleUser } from "./shown-user";

type Context = Platform & Visitor;

/** Somebody who is deactivated already stays so, and is not told again. */
const deactivateUser = implement(accounts.deactivateUser, (call) => {
  const user = visibleUser(call, call.path.userId);
  refuseUnlessAllowed(call, "disable", user);
  if (user.deactivated !== true) {
    call.commit({ type: "userDeactivated", id: user.id });
    call.outbox.post({ to: user.email, subject: "Your hale»connect account was deactivated" });
  }
  // Not looked up as visible: who deactivates the own account sees it no more.
  return show({ ...user, deactivated: true });
});

const reactivateUser = implement(accounts.reactivateUser, (call) => {
  const user = visibleUser(call, call.path.userId);
  refuseUnlessAllowed(call, "disable", user);
  if (user.deactivated === true) {
    call.commit({ type: "userReactivated", id: user.id });
    call.outbox.post({ to: user.email, subject: "Your hale»connect account was reactivated" });
  }
  return show(visibleUser(call, user.id));
});

/** One can also delete oneself (docs/platform.md#users), an administrator too: the next start makes another. */
const deleteUser = implement(accounts.deleteUser, (call) => {
  const user = visibleUser(call, call.path.userId);
  if (user.id !== call.caller.id) {
    refuseUnlessAllowed(call, "delete", user);
  }
  call.commit({ type: "userDeleted", id: user.id });
  return { error: false, message: `User ${user.id} is deleted; the user name "${user.username}" stays taken.` };
});

export const deactivation = [deactivateUser, reactivateUser, deleteUser];

function refuseUnlessAllowed({ world, caller }: Context, permission: string, user: User): void {
  if (!mayToUser(world, caller, permission, user)) {
    throw refuse.forbidden(`You lack the permission User.${permission} for user ${user.id}.`);
  }
}
