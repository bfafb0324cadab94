import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type { RoleResult, GetPermissionInfoArgs, PermissionInfoResult, TestPermissionArgs } from "./types";

/** Lists the roles that the server knows, each after the role that it extends. Cost: one request. */
export async function getRoles(): Promise<readonly RoleResult[]> {
  const { listRoles } = await permissions();
  return listRoles();
}

/** `getRoles` with an output for its result. */
export const getRolesOutput = outputForm(getRoles);

/** Says for whom the account that runs Pulumi has a permission on a type of resource. Cost: one request. */
export async function getPermissionInfo(args: GetPermissionInfoArgs): Promise<PermissionInfoResult> {
  const { infoOn } = await permissions();
  return infoOn(args);
}

/** `getPermissionInfo` with outputs for its arguments and its result. */
export const getPermissionInfoOutput = outputForm(getPermissionInfo);

/**
 * Says whether the account that runs Pulumi may do something with a type of resource, in the name of an organisation or
 * in its own name.
 *
 * It reads the server's answer as hale studio does. An organisation has the permission if the server lists the condition
 * `organisation` for it. A permission that holds only below the organisation does not count. Cost: one request.
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
