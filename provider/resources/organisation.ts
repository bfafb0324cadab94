// Printed from kinds/organisation/organisation.ts by `npm run generate`; edit that file, not this one.
import * as pulumi from "@pulumi/pulumi";
import type { AnyFileAsset, AnyStringAsset } from "./files";
import { Resource, type ClassShape } from "./resource";

const shape: ClassShape = {
  kind: "Organisation",
  module: "organisation",
  inputs: [
    "name",
    "parent",
    "legalName",
    "description",
    "contact",
    "customFields",
    "logo",
    "mapConfiguration",
    "geometry",
    "capacityPoints",
    "settings",
  ],
  outputs: ["created", "createdBy"],
  references: ["parent"],
  files: ["logo", "geometry"],
};

export interface OrganisationArgs {
  /**
   * Name of the organisation: one line of 1 to 200 characters, unique among the organisations below the same parent.
   * Nobody can edit a name on the platform. So another name replaces the organisation, and the provider refuses that
   * unless `onReplace` is `"replace"`.
   *
   * Change: replaces the object.
   */
  readonly name: pulumi.Input<string>;

  /**
   * The organisation above. Default: none, which makes a root organisation; only an administrator can create one.
   * Nobody can move an organisation on the platform. So another parent replaces the organisation, and the provider
   * refuses that unless `onReplace` is `"replace"`.
   *
   * Change: replaces the object.
   */
  readonly parent?: pulumi.Input<string | undefined> | Organisation;

  /**
   * Name of the legal entity, up to 500 characters.
   *
   * Change: updated in place.
   */
  readonly legalName?: pulumi.Input<string | undefined>;

  /**
   * Description of the organisation, up to 10,000 characters.
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
        state?: pulumi.Input<string | undefined>;
        country?: pulumi.Input<string | undefined>;
        email?: pulumi.Input<string | undefined>;
        phone?: pulumi.Input<string | undefined>;
        web?: pulumi.Input<string | undefined>;
      }
    | undefined
  >;

  /**
   * Names of your choice with their values, for use in metadata templates. The map is the whole set: `up` removes each
   * name that is not in it, and an empty map removes all.
   *
   * Change: updated in place.
   */
  readonly customFields?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;

  /**
   * Profile picture: a JPEG or PNG file of up to 1 MiB, by its `path` or as `base64`. `""` removes it.
   *
   * Change: updated in place.
   */
  readonly logo?: pulumi.Input<
    | {
        /** Path of the file, relative to the program's folder. */
        path?: pulumi.Input<string | undefined>;
        /** The content itself, as text. */
        content?: pulumi.Input<string | undefined>;
        /** The content itself, in base64. */
        base64?: pulumi.Input<string | undefined>;
      }
    | ""
    | undefined
    | AnyFileAsset
    | AnyStringAsset
  >;

  /**
   * The default map. `baseMap` is the address of a WMS 1.3.0. `copyright` is its attribution and may hold HTML links.
   * `layers` are layers of the WMS, in order. With a base map of its own, OGC API Features needs at least one layer.
   * An empty text or list clears a member.
   *
   * Change: updated in place.
   */
  readonly mapConfiguration?: pulumi.Input<
    | {
        baseMap?: pulumi.Input<string | undefined>;
        copyright?: pulumi.Input<string | undefined>;
        layers?: pulumi.Input<pulumi.Input<string>[] | undefined>;
      }
    | undefined
  >;

  /**
   * The area for which the organisation is responsible: a GeoJSON file in WGS 84 of up to 10 MiB, by its `path` or as
   * `content`. `name` is the name of the geometry. Default: the name of the file. `""` removes the geometry.
   *
   * Change: updated in place.
   */
  readonly geometry?: pulumi.Input<
    | {
        /** Path of the file, relative to the program's folder. */
        path?: pulumi.Input<string | undefined>;
        /** The content itself, as text. */
        content?: pulumi.Input<string | undefined>;
        /** The content itself, in base64. */
        base64?: pulumi.Input<string | undefined>;
        name?: pulumi.Input<string | undefined>;
      }
    | ""
    | undefined
    | AnyFileAsset
    | AnyStringAsset
  >;

