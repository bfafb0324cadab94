/** Which user is meant: exactly one of these. */
export interface GetUserArgs {
  /** Id of the user. */
  readonly id?: string | undefined;
  /** The name that the platform shows. It is not the user name. */
  readonly screenName?: string | undefined;
  /** Login name of the user. */
  readonly username?: string | undefined;
}

/** A user on the platform. A member without a value is missing. */
export interface UserResult {
  /** Id of the user. */
  readonly id: string;
  /** Login name of the user. */
  readonly username?: string;
  /** The name that the platform shows. */
  readonly screenName?: string;
  readonly fullName?: string;
  readonly email?: string;
  readonly description?: string;
  /** `street`, `zip`, `city` and `phone`. */
  readonly contact: Readonly<Record<string, string>>;
  /** Values by their free names. */
  readonly customFields: Readonly<Record<string, string>>;
  /**
   * Role ids, by organisation id. Several roles of one organisation are divided by commas. Missing if the server gives the
   * roles in a form that the provider does not know.
   */
  readonly roles?: Readonly<Record<string, string>>;
  /** `notActivated`, `active` or `deactivated`. */
  readonly status?: string;
  /** Whether the user gets mails about new task assignments. */
  readonly taskNotifications?: boolean;
  /** When the user was created, in milliseconds since 1970. */
  readonly created?: number;
  /** Id of the user who created this user. */
  readonly createdBy?: string;
}

/** The organisation whose members are listed. */
export interface GetMembersArgs {
  /** Id of the organisation. */
  readonly organisation: string;
}

/** A user who has a role in an organisation, or is invited to it. */
export interface MemberResult {
  /** Id of the user. */
  readonly user: string;
  readonly username?: string;
  readonly fullName?: string;
  /** Id of the role. */
  readonly role: string;
  /** Ids of all roles, if the user has several in the organisation. */
  readonly roles?: readonly string[];
  /** `member`, or `invited` until the user accepts the invitation. */
  readonly status: string;
  /** Id of the user who gave the role. */
  readonly grantedBy?: string;
  /** When the user got the role, in milliseconds since 1970. */
  readonly granted?: number;
}
