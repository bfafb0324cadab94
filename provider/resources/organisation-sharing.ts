// Printed from kinds/organisation/organisation-sharing.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "OrganisationSharing",
  module: "organisation-sharing",
  inputs: ["organisation", "sharedWith"],
  outputs: ["sharedBy", "shared"],
  references: ["organisation", "sharedWith"],
};

export interface OrganisationSharingArgs {
  /**
   * The organisation that shares its access, together with the access of all organisations below it.
   *
   * Change: replaces the object.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * The organisation that gets access. It may be one that you cannot see; the server checks that it exists.
   *
   * Change: replaces the object.
   */
  readonly sharedWith: pulumi.Input<string> | Organisation;

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
 * Shares an organisation's access with one other organisation. All other access stays as it is. To declare the whole
 * list of an organisation use OrganisationSharingList. You cannot use both for the same organisation.
 *
 * ```typescript
 * const provider = new Organisation("provider", { name: "Dienstleister", parent: "1" });
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * new OrganisationSharing("provider works for county", { organisation: county, sharedWith: provider });
 * ```
 */
export class OrganisationSharing extends Resource {
  /**
   * The organisation that shares its access, together with the access of all organisations below it.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * The organisation that gets access.
   */
  declare readonly sharedWith: pulumi.Output<string>;

  /**
   * Id of the user who shared it.
   */
  declare readonly sharedBy: pulumi.Output<string | undefined>;

  /**
   * When it was shared, in milliseconds since 1970.
   */
  declare readonly shared: pulumi.Output<number | undefined>;

  constructor(name: string, args: OrganisationSharingArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
