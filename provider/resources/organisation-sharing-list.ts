// Printed from kinds/organisation/organisation-sharing-list.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "OrganisationSharingList",
  module: "organisation-sharing-list",
  inputs: ["organisation", "sharedWith"],
  outputs: [],
  references: ["organisation", "sharedWith"],
};

export interface OrganisationSharingListArgs {
  /**
   * The organisation that shares its access, together with the access of all organisations below it.
   *
   * Change: replaces the object.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * All organisations that get access, also those that you cannot see. An empty list takes all access away.
   *
   * Change: updated in place.
   */
  readonly sharedWith: pulumi.Input<(pulumi.Input<string> | Organisation)[]>;

  /**
   * What deleting the resource does. `"restore"` (default): each declared field gets back the value that it had
   * before. `"retain"`: everything stays as it is.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"restore" | "retain" | undefined>;
}

/**
 * The whole list of organisations with which an organisation shares its access. If somebody else gives access, it
 * shows as drift, and the next `up` takes it away. The first `up` refuses a list that would take existing access away;
 * the error says what to add. Deleting the resource takes away only the access that the list gave.
 *
 * ```typescript
 * const provider = new Organisation("provider", { name: "Dienstleister", parent: "1" });
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * new OrganisationSharingList("who works for county", { organisation: county, sharedWith: [provider] });
 * ```
 */
export class OrganisationSharingList extends Resource {
  /**
   * The organisation that shares its access, together with the access of all organisations below it.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * All organisations that get access, also those that you cannot see.
   */
  declare readonly sharedWith: pulumi.Output<string[]>;

  constructor(name: string, args: OrganisationSharingListArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
