import type { z } from "zod";
import type { Listing } from "../../client";
import type { accounts } from "../../contract";
import { roleSeen, rolesByOrganisation } from "./held-roles";
import type { Values } from "../kind";
import type { DeclaredUser, UserChanges } from "./user-fields";

export type RemoteUser = z.output<typeof accounts.UserInfo>;

/** The profile in the form of the API, which has contact data flat beside the rest. `flatten` is the way back. */
export function body({
  fullName,
  email,
  screenName,
  description,
  contact,
  customFields,
  taskNotifications,
}: UserChanges) {
  const profile = { fullName, email, screenName, description, ...contact, taskNotifications };
  const given = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
  return customFields === undefined ? given : { ...given, customFields: { ...customFields } };
}

export function flatten(remote: RemoteUser) {
  const { id, username, fullName, email, screenName, description, customFields, taskNotifications } = remote;
  const { street, zip, city, phone, orgRoles, status, created, createdBy } = remote;
  return {
    id,
    values: {
      username,
      fullName,
      email,
      screenName,
      description,
      contact: { street, zip, city, phone },
      customFields: customFields ?? {},
      taskNotifications,
      active: status === undefined ? undefined : status !== "deactivated",
      roles: rolesByOrganisation(orgRoles),
      status,
      created,
      createdBy,
    },
  };
}

type LiveUser = ReturnType<typeof flatten>;

/** Deleted users do not count, although the platform keeps their entries. */
export function liveUsers({ items, ...listing }: Listing<RemoteUser>): Listing<LiveUser> {
  return { ...listing, items: items.filter(({ status }) => status !== "deleted").map(flatten) };
}

/** The platform knows only roles in organisations. The declaration says which organisation is the home. */
export function seenFor(actual: Values, { organisation, role: declared }: DeclaredUser): Values {
  const role = roleSeen(rolesIn(actual)[organisation], declared);
  return { ...actual, organisation: role === undefined ? undefined : organisation, role };
}

export function rolesIn(values: Values): Readonly<Record<string, string>> {
  return (values["roles"] ?? {}) as Readonly<Record<string, string>>;
}
