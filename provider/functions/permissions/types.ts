/** A role that a user can have in an organisation. */
export interface RoleResult {
  /** Id of the role, as in `role: "dataManager"`. */
  readonly id: string;
  /** Id of the role that it extends. It has all permissions of that role as well. */
  readonly extends?: string;
  /** Its name, by language: `en`, `de`. */
  readonly label: Readonly<Record<string, string>>;
  /** Whether you can give it to a user. */
  readonly assignable: boolean;
  /** Rules by type of resource and permission, as in roles.json. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The permission to look up. */
export interface GetPermissionInfoArgs {
  /** `User`, `Organisation`, `Bucket`, `Theme`, `Schema` or `TransformationProject`. */
  readonly resourceType: string;
  /** `read`, `edit`, `create`, `delete`, or another permission that the server's roles name. */
  readonly permission: string;
}

/** For whom the account that runs Pulumi has a permission. */
export interface PermissionInfoResult {
  /** Whether the account has it in its own name. */
  readonly user: boolean;
  /** By organisation id: the conditions under which the account has it. Empty: it is denied. */
  readonly organisations: Readonly<Record<string, readonly string[]>>;
}

/** The permission to test. */
export interface TestPermissionArgs extends GetPermissionInfoArgs {
  /** Id of the organisation in whose name it is tested. Default: the account's own name. */
  readonly organisation?: string | undefined;
}
