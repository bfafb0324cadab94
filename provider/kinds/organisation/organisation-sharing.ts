import { z } from "zod";
import type { Client } from "../../client";
import * as accounts from "../../contract/accounts";
import { kind, type Fields, type Live, type Obstacle, type Outlook } from "../kind";
import { aboutPartner, partner } from "../partner";
import { orAbsent } from "../refusals";
import { organisationId } from "../references";
import { organisationObstacles } from "../people/membership";
import { sharingStanding } from "./organisation-standing";

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
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation that gets access. It may be one that you cannot see; the server checks that it exists.",
    source: "platform#organisation-sharing",
  },
} as const satisfies Fields;

/** One organisation's access, shared with one other. All other access stays as it is (docs/platform.md#organisations). */
export const organisationSharing = kind({
  name: "OrganisationSharing",
  doc: "Shares an organisation's access with one other organisation. All other access stays as it is. To declare the whole list of an organisation use OrganisationSharingList. You cannot use both for the same organisation.",
  example: [
    'const provider = new Organisation("provider", { name: "Dienstleister", parent: "1" });',
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'new OrganisationSharing("provider works for county", { organisation: county, sharedWith: provider });',
  ].join("\n"),
  inputs,
  outputs: {
    sharedBy: {
      type: z.string().optional(),
      doc: "Id of the user who shared it.",
      source: "decisions#evidence-for-every-operation",
    },
    shared: {
      type: z.number().optional(),
      doc: "When it was shared, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  reads: [accounts.getOrganisation],
  calls: { create: [accounts.shareOrganisation], update: [], delete: [accounts.unshareOrganisation] },
  identity: {
    type: "unique",
    fields: ["sharedWith", "organisation"],
    keyOf: ({ organisation, sharedWith }) => idOf(organisation, sharedWith),
    inWords: ({ organisation, sharedWith }) => `of organisation ${organisation} with organisation ${sharedWith}`,
    creator: "sharedBy",
    stamp: ["organisation", "sharedWith", "shared"],
    find: async (client, { organisation, sharedWith }) => {
      const found = await getShare(client, idOf(organisation, sharedWith));
      return { items: found === undefined ? [] : [found], complete: true, at: client.now() };
    },
  },
  decides: ({ organisation, sharedWith }) => [
    { subject: sharingOf(organisation), isWhole: false },
    { subject: sharingWith(organisation, sharedWith), isWhole: true },
  ],
  handsOver: ({ organisation, sharedWith }) => [
    { subject: sharingWith(organisation, sharedWith) },
    { subject: sharingOf(organisation), point: partner(sharedWith) },
  ],
  affects: ["OrganisationSharingList"],
  standing: sharingStanding,
  list: async (client) => {
    const { items, ...listing } = await client.snapshot(accounts.getOrganisations, {});
    return { ...listing, items: items.flatMap(sharesOf) };
  },
  get: getShare,
  obstacles: (outlook, { organisation, sharedWith }) => obstaclesFor(outlook, organisation, [sharedWith]),
  create: async (client, { organisation, sharedWith }) => {
    const path = { orgId: organisation, otherOrgId: sharedWith };
    const remote = await aboutPartner(sharedWith, () => client.call(accounts.shareOrganisation, { path }));
    return shareIn(remote, sharedWith) ?? { id: idOf(organisation, sharedWith), values: { organisation, sharedWith } };
  },
  update: () => Promise.resolve({}),
  delete: async (client, id) => {
    const [orgId = "", otherOrgId = ""] = id.split("/");
    await orAbsent(client.call(accounts.unshareOrganisation, { path: { orgId, otherOrgId } }));
  },
});

function idOf(organisation: string, sharedWith: string): string {
  return `${organisation}/${sharedWith}`;
}

async function getShare(client: Client, id: string): Promise<Live | undefined> {
  const [orgId = "", sharedWith = ""] = id.split("/");
  const remote = await orAbsent(client.call(accounts.getOrganisation, { path: { orgId } }));
  return remote === undefined ? undefined : shareIn(remote, sharedWith);
}

function shareIn(remote: Remote, sharedWith: string): Live | undefined {
  return sharesOf(remote).find(({ values }) => values["sharedWith"] === sharedWith);
}

function sharesOf({ id: organisation, sharedWith = [] }: Remote): Live[] {
  return sharedWith.map(({ organisation: other, sharedBy, shared }) => ({
    id: idOf(organisation, other),
    values: { organisation, sharedWith: other, sharedBy, shared },
  }));
}

/** The subject of all decisions about the sharing of an organisation: of the whole list, or of a part of it. */
export function sharingOf(organisation: string): string {
  return `the sharing of organisation ${organisation}`;
}

/** The subject of a decision about one of those with whom it is shared. */
export function sharingWith(organisation: string, sharedWith: string): string {
  return `the sharing of organisation ${organisation} with organisation ${sharedWith}`;
}

/** Checks the organisation that shares. Its partners may be in other trees, which the caller does not see. */
export async function obstaclesFor(
  outlook: Pick<Outlook, "see" | "knows">,
  organisation: string,
  partners: readonly string[],
): Promise<Obstacle[]> {
  return [
    ...sharedWithItself(outlook, organisation, partners),
    ...(await organisationObstacles(outlook, organisation)),
  ];
}

export function sharedWithItself(
  { knows }: Pick<Outlook, "knows">,
  organisation: string,
  partners: readonly string[],
): Obstacle[] {
  return knows(organisation) && partners.includes(organisation)
    ? [
        {
          field: "sharedWith",
          what: `organisation ${organisation} cannot share its access with itself`,
          why: "Its members have that access already.",
          remedy: "Name another organisation.",
        },
      ]
    : [];
}
