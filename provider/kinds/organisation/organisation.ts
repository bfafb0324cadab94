import { z } from "zod";
import { accounts, actions, resources } from "../../contract";
import { contentOf } from "../files/content";
import { problemWithGeometry, problemWithLogo } from "../files/file-problems";
import { isSpeltLike } from "../equality";
import { kind, type Fields, type Outlook } from "../kind";
import { contentsOf, deleteOrganisation, heldByOrganisation } from "./organisation-deletion";
import { contactFields, expand, flatten, live, liveSettings, settingsOf } from "./organisation-form";
import { updateOrganisation, updateOperations } from "./organisation-update";
import { isDenied } from "../permission";
import { orAbsent } from "../refusals";
import { keysOf } from "../traits";
import { organisationId } from "../references";
import { notThere } from "../obstacle";

const form = accounts.NewOrganisation.shape;

const inputs = {
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
    doc: "Names of your choice with their values, for use in metadata templates. The map is the whole set: `up` removes each name that is not in it, and an empty map removes all.",
    source: "platform#custom-fields",
  },
  logo: {
    type: contentOf({}).optional(),
    mark: "mutable",
    file: { largest: () => accounts.largestLogo, problem: problemWithLogo },
    doc: 'Profile picture: a JPEG or PNG file of up to 1 MiB, by its `path` or as `base64`. `""` removes it.',
    source: "platform#organisation-logo",
  },
  mapConfiguration: {
    type: z.strictObject(resources.MapConfigurationUpdate.shape).optional(),
    mark: "mutable",
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
    file: { largest: () => resources.largestGeometry, problem: problemWithGeometry },
    doc: 'The area for which the organisation is responsible: a GeoJSON file in WGS 84 of up to 10 MiB, by its `path` or as `content`. `name` is the name of the geometry. Default: the name of the file. `""` removes the geometry.',
    source: "platform#organisation-geometry",
  },
  capacityPoints: {
    type: z.union([resources.CapacityUpdate.shape.points.unwrap(), z.literal("")]).optional(),
    mark: "mutable",
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
    doc: "Further switches. `eventsSubscribed`: the platform sends mails about automated workflows. `metadataDownloadLink`: the platform offers a link to download metadata. `featureToggles`: features by name, on or off. A feature that you do not name stays as it is. Only an administrator can switch features.",
    source: ["platform#other-organisation-settings", "platform#feature-toggles"],
  },
} as const satisfies Fields;

const settingsFields = ["mapConfiguration", "geometry", "capacityPoints", "settings"] as const;

/** An organisation in the tenant's tree (docs/platform.md#organisations). */
export const organisation = kind({
  name: "Organisation",
  doc: "An organisation in the tenant's tree: an authority, one of its departments, a service provider.",
  example: [
    'const state = new Organisation("state", { name: "Land Beispiel", parent: "1" });',
    'const county = new Organisation("county", {',
    '    name: "Kreis Muster",',
    "    parent: state,",
    '    contact: { city: "Musterstadt", email: "geodaten@kreis-muster.example" },',
    '    customFields: { "Amtlicher Regionalschlüssel": "057700000000" },',
    "});",
  ].join("\n"),
  inputs,
  outputs: {
    created: {
      type: z.number().optional(),
      doc: "When it was created, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
    createdBy: {
      type: z.string().optional(),
      doc: "Id of the user who created it.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: true,
  lossOnDeletion: () =>
    "Its settings go with it. Its users stay on the platform, without this organisation and without their role in it. A new organisation of the same name is another one.",
  calls: {
    create: [[accounts.createSuborganisation, accounts.createOrganisation]],
    update: updateOperations,
    delete: [actions.previewOrganisationDeletion, actions.deleteOrganisation],
  },
  identity: {
    type: "unique",
    fields: ["name", "parent"],
    keyOf: ({ name, parent }) => `${parent ?? ""}/${name}`,
    inWords: ({ name, parent }) =>
      `"${name}" ${parent === undefined ? "as a root organisation" : `below organisation ${parent}`}`,
    creator: "createdBy",
    stamp: ["name", "parent", "created"],
    find: async (client, { name, parent }) => {
      const siblings = live(
        parent === undefined
          ? await client.list(accounts.getOrganisations, {})
          : await client.list(accounts.getSuborganisations, { path: { orgId: parent } }),
      );
      const isIt = ({ values }: { values: Readonly<Record<string, unknown>> }): boolean =>
        isSpeltLike("text", values["name"], name) && values["parent"] === parent;
      return { ...siblings, items: siblings.items.filter(isIt) };
    },
  },
  list: async (client) => live(await client.snapshot(accounts.getOrganisations, {})),
  get: async (client, orgId) => {
    const found = await orAbsent(client.call(accounts.getOrganisation, { path: { orgId } }));
    return found === undefined ? undefined : flatten(found);
  },
  parts: [
    {
      fields: settingsFields,
      list: async (client) => liveSettings(await client.snapshot(resources.getAllOrganisationSettings, {})),
      get: async (client, orgId) => {
        const found = await orAbsent(client.call(resources.getOrganisationSettings, { path: { orgId } }));
        return found === undefined ? undefined : settingsOf(found);
      },
    },
  ],
  obstacles: async (outlook, { parent }) => {
    if (parent === undefined) {
      return [];
    }
    if (await isDenied(outlook, "Organisation", "create", parent)) {
      return [
        {
          field: "parent",
          what: `you may not create an organisation below organisation ${parent}`,
          why: `The permission Organisation.create is denied there for ${outlook.client.account ?? "the token's user"}; the role Superuser gives it.`,
          remedy: "Use an account that has the role, or ask for it.",
        },
      ];
    }
    if ((await outlook.see("Organisation", parent)) === undefined) {
      const remedy = "Give the id of an existing organisation, or pass another Organisation resource as `parent`.";
      return [notThere("parent", `organisation ${parent}`, remedy)];
    }
    return (await isWithin(outlook, parent)) ? [circle(parent, outlook.replacing ?? "")] : [];
  },
  create: async (client, { parent, ...declared }) => {
    const body = expand(declared);
    return flatten(
      parent === undefined
        ? await client.call(accounts.createOrganisation, { body })
        : await client.call(accounts.createSuborganisation, { path: { orgId: parent }, body }),
    );
  },
  update: updateOrganisation,
  delete: deleteOrganisation,
  contents: contentsOf,
  keepsFromDeletion: heldByOrganisation,
});

/** Whether the organisation is the one that is replaced, or lies below it. */
async function isWithin({ see, replacing }: Outlook, id: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let above: string | undefined = id; above !== undefined && !seen.has(above);) {
    if (above === replacing) {
      return true;
    }
    seen.add(above);
    above = (await see("Organisation", above))?.values["parent"] as string | undefined;
  }
  return false;
}

function circle(parent: string, id: string) {
  return {
    field: "parent",
    what: `organisation ${parent} cannot be above organisation ${id}`,
    why:
      parent === id
        ? "An organisation cannot lie below itself."
        : `Organisation ${parent} itself lies below organisation ${id}.`,
    remedy: "Choose a parent that does not lie below the organisation.",
  };
}
