import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type { GetUserArgs, UserResult, GetMembersArgs, MemberResult } from "./types";

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
  const { lookUpUsers } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpUsers(client));
}

export type { GetUserArgs, UserResult, GetMembersArgs, MemberResult } from "./types";
