import type { z } from "zod";
import { accounts } from "../../../provider/contract";
import { may } from "../../access/permissions";
import { seesUser } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { User } from "../../world/model";
import { assignable } from "./assignable-role";
import { implement, implementList, pageableList, type OperationCall, type Platform, type Visitor } from "../implement";
import { refuseUnless, visible } from "./organisations";

type Context = Platform & Visitor;
type Member = z.output<typeof accounts.Member>;

const getMembers = implementList(accounts.getMembers, (call) => {
  const { id } = visible(call, call.path.orgId);
  return pageableList(
    call.world.users.all().flatMap((user) => seenMember(call, user, id) ?? []),
    (member) => member,
  );
});

const getMember = implement(accounts.getMember, (call) => {
  const { id } = visible(call, call.path.orgId);
  return visibleMember(call, call.path.userId, id);
});

const addMember = implement(accounts.addMember, (call) => {
  const { body, world, caller, now, commit } = call;
  const { id: organisation } = visible(call, call.path.orgId);
  refuseUnless(call, "assignRole", organisation);
  const user = world.users.get(body.user);
  if (user === undefined || user.deleted === true || !seesUser(world, caller, user)) {
    const message = `there is no user ${body.user}, or you are not allowed to see it`;
    throw refuse.invalid([{ field: "user", message }]);
  }
  commit({
    type: "roleGiven",
    user: user.id,
    organisation,
    ...rolesWith(call, user, organisation),
    by: caller.id,
    at: now(),
  });
  return visibleMember(call, user.id, organisation);
});

/** The new role; where a user can have several, those that the user has already come first. */
function rolesWith(call: OperationCall<typeof accounts.addMember>, user: User, organisation: string) {
  const given = assignable(call.world, call.body.role);
  const held = call.severalRoles ? [own(user.orgRoles, organisation) ?? []].flat() : [];
  if (held.length === 0 || held.includes(given)) {
    refuseIfMember(user, organisation);
  }
  const [first, ...others] = held;
  return first === undefined ? { role: given } : { role: first, further: [...others, given] };
}

/** Who gives another role is from then on the one who gave it; the same role again changes nothing. */
const assignRole = implement(accounts.assignRole, (call) => {
  const { caller, now, commit } = call;
  const { id: organisation } = visible(call, call.path.orgId);
  const member = visibleMember(call, call.path.userId, organisation);
  refuseUnless(call, "assignRole", organisation);
  const role = assignable(call.world, call.body.role);
  if (member.role !== role) {
    const type = member.status === "invited" ? "roleOffered" : "roleGiven";
    commit({ type, user: member.user, organisation, role, by: caller.id, at: now() });
  }
  return visibleMember(call, member.user, organisation);
});

/** Also the last Superuser, and an administrator: they stand outside of the roles. */
const removeMember = implement(accounts.removeMember, (call) => {
  const { id: organisation } = visible(call, call.path.orgId);
  const { user, status } = visibleMember(call, call.path.userId, organisation);
  refuseUnless(call, "assignRole", organisation);
  call.commit({ type: "memberRemoved", user, organisation });
  const what = status === "invited" ? "is no longer invited to" : "has no role any more in";
  return { error: false, message: `User ${user} ${what} organisation ${organisation}.` };
});

/** The other roles stay, with who gave them. */
const removeRole = implement(accounts.removeRole, (call) => {
  const { id: organisation } = visible(call, call.path.orgId);
  const { user, ...member } = visibleMember(call, call.path.userId, organisation);
  refuseUnless(call, "assignRole", organisation);
  const { role } = call.path;
  const held = member.status === "invited" ? [] : (member.roles ?? [member.role]);
  if (!held.includes(role)) {
    throw refuse.absent(`role ${role} of user ${user} in organisation ${organisation}`);
  }
  const [first, ...further] = held.filter((it) => it !== role);
  const { grantedBy: by = call.caller.id, granted: at = call.now() } = member;
  call.commit(
    first === undefined
      ? { type: "memberRemoved", user, organisation }
      : { type: "roleGiven", user, organisation, role: first, further, by, at },
  );
  return { error: false, message: `User ${user} no longer has the role ${role} in organisation ${organisation}.` };
});

export const members = [getMembers, getMember, addMember, assignRole, removeMember, removeRole];

/** The role that a user has in an organisation, or is offered there; a user has one of them at most (docs/platform.md#users). */
export function membershipOf(user: User, organisation: string): Member | undefined {
  const invitation = own(user.invitations, organisation);
  const [role, ...further] = [own(user.orgRoles, organisation) ?? invitation?.role ?? []].flat();
  const { by, at } = invitation ?? own(user.grants, organisation) ?? { by: user.createdBy, at: user.created };
  return role === undefined
    ? undefined
    : {
        user: user.id,
        organisation,
        role,
        ...(further.length === 0 ? {} : { roles: [role, ...further] }),
        username: user.username,
        fullName: user.fullName,
        status: invitation === undefined ? "member" : "invited",
        grantedBy: by,
        granted: at,
      };
}

/** What callers ask for may be called like something that every object has. */
function own<T>(record: Readonly<Record<string, T>> = {}, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function refuseIfMember(user: User, organisation: string): void {
  const membership = membershipOf(user, organisation);
  if (membership !== undefined) {
    const what = membership.status === "invited" ? "is invited to" : "has a role in";
    throw refuse.taken(`User ${user.id} ${what} organisation ${organisation} already: ${membership.role}.`);
  }
}

/** Members are shown to those who see the user; those who assign the roles see everybody who has or is offered one. */
function seenMember(call: Context, user: User, organisation: string): Member | undefined {
  const { world, caller } = call;
  const membership = membershipOf(user, organisation);
  const isSeen = () =>
    seesUser(world, caller, user) || may(world, caller, "assignRole", { type: "Organisation", organisation });
  return membership !== undefined && isSeen() ? membership : undefined;
}

function visibleMember(call: Context, userId: string, organisation: string): Member {
  const user = call.world.users.get(userId);
  const member = user === undefined ? undefined : seenMember(call, user, organisation);
  if (member === undefined) {
    throw refuse.absent(`member ${userId} of organisation ${organisation}`);
  }
  return member;
}
