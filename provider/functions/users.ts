import type { Client } from "../client";
import { connection } from "./connection";
import { outputForm } from "./output-form";

/** Which user is meant: exactly one of these. */
export interface GetUserArgs {
  /** Id of the user. */
  readonly id?: string | undefined;
  /** The name that is shown; differs from the user name. */
  readonly screenName?: string | undefined;
  /** The name for the login. */
  readonly username?: string | undefined;
}

/** A user as the platform has it. What it has no value for is missing. */
export interface UserResult {
  readonly id: string;
  readonly username?: string;
  readonly screenName?: string;
  readonly fullName?: string;
  readonly email?: string;
  readonly description?: string;
  /** `street`, `zip`, `city`, `phone`. */
  readonly contact: Readonly<Record<string, string>>;
  readonly customFields: Readonly<Record<string, string>>;
  /** Organisation id to role id. */
  readonly roles: Readonly<Record<string, string>>;
  /** `notActivated`, `active` or `deactivated`. */
  readonly status?: string;
  /** Whether the user gets mails about new task assignments. */
  readonly taskNotifications?: boolean;
  /** Milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created it. */
  readonly createdBy?: string;
}

/** Whose members are listed. */
export interface GetMembersArgs {
  /** Id of the organisation. */
  readonly organisation: string;
}

/** Somebody who has a role in an organisation, or is offered one. */
export interface MemberResult {
  /** Id of the user. */
  readonly user: string;
  readonly username?: string;
  readonly fullName?: string;
  /** Role id. */
  readonly role: string;
  /** `member`, or `invited` while an invitation is not accepted. */
  readonly status: string;
  /** Id of the user who gave the role. */
  readonly grantedBy?: string;
  /** Milliseconds since 1970. */
  readonly granted?: number;
}

/**
 * Finds one user by id, screen name or user name, among those that you can see; users who were deleted are not found.
 *
 * Fails with HC3005 when there is none. Costs one request by id or screen name; by user name the pages of the list of
 * users, once for all calls at the same time.
 */
export async function getUser(args: GetUserArgs): Promise<UserResult> {
  const { findUser } = await people();
  return findUser(args);
}

/** `getUser` with outputs for its arguments and its result. */
export const getUserOutput = outputForm(getUser);

/**
 * The members of an organisation and those who are invited, in the order of their ids.
 *
 * Fails with HC3005 when there is no such organisation. Costs the pages of the list.
 */
export async function getMembers(args: GetMembersArgs): Promise<readonly MemberResult[]> {
  const { listMembers } = await people();
  return listMembers(args);
}

/** `getMembers` with outputs for its arguments and its result. */
export const getMembersOutput = outputForm(getMembers);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function people() {
  const { lookUpUsers } = require("./look-up-users") as typeof import("./look-up-users");
  const client: Client = connection();
  return Promise.resolve(lookUpUsers(client));
}
