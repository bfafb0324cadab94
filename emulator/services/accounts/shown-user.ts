import type { z } from "zod";
import type { accounts } from "../../../provider/contract";
import { seesUser } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { User } from "../../world/model";
import { statusOf } from "../../world/user-status";
import { withoutEmpty } from "../../world/without-empty";
import type { Platform, Visitor } from "../implement";

/** Field by field, so that nothing is shown by accident. What is free again after a deletion is shown no more. */
export function show(user: User): z.output<typeof accounts.UserInfo> {
  const invitations = Object.entries(user.invitations ?? {}).map(([organisation, { role }]) => [organisation, role]);
  return withoutEmpty({
    id: user.id,
    username: user.username,
    screenName: user.deleted ? undefined : user.screenName,
    fullName: user.fullName,
    email: user.deleted ? undefined : user.email,
    orgRoles: user.orgRoles,
    invitations: filled(Object.fromEntries(invitations) as Record<string, string>),
    status: statusOf(user),
    description: user.description,
    street: user.street,
    zip: user.zip,
    city: user.city,
    phone: user.phone,
    customFields: filled(user.customFields),
    // Nothing says what the platform starts with (docs/platform.md#users); no mails unless somebody wants them.
    taskNotifications: user.taskNotifications ?? false,
    createdBy: user.createdBy,
    created: user.created,
  });
}

function filled<T extends object>(record: T | undefined): T | undefined {
  return Object.keys(record ?? {}).length === 0 ? undefined : record;
}

/** 404 for whom the caller does not get to see, and for those who are deleted: only the list of users knows them. */
export function visibleUser({ world, caller }: Platform & Visitor, id: string, user = world.users.get(id)): User {
  if (user === undefined || user.deleted === true || !seesUser(world, caller, user)) {
    throw refuse.absent(`user ${id}`);
  }
  return user;
}