  /**
   * Limit of capacity points, a whole number from 0. `""` takes the limit away. Only an administrator can set it.
   * `getCapacity` says how many points are in use.
   *
   * Change: updated in place.
   */
  readonly capacityPoints?: pulumi.Input<number | "" | undefined>;

  /**
   * Further switches. `eventsSubscribed`: the platform sends mails about automated workflows. `metadataDownloadLink`:
   * everybody can download the metadata of the organisation, without a login, at
   * `<platform>/services/bsp/metadata/org/<id>`. `featureToggles`: features by name, on or off. A feature that you do
   * not name stays as it is. Only an administrator can switch features.
   *
   * Change: updated in place.
   */
  readonly settings?: pulumi.Input<
    | {
        eventsSubscribed?: pulumi.Input<boolean | undefined>;
        metadataDownloadLink?: pulumi.Input<boolean | undefined>;
        /** Features by name. A feature that you leave out stays as it is. A name that the server does not know is invalid. */
        featureToggles?: pulumi.Input<Record<string, pulumi.Input<boolean>> | undefined>;
      }
    | undefined
  >;

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

  /**
   * What to do when a change needs a new object, because the platform cannot make it on the existing one: a renaming
   * or a move. `"refuse"` (default): the preview stops with an error. `"replace"`: `up` creates a new object and
   * deletes the old one.
   *
   * Change: nothing is sent.
   */
  readonly onReplace?: pulumi.Input<"refuse" | "replace" | undefined>;

  /**
   * The former name of `onReplace`. A program that gives both gives them the same value.
   *
   * Change: nothing is sent.
   *
   * @deprecated Use `onReplace`.
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
 *     customFields: { "Amtlicher Regionalschlüssel": "057700000000" },
 * });
 * ```
 */
export class Organisation extends Resource {
  /**
   * Name of the organisation: one line of 1 to 200 characters, unique among the organisations below the same parent.
   */
  declare readonly name: pulumi.Output<string>;

  /**
   * The organisation above.
   */
  declare readonly parent: pulumi.Output<string | undefined>;

  /**
   * Name of the legal entity, up to 500 characters.
   */
  declare readonly legalName: pulumi.Output<string | undefined>;

  /**
   * Description of the organisation, up to 10,000 characters.
   */
  declare readonly description: pulumi.Output<string | undefined>;

  /**
   * Contact data.
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
   * Names of your choice with their values, for use in metadata templates.
   */
  declare readonly customFields: pulumi.Output<Record<string, string> | undefined>;

  /**
   * Profile picture: a JPEG or PNG file of up to 1 MiB, by its `path` or as `base64`.
   */
  declare readonly logo: pulumi.Output<
    | {
        path?: string | undefined;
        content?: string | undefined;
        base64?: string | undefined;
        sha256?: string | undefined;
      }
    | ""
    | undefined
  >;

  /**
   * The default map.
   */
  declare readonly mapConfiguration: pulumi.Output<
    { baseMap?: string | undefined; copyright?: string | undefined; layers?: string[] | undefined } | undefined
  >;

  /**
   * The area for which the organisation is responsible: a GeoJSON file in WGS 84 of up to 10 MiB, by its `path` or as
   * `content`.
   */
  declare readonly geometry: pulumi.Output<
    | {
        path?: string | undefined;
        content?: string | undefined;
        base64?: string | undefined;
        name?: string | undefined;
        sha256?: string | undefined;
      }
    | ""
    | undefined
  >;

  /**
   * Limit of capacity points, a whole number from 0.
   */
  declare readonly capacityPoints: pulumi.Output<number | "" | undefined>;

  /**
   * Further switches.
   */
  declare readonly settings: pulumi.Output<
    | {
        eventsSubscribed?: boolean | undefined;
        metadataDownloadLink?: boolean | undefined;
        featureToggles?: Record<string, boolean> | undefined;
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
    super(shape, name, args, options);
  }
}
