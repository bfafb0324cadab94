import { isDeepStrictEqual } from "node:util";
import type { Client } from "../client";
import { accounts, actions } from "../contract";
import { HaleconnectError } from "../errors";
import { flattenOrganisation, orAbsent, type Live } from "../kinds";
import { exactlyOneOf, notThere } from "./arguments";
import type { BaseMapResult, GetOrganisationArgs, GetOrganisationsArgs, OrganisationResult } from "./organisations";
import { withoutUndefined } from "./results";
import { inSharedOrNew, SHARED_FOR } from "./shared-lists";

/** How organisations are found; what is asked for is told in the errors. */
export function lookUp(client: Client) {
  return {
    findOrganisation: (args: GetOrganisationArgs) => find(client, args),
    listOrganisations: (args: GetOrganisationsArgs) => list(client, args),
    baseMapOf: (orgId: string) => baseMap(client, orgId),
  };
}

async function find(client: Client, args: GetOrganisationArgs): Promise<OrganisationResult> {
  exactlyOneOf("getOrganisation", args, ["id", "name", "path"]);
  const wanted = wantedBy(args);
  const found = await inSharedOrNew(async (oldest) => [...(await treeOf(client, oldest)).values()].filter(wanted.isIt));
  const [first, ...others] = found;
  if (others.length > 0) {
    throw new HaleconnectError("HC3005", {
      what: `There are ${found.length} ${wanted.inWords.replace("organisation", "organisations")}`,
      why: found.map((it) => `${inWordsOf(it.path)} (${it.id})`).join(", "),
      remedy: "Give `path` or `id` instead of `name`.",
    });
  }
  return first ?? notThere(wanted.inWords);
}

interface Wanted {
  readonly inWords: string;
  readonly isIt: (organisation: OrganisationResult) => boolean;
}

function wantedBy({ id, name, path }: GetOrganisationArgs): Wanted {
  if (id !== undefined) {
    return { inWords: `organisation ${id}`, isIt: (it) => it.id === id };
  }
  if (path === undefined) {
    return { inWords: `organisation named "${name ?? ""}"`, isIt: (it) => it.name === name };
  }
  const names = typeof path === "string" ? path.split("/") : path;
  return { inWords: `organisation at ${inWordsOf(names)}`, isIt: (it) => isDeepStrictEqual(it.path, names) };
}

async function list(client: Client, { parent, recursive }: GetOrganisationsArgs): Promise<OrganisationResult[]> {
  const shared = await treeOf(client, SHARED_FOR);
  if (parent === undefined) {
    return [...shared.values()];
  }
  const tree = shared.has(parent) ? shared : await treeOf(client, 0);
  if (!tree.has(parent)) {
    return notThere(`organisation ${parent}`);
  }
  const isBelow = (it: OrganisationResult): boolean =>
    it.parent === parent || (recursive === true && it.parent !== undefined && isBelow(tree.get(it.parent) ?? it));
  return [...tree.values()].filter(isBelow);
}

async function baseMap(client: Client, orgId: string): Promise<BaseMapResult> {
  const found = await orAbsent(client.call(actions.getDefaultBaseMap, { path: { orgId } }));
  if (found === undefined) {
    return notThere(`organisation ${orgId}`);
  }
  const { organisation, address, layers, copyright } = found;
  return withoutUndefined({ organisation, address, layers, copyright }) as BaseMapResult;
}

async function treeOf(client: Client, oldest: number): Promise<Map<string, OrganisationResult>> {
  const { items } = await client.snapshot(accounts.getOrganisations, {}, oldest);
  const byId = new Map(items.map((remote) => [remote.id, flattenOrganisation(remote)]));
  return new Map([...byId.values()].map((it) => [it.id, resultOf(it, byId)]));
}

function resultOf({ id, values }: Live, byId: ReadonlyMap<string, Live>): OrganisationResult {
  return withoutUndefined({ id, ...values, path: pathOf(id, byId) }) as unknown as OrganisationResult;
}

function pathOf(id: string, byId: ReadonlyMap<string, Live>): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = byId.get(id); at !== undefined && !seen.has(at.id); at = byId.get(at.values["parent"] as string)) {
    seen.add(at.id);
    names.unshift(at.values["name"] as string);
  }
  return names;
}

function inWordsOf(path: readonly string[]): string {
  return path.map((name) => `"${name}"`).join(" > ");
}
