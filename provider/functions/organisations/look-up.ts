import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Client } from "../../client";
import { actions, resources, store } from "../../contract";
import { HaleconnectError } from "../../errors";
import { flattenBucket, orAbsent } from "../../kinds";
import { argumentsOf, exactlyOneOf, flag, needed, notThere, organisation, text, type ArgumentSpec } from "../arguments";
import { inTree, isBelow, treeOf } from "./tree";
import type {
  BaseMapResult,
  CapacityResult,
  GetCapacityArgs,
  GetDefaultBaseMapArgs,
  GetOrganisationArgs,
  GetOrganisationsArgs,
  GetPublicMetadataArgs,
  OrganisationResult,
  PublicMetadataFile,
  PublicMetadataResult,
} from "./types";
import { withoutUndefined } from "../results";
import { inSharedOrNew, SHARED_FOR } from "../shared-lists";

/** Finds organisations. The errors name what the program asked for. */
export function lookUp(client: Client) {
  return {
    findOrganisation: (args: GetOrganisationArgs) => find(client, args),
    listOrganisations: (args: GetOrganisationsArgs) => list(client, args),
    baseMapOf: (args: GetDefaultBaseMapArgs) => baseMap(client, args),
    capacityOf: (args: GetCapacityArgs) => capacity(client, args),
    publicMetadataOf: (args: GetPublicMetadataArgs) => publicMetadata(client, args),
  };
}

const path: ArgumentSpec = {
  type: z.union([text.type, z.array(text.type).min(1)]),
  expected: 'names from a root organisation down, as a list of texts or as one text such as "Land/Kreis"',
};

async function find(client: Client, given: GetOrganisationArgs): Promise<OrganisationResult> {
  const args = argumentsOf<GetOrganisationArgs>("getOrganisation", given, { id: organisation, name: text, path });
  exactlyOneOf("getOrganisation", args, ["id", "name", "path"]);
  return args.id === undefined
    ? byNameOrPath(client, args)
    : ((await inTree(client, args.id)) ?? notThere(`organisation ${args.id}`));
}

async function byNameOrPath(client: Client, args: GetOrganisationArgs): Promise<OrganisationResult> {
  const wanted = wantedBy(args);
  const found = await inSharedOrNew(async (oldest) => [...(await treeOf(client, oldest)).values()].filter(wanted.isIt));
  const [first, ...others] = found;
  if (others.length > 0) {
    throw new HaleconnectError("HC3005", {
      what: `There are ${found.length} ${wanted.inWords.replace("organisation", "organisations")}`,
      why: `They are ${found.map((it) => `${inWordsOf(it.path)} (${it.id})`).join(", ")}.`,
      remedy: "Give `path` or `id` instead of `name`.",
    });
  }
  return first ?? notThere(wanted.inWords);
}

interface Wanted {
  readonly inWords: string;
  readonly isIt: (organisation: OrganisationResult) => boolean;
}

function wantedBy({ name, path }: GetOrganisationArgs): Wanted {
  if (path === undefined) {
    return { inWords: `organisation named "${name ?? ""}"`, isIt: (it) => it.name === name };
  }
  const names = typeof path === "string" ? path.split("/") : path;
  return { inWords: `organisation at ${inWordsOf(names)}`, isIt: (it) => isDeepStrictEqual(it.path, names) };
}

async function list(client: Client, given: GetOrganisationsArgs): Promise<OrganisationResult[]> {
  const specs = { parent: organisation, recursive: flag };
  const { parent, recursive } = argumentsOf<GetOrganisationsArgs>("getOrganisations", given, specs);
  const shared = await treeOf(client, SHARED_FOR);
  if (parent === undefined) {
    return [...shared.values()];
  }
  const tree = shared.has(parent) ? shared : await treeOf(client, 0);
  if (!tree.has(parent)) {
    return notThere(`organisation ${parent}`);
  }
  const isWanted = (it: OrganisationResult): boolean =>
    recursive === true ? isBelow(tree, it, parent) : it.parent === parent;
  return [...tree.values()].filter(isWanted);
}

async function baseMap(client: Client, given: GetDefaultBaseMapArgs): Promise<BaseMapResult> {
  const orgId = organisationIn("getDefaultBaseMap", given);
  const found = await orAbsent(client.call(actions.getDefaultBaseMap, { path: { orgId } }));
  if (found === undefined) {
    return notThere(`organisation ${orgId}`);
  }
  const { organisation: owner, address, layers, copyright } = found;
  return withoutUndefined({ organisation: owner, address, layers, copyright });
}

async function capacity(client: Client, given: GetCapacityArgs): Promise<CapacityResult> {
  const orgId = organisationIn("getCapacity", given);
  const found = await orAbsent(client.call(resources.getOrganisationSettings, { path: { orgId } }));
  if (found === undefined) {
    return notThere(`organisation ${orgId}`);
  }
  if (found.capacity === undefined) {
    return notThere(`capacity of organisation ${orgId}`);
  }
  const { points, usage } = found.capacity;
  return withoutUndefined({ points, usage });
}

async function publicMetadata(client: Client, given: GetPublicMetadataArgs): Promise<PublicMetadataResult> {
  const orgId = organisationIn("getPublicMetadata", given);
  const settings = await orAbsent(client.call(resources.getOrganisationSettings, { path: { orgId } }));
  if (settings === undefined) {
    return notThere(`organisation ${orgId}`);
  }
  const { items } = await client.snapshot(store.metadata.listBuckets, { query: { includeFiles: true } }, SHARED_FOR);
  return {
    isOffered: settings.metadataDownloadLink,
    // docs/platform.md#public-metadata
    address: `${client.url}/services/bsp/metadata/org/${orgId}`,
    files: items.flatMap((remote) => metadataIn(remote, orgId)),
  };
}

/** The files of a bucket, if the organisation owns it. */
function metadataIn(remote: store.BucketDetail, orgId: string): PublicMetadataFile[] {
  const bucket = flattenBucket("metadata", remote);
  return bucket?.values.organisation !== orgId
    ? []
    : (remote.files ?? []).map(({ name, url, bytes, sha256 }) =>
        withoutUndefined({ bucket: bucket.id, dataset: bucket.values.dataset, name, url, bytes, sha256 }),
      );
}

function organisationIn(called: string, given: { readonly organisation: string }): string {
  return argumentsOf<typeof given>(called, given, { organisation: needed(organisation) }).organisation;
}

function inWordsOf(path: readonly string[]): string {
  return path.map((name) => `"${name}"`).join(" > ");
}
