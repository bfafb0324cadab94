// Printed from kinds/api-token.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { Organisation } from "./organisation";
import { declareOutputs, optionsOf, propertiesOf, type Shape } from "./properties";
import { Resource } from "./resource";
import { traced, withoutTraces } from "./traces";

const shape: Shape = {
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
   * What the token is for, up to 200 characters on one line.
   *
   * Change: replaces the object.
   */
  readonly name: pulumi.Input<string>;

  /**
   * From when on the first token is valid, as a moment such as `2027-01-01T00:00:00Z`; at once when left out. A change
   * makes a new token; one that is renewed is valid at once.
   *
   * Change: kept in the state.
   */
  readonly validFrom?: pulumi.Input<string | undefined>;

  /**
   * For how many days a token is valid, 1 to 3660. Default of the platform: 14. A change makes a new token.
   *
   * Change: updated in place.
   */
  readonly validDays?: pulumi.Input<number | undefined>;

  /**
   * How many days before its end a mail reminds of it. Default: no mail. A change makes a new token.
   *
   * Change: updated in place.
   */
  readonly reminderDays?: pulumi.Input<number | undefined>;

  /**
   * How many days before its end an `up` makes a new token. Default: a fifth of the time for which it is valid.
   *
   * Change: kept in the state.
   */
  readonly renewDays?: pulumi.Input<number | undefined>;

  /**
   * What to do when the object exists before it was created here. `"never"` (default): that is an error. `"ifExists"`:
   * take it over, create it otherwise. `"required"`: take it over, never create it.
   *
   * Change: nothing is sent.
   */
  readonly adopt?: pulumi.Input<"never" | "ifExists" | "required" | undefined>;

  /**
   * What deleting the resource does to the object. `"delete"`: deletes it. `"retain"`: leaves it on the server.
   * Default: what was created here meets `"delete"`, what was adopted is retained.
   *
   * Change: nothing is sent.
   */
  readonly onDestroy?: pulumi.Input<"delete" | "retain" | undefined>;
}

/**
 * A token for an organisation's protected OGC services. The platform shows it once, so that it is kept in the state,
 * encrypted. An `up` makes a new one when it nears its end, was revoked, or its secret was lost; who uses it gets it
 * as the output `token`.
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
   * What the token is for, up to 200 characters on one line.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * From when on the first token is valid, as a moment such as `2027-01-01T00:00:00Z`; at once when left out.
   */
  declare readonly validFrom: pulumi.Output<string | undefined>;

  /**
   * For how many days a token is valid, 1 to 3660.
   */
  declare readonly validDays: pulumi.Output<number | undefined>;

  /**
   * How many days before its end a mail reminds of it.
   */
  declare readonly reminderDays: pulumi.Output<number | undefined>;

  /**
   * How many days before its end an `up` makes a new token.
   */
  declare readonly renewDays: pulumi.Output<number | undefined>;

  /**
   * The token itself.
   */
  declare readonly token: pulumi.Output<string | undefined>;

  /**
   * The end of its time, in milliseconds since 1970.
   */
  declare readonly validUntil: pulumi.Output<number | undefined>;

  /**
   * Whether it is accepted.
   */
  declare readonly state: pulumi.Output<"valid" | "expired" | "revoked" | undefined>;

  /**
   * Id of the user who made it.
   */
  declare readonly createdBy: pulumi.Output<string | undefined>;

  constructor(name: string, args: ApiTokenArgs, options?: pulumi.CustomResourceOptions) {
    const resume = withoutTraces();
    try {
      super("api-token", name, propertiesOf(shape, name, args, options), optionsOf(shape, options), "ApiToken");
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
