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
    doc: 'Name of the organisation, 1 to 200 characters on one line; unique among its siblings. The platform does not let it be edited, so a change replaces the organisation, which is refused unless `onRename` is `"replace"`.',
    source: "platform#organisation-name",
  },
  parent: {
    type: organisationId.optional(),
    mark: "replace",
    refersTo: "Organisation",
    doc: 'The organisation above, as a resource or by its id. Default: none, which makes a root organisation; only an administrator can create one. An organisation cannot be moved, so a change replaces it, which is refused unless `onRename` is `"replace"`.',
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
    doc: "What the organisation is, up to 10,000 characters.",
    source: "platform#organisation-details",
  },
  contact: {
    type: z.strictObject(contactFields).optional(),
    mark: "mutable",
    doc: "Contact data: `street`, `zip`, `city`, `state`, `country`, `email`, `phone`, `web`. A member that is left out is left alone, an empty text clears it.",
    source: ["platform#organisation-details", "platform#contact-data"],
  },
  customFields: {
    type: accounts.customFields.optional(),
    mark: "mutable",
    doc: "Free names with values, which metadata templates can use. The map is the whole set: what it does not name is removed, an empty map removes all.",
    source: "platform#custom-fields",
  },
  logo: {
    type: contentOf({}).optional(),
    mark: "mutable",
    file: { largest: () => accounts.largestLogo, problem: problemWithLogo },
    doc: 'Profile picture: a JPEG or PNG file, up to 1 MiB, by its `path` or as `base64`; compared by its SHA-256. `""` removes it.',
    source: "platform#organisation-logo",
  },
  mapConfiguration: {
    type: z.strictObject(resources.MapConfigurationUpdate.shape).optional(),
    mark: "mutable",
    doc: "The default map: `baseMap`, the address of a WMS 1.3.0; `copyright`, its attribution, which may hold HTML links; `layers` of the WMS, in order. OGC API Features needs at least one layer with a base map of its own. An empty text or list clears a member.",
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
    doc: 'Where the organisation is responsible: a GeoJSON file in WGS 84, up to 10 MiB, by its `path` or as `content`, with a `name` if it is not to be that of the file; compared by its SHA-256. `""` removes it.',
    source: "platform#organisation-geometry",
  },
  capacityPoints: {
    type: z.union([resources.CapacityUpdate.shape.points.unwrap(), z.literal("")]).optional(),
    mark: "mutable",
    doc: 'Limit of capacity points, a whole number from 0; `""` takes the limit away. Only an administrator can set it. How many are in use is told by `getCapacity`.',
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
    doc: "Further switches. `eventsSubscribed`: mails on automated workflows. `metadataDownloadLink`: metadata can be downloaded by a link. `featureToggles`: features by name, on or off, of which only those that are named are touched; only an administrator can switch them.",
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
    "Its settings go with it, its users stay without it and without their role there, and a new one of its name is another one.",
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
    why: parent === id ? "No organisation lies below itself." : "It lies below it, which would make a circle.",
    remedy: "Choose a parent outside of what lies below the organisation.",
  };
}
