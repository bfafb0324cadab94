import { z } from "zod";
import type { Client } from "../client";
import { accounts } from "../contract";
import { kind, type Fields, type Live, type Obstacle, type Outlook } from "./kind";
import { orAbsent } from "./refusals";
import { organisationId } from "./references";
import { organisationObstacles } from "./membership";

type Remote = z.output<typeof accounts.OrganisationInfo>;

const inputs = {
  organisation: {
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation that shares its access, and that of the organisations below it.",
    source: "facts 3.1",
  },
  sharedWith: {
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation that gets access.",
    source: "facts 3.1",
  },
} as const satisfies Fields;

/** One organisation's access, shared with one other; what else is shared stays as it is (facts 3.1). */
export const organisationSharing = kind({
  name: "OrganisationSharing",
  doc: "Shares an organisation's access with one other organisation, and leaves all else that is shared as it is. For the whole list of an organisation use OrganisationSharingList; the two cannot be used for the same organisation.",
  example: [
    'const provider = new Organisation("provider", { name: "Dienstleister", parent: "1" });',
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'new OrganisationSharing("provider works for county", { organisation: county, sharedWith: provider });',
  ].join("\n"),
  inputs,
  outputs: {
    sharedBy: { type: z.string().optional(), doc: "Id of the user who shared it.", source: "designed" },
    shared: {
      type: z.number().optional(),
      doc: "When it was shared, in milliseconds since 1970.",
      source: "designed",
    },
  },
  replacementCascades: false,
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
  decides: ({ organisation }) => [{ subject: `the sharing of organisation ${organisation}`, isWhole: false }],
  handsOver: true,
  affects: ["OrganisationSharingList"],
  list: async (client) => {
    const { items, ...listing } = await client.snapshot(accounts.getOrganisations, {});
    return { ...listing, items: items.flatMap(sharesOf) };
  },
  get: getShare,
  obstacles: (outlook, { organisation, sharedWith }) => obstaclesFor(outlook, organisation, "sharedWith", [sharedWith]),
  create: async (client, { organisation, sharedWith }) => {
    const path = { orgId: organisation, otherOrgId: sharedWith };
    const remote = await client.call(accounts.shareOrganisation, { path });
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

/** All organisations have to be there, and none shares with itself. */
export async function obstaclesFor(
  outlook: Pick<Outlook, "see" | "knows">,
  organisation: string,
  field: string,
  others: readonly string[],
): Promise<Obstacle[]> {
  const named = [{ id: organisation, at: "organisation" }, ...others.map((id) => ({ id, at: field }))];
  const obstacles: Obstacle[] =
    outlook.knows(organisation) && others.includes(organisation)
      ? [
          {
            field,
            what: `organisation ${organisation} cannot share its access with itself`,
            why: "Its members have that access already.",
            remedy: "Name another organisation.",
          },
        ]
      : [];
  const missing = await Promise.all(named.map(({ id, at }) => organisationObstacles(outlook, id, at)));
  return [...obstacles, ...missing.flat()];
}
