// Printed from kinds/people/api-token.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "ApiToken",
  module: "api-token",
  inputs: ["organisation", "name", "validFrom", "validDays", "reminderDays", "renewDays"],
  outputs: ["token", "validUntil", "state", "createdBy"],
  references: ["organisation"],
  secretOutputs: ["token"],
};

export interface ApiTokenArgs {
  /**
   * The organisation whose protected services the token opens.
   *
   * Change: replaces the object.
   */
  readonly organisation: pulumi.Input<string> | Organisation;

  /**
   * What the token is for: one line of 1 to 200 characters.
   *
   * Change: replaces the object.
   */
  readonly name: pulumi.Input<string>;

  /**
   * When the first token becomes valid: a moment such as `2027-01-01T00:00:00Z`. Default: at once. A renewed token is
   * always valid at once. A change makes a new token.
   *
   * Change: kept in the state.
   */
  readonly validFrom?: pulumi.Input<string | undefined>;

  /**
   * How many days a token is valid, 1 to 3660. Default of the platform: 14. A change makes a new token.
   *
   * Change: updated in place.
   */
  readonly validDays?: pulumi.Input<number | undefined>;

  /**
   * How many days before the end of the token the platform sends a reminder by mail, 0 to `validDays`. Default: no
   * mail. A change makes a new token.
   *
   * Change: updated in place.
   */
  readonly reminderDays?: pulumi.Input<number | undefined>;

  /**
   * How many days before the end of the token an `up` makes a new one: 0 or more, and less than `validDays`. Default:
   * a fifth of `validDays`.
   *
   * Change: kept in the state.
   */
  readonly renewDays?: pulumi.Input<number | undefined>;

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
 * A token for an organisation's protected OGC services, as the output `token`. The platform shows a token only once,
 * so the state keeps it, encrypted. An `up` makes a new token when the old one nears its end, when it has expired or
 * was revoked, and when the state has lost its secret.
 *
 * ```typescript
 * const token = new ApiToken("viewer", { organisation: "1", name: "map viewer", validDays: 90 });
 * export const secret = token.token;
 * ```
 */
export class ApiToken extends Resource {
  /**
   * The organisation whose protected services the token opens.
   */
  declare readonly organisation: pulumi.Output<string>;

  /**
   * What the token is for: one line of 1 to 200 characters.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * When the first token becomes valid: a moment such as `2027-01-01T00:00:00Z`.
   */
  declare readonly validFrom: pulumi.Output<string | undefined>;

  /**
   * How many days a token is valid, 1 to 3660.
   */
  declare readonly validDays: pulumi.Output<number | undefined>;

  /**
   * How many days before the end of the token the platform sends a reminder by mail, 0 to `validDays`.
   */
  declare readonly reminderDays: pulumi.Output<number | undefined>;

  /**
   * How many days before the end of the token an `up` makes a new one: 0 or more, and less than `validDays`.
   */
  declare readonly renewDays: pulumi.Output<number | undefined>;

  /**
   * The token itself, which is its secret.
   */
  declare readonly token: pulumi.Output<string | undefined>;

  /**
   * When the token ends, in milliseconds since 1970.
   */
  declare readonly validUntil: pulumi.Output<number | undefined>;

  /**
   * Whether the services accept the token.
   */
  declare readonly state: pulumi.Output<"valid" | "expired" | "revoked" | undefined>;

  /**
   * Id of the user who made the token.
   */
  declare readonly createdBy: pulumi.Output<string | undefined>;

  constructor(name: string, args: ApiTokenArgs, options?: pulumi.CustomResourceOptions) {
    super(shape, name, args, options);
  }
}
