import { z } from "zod";
import * as accounts from "../../contract/accounts";
import * as actions from "../../contract/actions";
import * as resources from "../../contract/resources";
import { isSpeltLike } from "../equality";
import { kind, type Fields, type Obstacle, type Outlook, type Values } from "../kind";
import { contentsOf, deleteOrganisation, heldByOrganisation } from "./organisation-deletion";
import { organisationFields } from "./organisation-fields";
import { expand, flatten, live, liveSettings, settingsOf } from "./organisation-form";
import { updateOrganisation, updateOperations } from "./organisation-update";
import { isDenied } from "../permission";
import { orAbsent } from "../refusals";
import { notThere } from "../obstacle";
import { organisationStanding } from "./organisation-standing";

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
  inputs: organisationFields,
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
  reads: [accounts.getOrganisation, accounts.getOrganisations],
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
  standing: organisationStanding,
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
  obstacles: async (outlook, declared) => {
    const { parent } = declared;
    if (parent === undefined) {
      return [];
    }
    const denied = await deniedBelow(outlook, parent, declared);
    if (denied !== undefined) {
      return [denied];
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

/** Some fields are sent once the organisation exists. Who may not change it would leave it without them. */
async function deniedBelow(outlook: Outlook, parent: string, declared: Values): Promise<Obstacle | undefined> {
  const fields: Fields = organisationFields;
  const isChangedLater = Object.keys(declared).some(
    (name) => declared[name] !== undefined && fields[name]?.sentBy !== undefined,
  );
  const needed = { create: "create an organisation", ...(isChangedLater ? { edit: "change an organisation" } : {}) };
  for (const [permission, what] of Object.entries(needed)) {
    if (await isDenied(outlook, "Organisation", permission, parent)) {
      return {
        field: "parent",
        what: `you may not ${what} below organisation ${parent}`,
        why: `The permission Organisation.${permission} is denied there for ${outlook.client.account ?? "the token's user"}.`,
        remedy: "Use an account that has the role, or ask for it.",
      };
    }
  }
  return undefined;
}

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
