import type { Client } from "../client";
import { connection } from "./connection";
import { outputForm } from "./output-form";

/** A role that a user can have in an organisation. */
export interface RoleResult {
  /** As in `role: "dataManager"`. */
  readonly id: string;
  /** The role whose permissions it has as well. */
  readonly extends?: string;
  /** Its name by language: `en`, `de`. */
  readonly label: Readonly<Record<string, string>>;
  /** Whether a user can be given it. */
  readonly assignable: boolean;
  /** Type of resource to permission to rule, as in roles.json. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Which permission is asked about. */
export interface GetPermissionInfoArgs {
  /** `User`, `Organisation`, `Bucket`, `Theme`, `Schema` or `TransformationProject`. */
  readonly resourceType: string;
  /** `read`, `edit`, `create`, `delete`, or another one of the server's roles. */
  readonly permission: string;
}

/** For whom the account that runs Pulumi has a permission. */
export interface PermissionInfoResult {
  /** Whether it holds for the account's own things. */
  readonly user: boolean;
  /** Organisation id to the conditions under which it holds, none when it is denied. */
  readonly organisations: Readonly<Record<string, readonly string[]>>;
}

/** Whether something is allowed. */
export interface TestPermissionArgs extends GetPermissionInfoArgs {
  /** In the name of this organisation, by its id; in the account's own name when left out. */
  readonly organisation?: string | undefined;
}

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
  const { lookUpPermissions } = require("./look-up-permissions") as typeof import("./look-up-permissions");
  const client: Client = connection();
  return Promise.resolve(lookUpPermissions(client));
}
