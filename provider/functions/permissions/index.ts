import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type { RoleResult, GetPermissionInfoArgs, PermissionInfoResult, TestPermissionArgs } from "./types";

/** The roles that the server knows, each after the one that it extends. Costs one request. */
export async function getRoles(): Promise<readonly RoleResult[]> {
  const { listRoles } = await permissions();
  return listRoles();
}

/** `getRoles` with an output for its result. */
export const getRolesOutput = outputForm(getRoles);

/** For whom the account that runs Pulumi has a permission on a type of resource. Costs one request. */
export async function getPermissionInfo(args: GetPermissionInfoArgs): Promise<PermissionInfoResult> {
  const { infoOn } = await permissions();
  return infoOn(args);
}

/** `getPermissionInfo` with outputs for its arguments and its result. */
export const getPermissionInfoOutput = outputForm(getPermissionInfo);

/**
 * Whether the account that runs Pulumi may do something with a type of resource, in the name of an organisation or in
 * its own. It is allowed as hale studio reads the answer: for an organisation when the condition `organisation` is
 * among those that the server lists, so that what holds only below it does not count. Costs one request.
 */
export async function testPermission(args: TestPermissionArgs): Promise<boolean> {
  const { isAllowed } = await permissions();
  return isAllowed(args);
}

/** `testPermission` with outputs for its arguments and its result. */
export const testPermissionOutput = outputForm(testPermission);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function permissions() {
  const { lookUpPermissions } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpPermissions(client));
}

export type { RoleResult, GetPermissionInfoArgs, PermissionInfoResult, TestPermissionArgs } from "./types";
