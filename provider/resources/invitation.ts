// Printed from kinds/people/invitation.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "Invitation",
  module: "invitation",
  inputs: ["username", "email", "organisation", "role"],
  outputs: ["user", "status", "grantedBy", "granted"],
  references: ["organisation"],
};

export interface InvitationArgs {
  /**
   * Login name of the user. The user may belong to an organisation that you cannot see.
   *
   * Change: replaces the object.
   */
  readonly username: pulumi.Input<string>;

  /**
   * E-mail address of the user. It has to belong to `username`, since the platform invites by both together. A change
   * sends nothing to the platform: the invitation stays, and so does the role after it is accepted.
   *
   * Change: kept in the state.
   */
  readonly email: pulumi.Input<string>;

  /**
   * The organisation to which the user is invited.
   *
   * Change: replaces the object.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * Role in the organisation: the id of a role of the server, such as `dataManager`. The platform's own roles are
   * `user`, `dataManager`, `themeManager` and `orgAdmin` (Superuser); an installation may have others, and `getRoles`
   * lists them. The provider checks that the server has this role.
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
 * Invites an existing user to an organisation, with a role. The platform informs the user by mail. The user has the
 * role as soon as the user accepts. Deleting the resource takes the invitation back, or the role if the user has
 * accepted.
 *
 * ```typescript
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * new Invitation("the service provider", {
 *     organisation: county,
 *     username: "max.dienstleister",
 *     email: "max@dienstleister.example",
 *     role: "dataManager",
 * });
 * ```
 */
export class Invitation extends Resource {
  /**
   * Login name of the user.
   */
  declare readonly username: pulumi.Output<string>;

  /**
   * E-mail address of the user.
   */
  declare readonly email: pulumi.Output<string>;

  /**
   * The organisation to which the user is invited.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * Role in the organisation: the id of a role of the server, such as `dataManager`.
   */
  declare readonly role: pulumi.Output<string>;

  /**
   * Id of the user.
   */
  declare readonly user: pulumi.Output<string | undefined>;

  /**
   * `member` if the user has accepted the invitation, otherwise `invited`.
   */
  declare readonly status: pulumi.Output<"member" | "invited" | undefined>;

  /**
   * Id of the user who sent the invitation.
   */
  declare readonly grantedBy: pulumi.Output<string | undefined>;

  /**
   * When the user was invited, in milliseconds since 1970.
   */
  declare readonly granted: pulumi.Output<number | undefined>;

  constructor(name: string, args: InvitationArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
