// Printed from kinds/people/organisation-members.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import type { User } from "./user";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "OrganisationMembers",
  module: "organisation-members",
  inputs: ["organisation", "members"],
  outputs: ["caller", "takenUpBy"],
  references: ["organisation", "members"],
};

export interface OrganisationMembersArgs {
  /**
   * The organisation that has these members.
   *
   * Change: replaces the object.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * All members with their roles, each user once. Name also the users whose home organisation this is, with the role
   * that their User resource gives them. You need not name two accounts, and the list never removes them: the account
   * that runs Pulumi, and the account that ran it when the resource was created.
   *
   * Change: updated in place.
   */
  readonly members: pulumi.Input<
    pulumi.Input<{
      user: pulumi.Input<string> | User;
      /** Id of a role that can be given in an organisation. */
      role: pulumi.Input<string>;
    }>[]
  >;

  /**
   * What deleting the resource does. `"restore"` (default): each declared field gets back the value that it had
   * before. `"retain"`: everything stays as it is.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"restore" | "retain" | undefined>;
}

/**
 * All members of an organisation with their roles. If somebody else adds a member, this shows as drift, and the next
 * `up` takes the role away. The preview says who loses which role, and what to add to keep it. The first `up` refuses
 * a list that would remove existing members; the error says whom to add. A user who is only invited is not a member
 * yet. Deleting the resource takes away the roles that the list gave. Users who were members before stay members, with
 * their former roles. Users who lost a role in the meantime do not get it back.
 *
 * ```typescript
 * const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });
 * const erika = new User("erika", {
 *     username: "erika.muster",
 *     fullName: "Erika Muster",
 *     email: "erika@kreis-muster.example",
 *     organisation: county,
 *     role: "themeManager",
 * });
 * new OrganisationMembers("county", {
 *     organisation: county,
 *     members: [{ user: erika, role: "themeManager" }],
 * });
 * ```
 */
export class OrganisationMembers extends Resource {
  /**
   * The organisation that has these members.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * All members with their roles, each user once.
   */
  declare readonly members: pulumi.Output<{ user: string; role: string }[]>;

  /**
   * Id of the account that ran Pulumi.
   */
  declare readonly caller: pulumi.Output<string | undefined>;

  /**
   * Id of the account that ran Pulumi when the resource was created.
   */
  declare readonly takenUpBy: pulumi.Output<string | undefined>;

  constructor(name: string, args: OrganisationMembersArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
