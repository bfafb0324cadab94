import { z } from "zod";
import { ServerRefusal, type Client } from "../client";
import { accounts, actions } from "../contract";
import { HaleconnectError } from "../errors";
import { kind, type Declared, type Fields, type Listing, type Live } from "./kind";

type Remote = z.output<typeof accounts.OrganisationInfo>;

const form = accounts.NewOrganisation.shape;
const contactFields = {
  street: form.street,
  zip: form.zip,
  city: form.city,
  state: form.state,
  country: form.country,
  email: form.email,
  phone: form.phone,
  web: form.web,
};

const inputs = {
  name: {
    type: form.name,
    mark: "replace",
    doc: 'Name of the organisation, 1 to 200 characters on one line; unique among its siblings. The platform does not let it be edited, so a change replaces the organisation, which is refused unless `onRename` is `"replace"`.',
    source: "facts 3.1",
  },
  parent: {
    type: z.string().regex(/^\d+$/, "expected the number of an organisation").optional(),
    mark: "replace",
    refersTo: "Organisation",
    doc: 'The organisation above, as a resource or by its id. Default: none, which makes a root organisation; only an administrator can create one. An organisation cannot be moved, so a change replaces it, which is refused unless `onRename` is `"replace"`.',
    source: "facts 3.1",
  },
  legalName: {
    type: form.legalName,
    mark: "mutable",
    doc: "Name of the legal entity, up to 500 characters.",
    source: "facts 3.1",
  },
  description: {
    type: form.description,
    mark: "mutable",
    doc: "What the organisation is, up to 10,000 characters.",
    source: "facts 3.1",
  },
  contact: {
    type: z.strictObject(contactFields).optional(),
    mark: "mutable",
    doc: "Contact data: `street`, `zip`, `city`, `state`, `country`, `email`, `phone`, `web`. A member that is left out is left alone, an empty text clears it.",
    source: "facts 3.1",
  },
} as const satisfies Fields;

type Form = Declared<typeof inputs>;

/** An organisation in the tenant's tree (facts 3.1). */
export const organisation = kind({
  name: "Organisation",
  doc: "An organisation in the tenant's tree: an authority, one of its departments, a service provider.",
  example: [
    'const state = new Organisation("state", { name: "Land Beispiel", parent: "1" });',
    'const county = new Organisation("county", {',
    '    name: "Kreis Muster",',
    "    parent: state,",
    '    contact: { city: "Musterstadt", email: "geodaten@kreis-muster.example" },',
    "});",
  ].join("\n"),
  inputs,
  outputs: {
    created: {
      type: z.number().optional(),
      doc: "When it was created, in milliseconds since 1970.",
      source: "designed",
    },
    createdBy: { type: z.string().optional(), doc: "Id of the user who created it.", source: "designed" },
  },
  replacementCascades: true,
  calls: {
    create: [accounts.createSuborganisation],
    update: [accounts.updateOrganisation],
    delete: [actions.previewOrganisationDeletion, actions.deleteOrganisation],
  },
  identity: {
    type: "unique",
    fields: ["name", "parent"],
    keyOf: ({ name, parent }) => keyOf(name, parent),
    inWords: ({ name, parent }) =>
      `"${name}" ${parent === undefined ? "as a root organisation" : `below organisation ${parent}`}`,
    creator: "createdBy",
    find: async (client, { name, parent }) => {
      const siblings =
        parent === undefined
          ? await client.list(accounts.getOrganisations, {})
          : await client.list(accounts.getSuborganisations, { path: { orgId: parent } });
      const { items, complete } = live(siblings);
      return { items: items.filter(({ values }) => values["name"] === name && values["parent"] === parent), complete };
    },
  },
  list: async (client) => live(await client.list(accounts.getOrganisations, {})),
  get: async (client, orgId) => {
    const found = await orAbsent(client.call(accounts.getOrganisation, { path: { orgId } }));
    return found === undefined ? undefined : flatten(found);
  },
  obstacles: async (_client, { parent }, known) => {
    if (parent === undefined || (await known(parent))) {
      return [];
    }
    return [
      {
        field: "parent",
        what: `there is no organisation ${parent}`,
        why: "It does not exist on this server, or the caller is not allowed to see it.",
        remedy: "Give the id of an existing organisation, or pass another Organisation resource as `parent`.",
      },
    ];
  },
  create: async (client, { parent, ...form }) =>
    flatten(
      parent === undefined
        ? await client.call(accounts.createOrganisation, { body: expand(form) })
        : await client.call(accounts.createSuborganisation, { path: { orgId: parent }, body: expand(form) }),
    ),
  update: async (client, orgId, { name: _name, parent: _parent, ...changes }) =>
    flatten(await client.call(accounts.updateOrganisation, { path: { orgId }, body: expand(changes) })).values,
  delete: async (client, orgId) => {
    await refuseOwn(client, orgId);
    const affected = await orAbsent(client.call(actions.previewOrganisationDeletion, { path: { orgId } }));
    if (affected !== undefined) {
      refuseUnlessEmpty(affected);
      await orAbsent(client.call(actions.deleteOrganisation, { path: { orgId } }));
    }
  },
});

function keyOf(name: string, parent: string | undefined): string {
  return `${parent ?? ""}/${name}`;
}

/** The form of the API to fields; `expand` is the way back. */
function flatten({ id, name, parent, legalName, description, created, createdBy, ...rest }: Remote): Live {
  const contact = Object.fromEntries(Object.keys(contactFields).map((field) => [field, rest[field]]));
  return { id, values: { name, parent, legalName, description, contact, created, createdBy } };
}

function live({ items, complete }: Listing<Remote>): Listing<Live> {
  return { items: items.map(flatten), complete };
}

/** Fields to the form of the API, where contact data lies flat beside the rest. */
function expand<F extends Partial<Form>>({ contact, ...fields }: F) {
  return { ...fields, ...contact };
}

async function orAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServerRefusal && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}

async function refuseOwn(client: Client, orgId: string): Promise<void> {
  const me = await client.whoAmI();
  if (Object.hasOwn(me.orgRoles ?? {}, orgId)) {
    throw new HaleconnectError("HC5002", {
      what: `Organisation ${orgId} is the caller's own and is not deleted`,
    });
  }
}

function refuseUnlessEmpty(affected: z.output<typeof actions.OrganisationDeletion>): void {
  const others = { suborganisations: affected.suborganisations, buckets: affected.buckets, schemas: affected.schemas };
  const found = Object.entries(others).filter(([, things]) => things.length > 0);
  if (found.length > 0) {
    throw new HaleconnectError("HC5003", {
      what: `Organisation "${affected.name}" (${affected.id}) is not deleted, because more than itself would go`,
      why: found.map(([type, things]) => `It has ${things.length} ${type}: ${listSome(things)}.`).join(" "),
    });
  }
}

function listSome(things: readonly { readonly id: string; readonly name?: string | undefined }[]): string {
  const shown = things.slice(0, 5).map(({ id, name }) => (name === undefined ? id : `"${name}" (${id})`));
  return [...shown, ...(things.length > shown.length ? [`and ${things.length - shown.length} more`] : [])].join(", ");
}
