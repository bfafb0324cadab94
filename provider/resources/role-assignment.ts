// Printed from kinds/people/role-assignment.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { User } from "./user";
import type { Organisation } from "./organisation";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "RoleAssignment",
  module: "role-assignment",
  inputs: ["user", "organisation", "role"],
  outputs: ["username", "grantedBy", "granted"],
  references: ["user", "organisation"],
};

export interface RoleAssignmentArgs {
  /**
   * The user who gets the role.
   *
   * Change: replaces the object.
   */
  readonly user: pulumi.Input<string> | User;

  /**
   * The organisation in which the user gets the role. It cannot be the home organisation of a User resource, since
   * that resource declares the role there.
   *
   * Change: replaces the object.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * Role in the organisation: the id of a role of the server, such as `dataManager`. The platform's own roles are
   * `user`, `dataManager`, `themeManager` and `orgAdmin` (Superuser); an installation may have others, and `getRoles`
   * lists them. The provider checks that the server has this role. A user has one role in an organisation. Where an
   * installation allows several, this resource declares one of them, and leaves the others as they are.
   *
   * Change: updated in place.
   */
  readonly role: pulumi.Input<string>;

  /**
   * What to do if the object exists already. `"never"` (default): stop with an error. `"ifExists"`: take the object
   * over, or create it if there is none. `"required"`: take the object over, and stop with an error if there is none.
   *
   * Change: nothing is sent.
   */
  readonly adopt?: pulumi.Input<"never" | "ifExists" | "required" | undefined>;

  /**
   * What deleting the resource does to the object. `"delete"`: deletes it. `"retain"`: leaves it on the server.
   * Default: `"delete"` for an object that this stack created, `"retain"` for one that it adopted.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"delete" | "retain" | undefined>;
}

/**
 * Gives one user a role in one organisation. All other members stay as they are. To declare all members of an
 * organisation use OrganisationMembers. You cannot use both for the same organisation. The provider never takes away
 * the caller's own last role that manages an organisation. To give up the resource of such a role, declare `onDestroy:
 * "retain"` first. A preview cannot say this, since Pulumi asks no provider about a deletion before it is due.
 *
 * ```typescript
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * const town = new Organisation("town", { name: "Stadt Muster", parent: county });
 * const erika = new User("erika", {
 *     username: "erika.muster",
 *     fullName: "Erika Muster",
 *     email: "erika@kreis-muster.example",
 *     organisation: county,
 *     role: "themeManager",
 * });
 * new RoleAssignment("erika helps the town", { user: erika, organisation: town, role: "dataManager" });
 * ```
 */
export class RoleAssignment extends Resource {
  /**
   * The user who gets the role.
   */
  declare readonly user: pulumi.Output<string>;

  /**
   * The organisation in which the user gets the role.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * Role in the organisation: the id of a role of the server, such as `dataManager`.
   */
  declare readonly role: pulumi.Output<string>;

  /**
   * Login name of the user.
   */
  declare readonly username: pulumi.Output<string | undefined>;

  /**
   * Id of the user who gave the role.
   */
  declare readonly grantedBy: pulumi.Output<string | undefined>;

  /**
   * When the user got the role, in milliseconds since 1970.
   */
  declare readonly granted: pulumi.Output<number | undefined>;

  constructor(name: string, args: RoleAssignmentArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
