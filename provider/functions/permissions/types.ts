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
