import { z } from "zod";
import * as accounts from "../../contract/accounts";
import type { Client } from "../../client";
import { attachedKind, type Fields, type Live } from "../kind";
import { obstaclesFor, sharedWithItself, sharingOf, sharingWith } from "./organisation-sharing";
import { aboutPartner, partner, pointsOf } from "../partner";
import { orAbsent, orThere } from "../refusals";
import { listIfKnown, referenceTo, setOf } from "../traits";
import { organisationId } from "../references";
import { sharingListStanding } from "./organisation-standing";

type Remote = z.output<typeof accounts.OrganisationInfo>;

const inputs = {
  organisation: {
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation that shares its access, together with the access of all organisations below it.",
    source: "platform#organisation-sharing",
  },
  sharedWith: {
    type: setOf(referenceTo("Organisation", organisationId)),
    mark: "mutable",
    doc: "All organisations that get access, also those that you cannot see. An empty list takes all access away.",
    source: "platform#organisation-sharing",
  },
} as const satisfies Fields;

/** With whom an organisation shares its access: the whole list (docs/platform.md#organisations). */
export const organisationSharingList = attachedKind({
  name: "OrganisationSharingList",
  doc: "The whole list of organisations with which an organisation shares its access. If somebody else gives access, it shows as drift, and the next `up` takes it away. The first `up` refuses a list that would take existing access away; the error says what to add. Deleting the resource takes away only the access that the list gave.",
  example: [
    'const provider = new Organisation("provider", { name: "Dienstleister", parent: "1" });',
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'new OrganisationSharingList("who works for county", { organisation: county, sharedWith: [provider] });',
  ].join("\n"),
  inputs,
  outputs: {},
  replacementCascades: false,
  reads: [accounts.getOrganisation],
  calls: {
    create: [accounts.shareOrganisation],
    update: [accounts.shareOrganisation, accounts.unshareOrganisation],
    delete: [accounts.unshareOrganisation],
  },
  identity: {
    type: "singleton",
    fields: ["organisation"],
    keyOf: ({ organisation }) => organisation,
    inWords: ({ organisation }) => `of organisation ${organisation}`,
    refusesToErase: (actual, { organisation, sharedWith }) => {
      const named = listIfKnown(sharedWith) ?? membersIn(actual);
      const unknown = membersIn(actual).filter((id) => !named.includes(id));
      return unknown.length === 0
        ? undefined
        : {
            field: "sharedWith",
            what: `Organisation ${organisation} is also shared with ${unknown.join(", ")}, which \`sharedWith\` does not name`,
            why: "The list declares everybody who has access. Whoever it does not name would lose it.",
            remedy: `Add ${unknown.map((id) => JSON.stringify(id)).join(", ")} to \`sharedWith\` to adopt it, or stop sharing it on the platform first.`,
          };
    },
    lists: {
      sharedWith: {
        keyOf: String,
        handoverOf: (organisation, other) => ({ subject: sharingWith(organisation, other) }),
      },
    },
  },
  decides: ({ organisation, sharedWith }) => [
    { subject: sharingOf(organisation), isWhole: true, points: pointsOf(listIfKnown(sharedWith) ?? [], partner) },
  ],
  affects: ["OrganisationSharing"],
  serialisedBy: ({ organisation }) => `the sharing of organisation ${organisation}`,
  standing: sharingListStanding,
  list: async (client) => {
    const { items, ...listing } = await client.snapshot(accounts.getOrganisations, {});
    return { ...listing, items: items.map(flatten) };
  },
  get: async (client, orgId) => {
    const remote = await orAbsent(client.call(accounts.getOrganisation, { path: { orgId } }));
    return remote === undefined ? undefined : flatten(remote);
  },
  obstacles: (outlook, { organisation, sharedWith }) =>
    obstaclesFor(outlook, organisation, listIfKnown(sharedWith) ?? []),
  changeObstacles: (outlook, { sharedWith }, { id }) =>
    Promise.resolve(sharedWithItself(outlook, id, listIfKnown(sharedWith ?? []) ?? [])),
  update: (client, organisation, { sharedWith }, { actual }) =>
    sharedWith === undefined ? Promise.resolve({}) : shareWith(client, organisation, membersIn(actual), sharedWith),
});

/** Gives new access before it takes other access away, so that nobody who keeps access loses it in between. */
async function shareWith(client: Client, orgId: string, before: readonly string[], after: readonly string[]) {
  for (const otherOrgId of after.filter((id) => !before.includes(id))) {
    await orThere(
      aboutPartner(otherOrgId, () => client.call(accounts.shareOrganisation, { path: { orgId, otherOrgId } })),
    );
  }
  for (const otherOrgId of before.filter((id) => !after.includes(id))) {
    await orAbsent(client.call(accounts.unshareOrganisation, { path: { orgId, otherOrgId } }));
  }
  return { sharedWith: [...after] };
}

function membersIn(values: Readonly<Record<string, unknown>>): readonly string[] {
  return (values["sharedWith"] ?? []) as readonly string[];
}

function flatten({ id, sharedWith = [] }: Remote): Live {
  return { id, values: { organisation: id, sharedWith: sharedWith.map(({ organisation }) => organisation) } };
}
