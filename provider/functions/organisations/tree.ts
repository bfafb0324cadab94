import type { z } from "zod";
import type { Client, Listing } from "../../client";
import { accounts } from "../../contract";
import { flattenOrganisation, orAbsent } from "../../kinds";
import type { OrganisationResult } from "./types";
import { withoutUndefined } from "../results";
import { isOneOfMany, SHARED_FOR } from "../shared-lists";

/** An organisation as the server has it, in the form of fields. */
type LiveOrganisation = ReturnType<typeof flattenOrganisation>;

export type Tree = ReadonlyMap<string, OrganisationResult>;

/** All organisations that the account sees, by their ids and in the order of these. */
export async function treeOf(client: Client, oldest: number): Promise<Tree> {
  return treeFrom(await client.snapshot(accounts.getOrganisations, {}, oldest));
}

/**
 * One organisation: from the shared list if it was read lately or is worth reading, otherwise alone with those above it.
 * The list may be older than the organisation.
 */
export async function inTree(client: Client, id: string): Promise<OrganisationResult | undefined> {
  const shared = isOneOfMany(client)
    ? client.snapshot(accounts.getOrganisations, {}, SHARED_FOR)
    : client.recent(accounts.getOrganisations, {}, SHARED_FOR);
  const listed = shared === undefined ? undefined : treeFrom(await shared).get(id);
  return listed ?? alone(client, id);
}

/** Nobody renames or moves an organisation, so each one above is read only once. */
async function alone(client: Client, id: string): Promise<OrganisationResult | undefined> {
  const found = await one(client, id, 0);
  if (found === undefined) {
    return undefined;
  }
  const lineage = new Map([[id, found]]);
  for (let above = parentOf(found); above !== undefined && !lineage.has(above);) {
    const next: LiveOrganisation | undefined = await one(client, above);
    if (next === undefined) {
      break;
    }
    lineage.set(above, next);
    above = parentOf(next);
  }
  return resultOf(found, lineage);
}

async function one(client: Client, orgId: string, oldest?: number): Promise<LiveOrganisation | undefined> {
  const found = await orAbsent(client.sharedCall(accounts.getOrganisation, { path: { orgId } }, oldest));
  return found === undefined ? undefined : flattenOrganisation(found);
}

/** Whether an organisation lies below another one, as far as can be seen. */
export function isBelow(tree: Tree, { id, parent }: OrganisationResult, other: string): boolean {
  const seen = new Set([id]);
  for (let above = parent; above !== undefined && !seen.has(above); above = tree.get(above)?.parent) {
    if (above === other) {
      return true;
    }
    seen.add(above);
  }
  return false;
}

type Remotes = Listing<z.output<typeof accounts.OrganisationInfo>>;

/** Many look into the same list. */
const trees = new WeakMap<Remotes, Tree>();

function treeFrom(listing: Remotes): Tree {
  const known = trees.get(listing);
  if (known !== undefined) {
    return known;
  }
  const byId = new Map(listing.items.map((remote) => [remote.id, flattenOrganisation(remote)]));
  const tree = new Map([...byId.values()].map((it) => [it.id, resultOf(it, byId)]));
  trees.set(listing, tree);
  return tree;
}

function resultOf({ id, values }: LiveOrganisation, byId: ReadonlyMap<string, LiveOrganisation>): OrganisationResult {
  // The contract says nothing of the custom fields.
  const customFields = values.customFields as OrganisationResult["customFields"];
  return withoutUndefined({ id, ...values, customFields, path: pathOf(id, byId) });
}

function pathOf(id: string, byId: ReadonlyMap<string, LiveOrganisation>): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = byId.get(id); at !== undefined && !seen.has(at.id); at = byId.get(parentOf(at) ?? "")) {
    seen.add(at.id);
    names.unshift(at.values.name);
  }
  return names;
}

function parentOf({ values }: LiveOrganisation): string | undefined {
  return values.parent;
}
