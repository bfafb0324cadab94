import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type { GetUserArgs, UserResult, GetMembersArgs, MemberResult } from "./types";

/**
 * Finds one user by id, screen name or user name, among those that you can see. It does not find deleted users.
 *
 * Fails with HC3005 if there is no such user.
 *
 * Cost: one request by id or screen name; by user name the pages of the list of users. Calls at the same time share the
 * list.
 */
export async function getUser(args: GetUserArgs): Promise<UserResult> {
  const { findUser } = await people();
  return findUser(args);
}

/** `getUser` with outputs for its arguments and its result. */
export const getUserOutput = outputForm(getUser);

/**
 * Lists the members of an organisation and those who are invited, sorted by user id.
 *
 * Fails with HC3005 if there is no such organisation. Cost: the pages of the list.
 */
export async function getMembers(args: GetMembersArgs): Promise<readonly MemberResult[]> {
  const { listMembers } = await people();
  return listMembers(args);
}

/** `getMembers` with outputs for its arguments and its result. */
export const getMembersOutput = outputForm(getMembers);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function people() {
  const { lookUpUsers } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpUsers(client));
}

export type { GetUserArgs, UserResult, GetMembersArgs, MemberResult } from "./types";
