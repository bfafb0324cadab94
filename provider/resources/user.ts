// Printed from kinds/people/user.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "User",
  module: "user",
  inputs: [
    "username",
    "fullName",
    "email",
    "organisation",
    "role",
    "screenName",
    "description",
    "contact",
    "customFields",
    "taskNotifications",
    "active",
    "passwordVersion",
  ],
  outputs: ["roles", "status", "created", "createdBy"],
  references: ["organisation"],
  secrets: ["password"],
};

export interface UserArgs {
  /**
   * Login name: 3 to 64 letters, digits, `.`, `_`, `-` or `@`. Nobody can change it on the platform. So another name
   * makes a new user and deletes the old one, and the old name stays taken for ever.
   *
   * Change: replaces the object.
   */
  readonly username: pulumi.Input<string>;

  /**
   * First and last name.
   *
   * Change: updated in place.
   */
  readonly fullName: pulumi.Input<string>;

  /**
   * E-mail address, unique among all users who are not deleted. The platform sends its mails there.
   *
   * Change: updated in place.
   */
  readonly email: pulumi.Input<string>;

  /**
   * The home organisation, in which the user has `role`. For roles in further organisations use RoleAssignment. An
   * OrganisationMembers of the home organisation has to name the user, with the same role. A change moves the user:
   * the user gets the role in the new organisation and loses it in the former one.
   *
   * Change: updated in place.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * Role in the home organisation: the id of a role of the server, such as `dataManager`. The platform's own roles are
   * `user`, `dataManager`, `themeManager` and `orgAdmin` (Superuser); an installation may have others, and `getRoles`
   * lists them. The provider checks that the server has this role.
   *
   * Change: updated in place.
   */
  readonly role: pulumi.Input<string>;

  /**
   * The name that the platform shows, unique. Default: the platform makes it from the full name.
   *
   * Change: updated in place.
   */
  readonly screenName?: pulumi.Input<string | undefined>;

  /**
   * About the user, up to 10,000 characters.
   *
   * Change: updated in place.
   */
  readonly description?: pulumi.Input<string | undefined>;

  /**
   * Contact data. A member that you leave out stays as it is; an empty text clears it.
   *
   * Change: updated in place.
   */
  readonly contact?: pulumi.Input<
    | {
        street?: pulumi.Input<string | undefined>;
        zip?: pulumi.Input<string | undefined>;
        city?: pulumi.Input<string | undefined>;
        phone?: pulumi.Input<string | undefined>;
      }
    | undefined
  >;

  /**
   * Names of your choice with their values. The map is the whole set: `up` removes each name that is not in it, and an
   * empty map removes all.
   *
   * Change: updated in place.
   */
  readonly customFields?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;

  /**
   * Whether the user gets mails about new task assignments.
   *
   * Change: updated in place.
   */
  readonly taskNotifications?: pulumi.Input<boolean | undefined>;

  /**
   * `false` deactivates the user, `true` reactivates the user. The platform informs the user by mail. A new user
   * activates the account with the link in a mail, unless you give a `password`.
   *
   * Change: updated in place.
   */
  readonly active?: pulumi.Input<boolean | undefined>;

  /**
   * Password: at least 8 characters, from 3 of the classes lower case, upper case, digits and special characters. A
   * new user with a password is active at once and gets no activation mail. The provider cannot read a password back. It sets the password when it creates the user, when you declare a password for the first time, and when `passwordVersion` changes. This overwrites a password that the user has chosen since. An adopted user keeps the existing password until `passwordVersion` changes.
   *
   * Change: sent when its version changes; never read back.
   */
  readonly password?: pulumi.Input<string | undefined>;

  /**
   * Any number or text. A change sets `password` again. As long as it stays the same, the provider does not send
   * another `password`, and a warning says so.
   *
   * Change: kept in the state; sends `password` again.
   */
  readonly passwordVersion?: pulumi.Input<number | string | undefined>;

  /**
   * What to do if the object exists already. `"never"` (default): stop with an error. `"ifExists"`: take the object
   * over, or create it if there is none. `"required"`: take the object over, and stop with an error if there is none.
   *
   * Change: nothing is sent.
   */
  readonly adopt?: pulumi.Input<"never" | "ifExists" | "required" | undefined>;

  /**
   * What deleting the resource does to the object. `"delete"`: deletes it. `"deactivate"`: deactivates it, which can
   * be undone. `"retain"`: leaves it on the server. Default: `"delete"` for an object that this stack created,
   * `"retain"` for one that it adopted.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"delete" | "deactivate" | "retain" | undefined>;
}

/**
 * A user of the platform, with a role in the home organisation. Deleting a user is a permanent deactivation: the
 * platform keeps the entry, and the user name stays taken for ever.
 *
 * ```typescript
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * new User("erika", {
 *     username: "erika.muster",
 *     fullName: "Erika Muster",
 *     email: "erika@kreis-muster.example",
 *     organisation: county,
 *     role: "themeManager",
 * });
 * ```
 */
export class User extends Resource {
  /**
   * Login name: 3 to 64 letters, digits, `.`, `_`, `-` or `@`.
   */
  declare readonly username: pulumi.Output<string>;

  /**
   * First and last name.
   */
  declare readonly fullName: pulumi.Output<string>;

  /**
   * E-mail address, unique among all users who are not deleted.
   */
  declare readonly email: pulumi.Output<string>;

  /**
   * The home organisation, in which the user has `role`.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * Role in the home organisation: the id of a role of the server, such as `dataManager`.
   */
  declare readonly role: pulumi.Output<string>;

  /**
   * The name that the platform shows, unique.
   */
  declare readonly screenName: pulumi.Output<string | undefined>;

  /**
   * About the user, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * Contact data.
   */
  declare readonly contact: pulumi.Output<
    | { street?: string | undefined; zip?: string | undefined; city?: string | undefined; phone?: string | undefined }
    | undefined
  >;

  /**
   * Names of your choice with their values.
   */
  declare readonly customFields: pulumi.Output<Record<string, string> | undefined>;

  /**
   * Whether the user gets mails about new task assignments.
   */
  declare readonly taskNotifications: pulumi.Output<boolean | undefined>;

  /**
   * `false` deactivates the user, `true` reactivates the user.
   */
  declare readonly active: pulumi.Output<boolean | undefined>;

  /**
   * Any number or text.
   */
  declare readonly passwordVersion: pulumi.Output<number | string | undefined>;

  /**
   * All roles of the user: organisation id to role id.
   */
  declare readonly roles: pulumi.Output<Record<string, string> | undefined>;

  /**
   * Whether the user can log in.
   */
  declare readonly status: pulumi.Output<"notActivated" | "active" | "deactivated" | "deleted" | undefined>;

  /**
   * When the user was created, in milliseconds since 1970.
   */
  declare readonly created: pulumi.Output<number | undefined>;

  /**
   * Id of the user who created this user.
   */
  declare readonly createdBy: pulumi.Output<string | undefined>;

  constructor(name: string, args: UserArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
