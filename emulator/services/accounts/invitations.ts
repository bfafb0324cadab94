import { accounts } from "../../../provider/contract";
import { refuse } from "../../refusal";
import type { User } from "../../world/model";
import type { WorldView } from "../../world/world";
import { implement } from "../implement";
import { assignable } from "./assignable-role";
import { membershipOf, refuseIfMember } from "./members";
import { refuseUnless, visible } from "./organisations";

/** For people of other organisations, whom the caller need not see: who knows both names is trusted (docs/platform.md#users). */
const inviteMember = implement(accounts.inviteMember, (call) => {
  const { body, world, caller, now, commit, outbox } = call;
  const { id: organisation, name } = visible(call, call.path.orgId);
  refuseUnless(call, "assignRole", organisation);
  const user = knownBy(world, body);
  if (user === undefined) {
    const message = "no user has this user name and this e-mail address";
    throw refuse.invalid([
      { field: "username", message },
      { field: "email", message },
    ]);
  }
  refuseIfMember(user, organisation);
  commit({
    type: "roleOffered",
    user: user.id,
    organisation,
    role: assignable(world, body.role),
    by: caller.id,
    at: now(),
  });
  outbox.post({ to: user.email, subject: `You are invited to the organisation "${name}" on hale»connect` });
  return answerFor(world, user.id, organisation);
});

/** The caller need not see the organisation yet. Repeated, it finds what the first time made. */
const acceptInvitation = implement(accounts.acceptInvitation, ({ path: { orgId }, world, caller, commit }) => {
  if (membershipOf(caller, orgId)?.status === "invited") {
    commit({ type: "invitationAccepted", user: caller.id, organisation: orgId });
  }
  return answerFor(world, caller.id, orgId);
});

export const invitations = [inviteMember, acceptInvitation];

function knownBy({ users }: WorldView, { username, email }: { username: string; email: string }): User | undefined {
  const named = users.named(username);
  return named !== undefined && users.withEmail(email)?.id === named.id ? named : undefined;
}

function answerFor({ users }: WorldView, userId: string, organisation: string) {
  const user = users.get(userId);
  const membership = user === undefined ? undefined : membershipOf(user, organisation);
  if (membership === undefined) {
    throw refuse.absent(`invitation to organisation ${organisation}`);
  }
  return membership;
}
