import { z } from "zod";
import * as accounts from "../../contract/accounts";
import * as resources from "../../contract/resources";
import { contentOf } from "../files/content";
import { problemWithGeometry, problemWithLogo } from "../files/file-problems";
import { comparedAs } from "../equality";
import type { Changes, Declared, Fields } from "../kind";
import { organisationId } from "../references";
import { keysOf } from "../traits";

const form = accounts.NewOrganisation.shape;

/** The contact data of an organisation. */
export const contactFields = {
  street: form.street,
  zip: form.zip,
  city: form.city,
  state: form.state,
  country: form.country,
  email: comparedAs("email", form.email),
  phone: form.phone,
  web: comparedAs("address", form.web),
};

/** The fields of an organisation. */
export const organisationFields = {
  name: {
    type: form.name,
    mark: "replace",
    doc: 'Name of the organisation: one line of 1 to 200 characters, unique among the organisations below the same parent. Nobody can edit a name on the platform. So another name replaces the organisation, and the provider refuses that unless `onReplace` is `"replace"`.',
    source: "platform#organisation-name",
  },
  parent: {
    type: organisationId.optional(),
    mark: "replace",
    refersTo: "Organisation",
    doc: 'The organisation above. Default: none, which makes a root organisation; only an administrator can create one. Nobody can move an organisation on the platform. So another parent replaces the organisation, and the provider refuses that unless `onReplace` is `"replace"`.',
    source: "platform#organisation-tree",
  },
  legalName: {
    type: form.legalName,
    mark: "mutable",
    doc: "Name of the legal entity, up to 500 characters.",
    source: "platform#organisation-details",
  },
  description: {
    type: form.description,
    mark: "mutable",
    doc: "Description of the organisation, up to 10,000 characters.",
    source: "platform#organisation-details",
  },
  contact: {
    type: z.strictObject(contactFields).optional(),
    mark: "mutable",
    doc: "Contact data. A member that you leave out stays as it is; an empty text clears it.",
    source: ["platform#organisation-details", "platform#contact-data"],
  },
  customFields: {
    type: accounts.customFields.optional(),
    mark: "mutable",
    sentBy: [accounts.setOrganisationCustomFields],
    doc: "Names of your choice with their values, for use in metadata templates. The map is the whole set: `up` removes each name that is not in it, and an empty map removes all.",
    source: "platform#custom-fields",
  },
  logo: {
    type: contentOf({}).optional(),
    mark: "mutable",
    sentBy: [accounts.setOrganisationLogo, accounts.deleteOrganisationLogo],
    file: { largest: () => accounts.largestLogo, problem: problemWithLogo },
    doc: 'Profile picture: a JPEG or PNG file of up to 1 MiB, by its `path` or as `base64`. `""` removes it.',
    source: "platform#organisation-logo",
  },
  mapConfiguration: {
    type: z.strictObject(resources.MapConfigurationUpdate.shape).optional(),
    mark: "mutable",
    sentBy: [resources.updateMapConfiguration],
    doc: "The default map. `baseMap` is the address of a WMS 1.3.0. `copyright` is its attribution and may hold HTML links. `layers` are layers of the WMS, in order. With a base map of its own, OGC API Features needs at least one layer. An empty text or list clears a member.",
    source: "platform#map-configuration",
  },
  geometry: {
    type: contentOf({
      name: z
        .string()
        .max(200)
        .regex(/^[^\\/\p{Cc}]+$/u, "the name of a file, 1 to 200 characters")
        .optional(),
    }).optional(),
    mark: "mutable",
    sentBy: [resources.setGeometry, resources.deleteGeometry],
    file: { largest: () => resources.largestGeometry, problem: problemWithGeometry },
    doc: 'The area for which the organisation is responsible: a GeoJSON file in WGS 84 of up to 10 MiB, by its `path` or as `content`. `name` is the name of the geometry. Default: the name of the file. `""` removes the geometry.',
    source: "platform#organisation-geometry",
  },
  capacityPoints: {
    type: z.union([resources.CapacityUpdate.shape.points.unwrap(), z.literal("")]).optional(),
    mark: "mutable",
    sentBy: [resources.updateCapacity],
    doc: 'Limit of capacity points, a whole number from 0. `""` takes the limit away. Only an administrator can set it. `getCapacity` says how many points are in use.',
    source: "platform#capacity",
  },
  settings: {
    type: z
      .strictObject({
        ...resources.OtherSettingsUpdate.shape,
        featureToggles: keysOf(resources.featureToggles).optional(),
      })
      .optional(),
    mark: "mutable",
    sentBy: [resources.updateOtherSettings, resources.updateFeatureToggles],
    doc: "Further switches. `eventsSubscribed`: the platform sends mails about automated workflows. `metadataDownloadLink`: everybody can download the metadata of the organisation, without a login, at `<platform>/services/bsp/metadata/org/<id>`. `featureToggles`: features by name, on or off. A feature that you do not name stays as it is. Only an administrator can switch features.",
    source: ["platform#other-organisation-settings", "platform#feature-toggles"],
  },
} as const satisfies Fields;

export type DeclaredOrganisation = Declared<typeof organisationFields>;
export type OrganisationChanges = Changes<typeof organisationFields>;
