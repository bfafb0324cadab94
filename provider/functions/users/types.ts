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
