// Printed from kinds/organisation.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../dynamic/organisation");
import { propertiesOf, type Shape } from "./properties";

const shape: Shape = {
  properties: ["name", "parent", "legalName", "description", "contact", "created", "createdBy"],
  references: ["parent"],
};

export interface OrganisationArgs {
  /**
   * Name of the organisation, 1 to 200 characters on one line; unique among its siblings. The platform does not
   * let it be edited, so a change replaces the organisation, which is refused unless `onRename` is `"replace"`.
   *
   * Change: replaces the object. Source: facts 3.1.
   */
  readonly name: pulumi.Input<string>;

  /**
   * The organisation above, as a resource or by its id. Default: none, which makes a root organisation; only an
   * administrator can create one. An organisation cannot be moved, so a change replaces it, which is refused
   * unless `onRename` is `"replace"`.
   *
   * Change: replaces the object. Source: facts 3.1.
   */
  readonly parent?: pulumi.Input<string | undefined> | Organisation;

  /**
   * Name of the legal entity, up to 500 characters.
   *
   * Change: updated in place. Source: facts 3.1.
   */
  readonly legalName?: pulumi.Input<string | undefined>;

  /**
   * What the organisation is, up to 10,000 characters.
   *
   * Change: updated in place. Source: facts 3.1.
   */
  readonly description?: pulumi.Input<string | undefined>;

  /**
   * Contact data: `street`, `zip`, `city`, `state`, `country`, `email`, `phone`, `web`. A member that is left
   * out is left alone, an empty text clears it.
   *
   * Change: updated in place. Source: facts 3.1.
   */
  readonly contact?: pulumi.Input<
    | {
        street?: pulumi.Input<string | undefined>;
        zip?: pulumi.Input<string | undefined>;
        city?: pulumi.Input<string | undefined>;
        state?: pulumi.Input<string | undefined>;
        country?: pulumi.Input<string | undefined>;
        email?: pulumi.Input<string | undefined>;
        phone?: pulumi.Input<string | undefined>;
        web?: pulumi.Input<string | undefined>;
      }
    | undefined
  >;

  /**
   * What to do when the object exists before it was created here. `"never"` (default): that is an error.
   * `"ifExists"`: take it over, create it otherwise. `"required"`: take it over, never create it.
   *
   * Change: nothing is sent. Source: design, decision 6.
   */
  readonly adopt?: pulumi.Input<"never" | "ifExists" | "required" | undefined>;

  /**
   * What deleting the resource does to the object. `"delete"`: deletes it. `"retain"`: leaves it on the server.
   * Default: what was created here is deleted, what was adopted is retained.
   *
   * Change: nothing is sent. Source: design, decision 7.
   */
  readonly onDestroy?: pulumi.Input<"delete" | "retain" | undefined>;

  /**
   * What a change does that the platform cannot make on an existing object. `"refuse"` (default): the preview
   * stops with an error. `"replace"`: a new object is created and the old one is deleted.
   *
   * Change: nothing is sent. Source: design, decision 8.
   */
  readonly onRename?: pulumi.Input<"refuse" | "replace" | undefined>;
}

/**
 * An organisation in the tenant's tree: an authority, one of its departments, a service provider.
 *
 * ```typescript
 * const state = new Organisation("state", { name: "Land Beispiel", parent: "1" });
 * const county = new Organisation("county", {
 *     name: "Kreis Muster",
 *     parent: state,
 *     contact: { city: "Musterstadt", email: "geodaten@kreis-muster.example" },
 * });
 * ```
 */
export class Organisation extends pulumi.dynamic.Resource {
  /**
   * Name of the organisation, 1 to 200 characters on one line; unique among its siblings. The platform does not
   * let it be edited, so a change replaces the organisation, which is refused unless `onRename` is `"replace"`.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * The organisation above, as a resource or by its id. Default: none, which makes a root organisation; only an
   * administrator can create one. An organisation cannot be moved, so a change replaces it, which is refused
   * unless `onRename` is `"replace"`.
   */
  declare readonly parent: pulumi.Output<string | undefined>;

  /**
   * Name of the legal entity, up to 500 characters.
   */
  declare readonly legalName: pulumi.Output<string | undefined>;

  /**
   * What the organisation is, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * Contact data: `street`, `zip`, `city`, `state`, `country`, `email`, `phone`, `web`. A member that is left
   * out is left alone, an empty text clears it.
   */
  declare readonly contact: pulumi.Output<
    | {
        street?: string | undefined;
        zip?: string | undefined;
        city?: string | undefined;
        state?: string | undefined;
        country?: string | undefined;
        email?: string | undefined;
        phone?: string | undefined;
        web?: string | undefined;
      }
    | undefined
  >;

  /**
   * When it was created, in milliseconds since 1970.
   */
  declare readonly created: pulumi.Output<number | undefined>;

  /**
   * Id of the user who created it.
   */
  declare readonly createdBy: pulumi.Output<string | undefined>;

  constructor(name: string, args: OrganisationArgs, options?: pulumi.CustomResourceOptions) {
    super(provider, name, propertiesOf(shape, name, args), options, "haleconnect", "Organisation");
  }
}
