// Printed from kinds/user.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { declareOutputs, optionsOf, propertiesOf, type Shape } from "./properties";
import { Resource } from "./resource";
import { traced, withoutTraces } from "./traces";

const shape: Shape = {
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
   * Name for the login, 3 to 64 letters, digits, `.`, `_`, `-` or `@`. It never changes, so that a change makes a new
   * user and deletes the old one, whose name stays taken for ever.
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
   * E-mail address, unique among all users who are not deleted. Mails of the platform go there.
   *
   * Change: updated in place.
   */
  readonly email: pulumi.Input<string>;

  /**
   * The home organisation, in which the user has `role`. A change moves the user: the role is given in the new one and
   * taken away in the former one. Roles in further organisations belong to RoleAssignment. An OrganisationMembers of
   * the home organisation has to name the user, with the same role.
   *
   * Change: updated in place.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * Role in the home organisation: `dataManager`, `themeManager`, `orgAdmin` (Superuser), or `user`; validated against
   * the roles of the server.
   *
   * Change: updated in place.
   */
  readonly role: pulumi.Input<string>;

  /**
   * The name that is shown, unique; made from the full name when left out.
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
   * Contact data: `street`, `zip`, `city`, `phone`. A member that is left out is left alone, an empty text clears it.
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
   * Free names with values. The map is the whole set: what it does not name is removed, an empty map removes all.
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
   * `false` deactivates the user, `true` reactivates; the user is told by mail. Activation itself is for the user, by
   * the mailed link, unless a `password` is given.
   *
   * Change: updated in place.
   */
  readonly active?: pulumi.Input<boolean | undefined>;

  /**
   * Password, at least 8 characters of 3 of the classes lower, upper, digit, special; with it the user is active at
   * once and gets no activation mail. It is never read back, so that it is set when the user is made, when it is
   * declared for the first time, and when `passwordVersion` changes: then the user loses the one that may have been
   * chosen since. A user who is adopted keeps the own one until `passwordVersion` changes.
   *
   * Change: sent when its version changes; never read back.
   */
  readonly password?: pulumi.Input<string | undefined>;

  /**
   * Any value; a change of it sets `password` once more. While it stays the same, another `password` is not sent, and
   * a warning says so.
   *
   * Change: kept in the state; has `password` sent again.
   */
  readonly passwordVersion?: pulumi.Input<number | string | undefined>;

  /**
   * What to do when the object exists before it was created here. `"never"` (default): that is an error. `"ifExists"`:
   * take it over, create it otherwise. `"required"`: take it over, never create it.
   *
   * Change: nothing is sent.
   */
  readonly adopt?: pulumi.Input<"never" | "ifExists" | "required" | undefined>;

  /**
   * What deleting the resource does to the object. `"delete"`: deletes it. `"deactivate"`: deactivates it, which can
   * be undone. `"retain"`: leaves it on the server. Default: what was created here meets `"delete"`, what was adopted
   * is retained.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"delete" | "deactivate" | "retain" | undefined>;
}

/**
 * A user of the platform, with a role in the home organisation. Deleting one is a permanent deactivation: the row
 * stays on the platform, and the user name stays taken.
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
   * Name for the login, 3 to 64 letters, digits, `.`, `_`, `-` or `@`.
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
   * Role in the home organisation: `dataManager`, `themeManager`, `orgAdmin` (Superuser), or `user`; validated against
   * the roles of the server.
   */
  declare readonly role: pulumi.Output<string>;

  /**
   * The name that is shown, unique; made from the full name when left out.
   */
  declare readonly screenName: pulumi.Output<string | undefined>;

  /**
   * About the user, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * Contact data: `street`, `zip`, `city`, `phone`.
   */
  declare readonly contact: pulumi.Output<
    | { street?: string | undefined; zip?: string | undefined; city?: string | undefined; phone?: string | undefined }
    | undefined
  >;

  /**
   * Free names with values.
   */
  declare readonly customFields: pulumi.Output<Record<string, string> | undefined>;

  /**
   * Whether the user gets mails about new task assignments.
   */
  declare readonly taskNotifications: pulumi.Output<boolean | undefined>;

  /**
   * `false` deactivates the user, `true` reactivates; the user is told by mail.
   */
  declare readonly active: pulumi.Output<boolean | undefined>;

  /**
   * Any value; a change of it sets `password` once more.
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
   * When it was created, in milliseconds since 1970.
   */
  declare readonly created: pulumi.Output<number | undefined>;

  /**
   * Id of the user who created it.
   */
  declare readonly createdBy: pulumi.Output<string | undefined>;

  constructor(name: string, args: UserArgs, options?: pulumi.CustomResourceOptions) {
    const resume = withoutTraces();
    try {
      super("user", name, propertiesOf(shape, name, args, options), optionsOf(shape, options), "User");
    } catch (error) {
      throw traced(error, resume);
    } finally {
      resume();
    }
  }

  static {
    declareOutputs(this, shape);
  }
}
