import type { Client, Listing } from "../../client";
import * as store from "../../contract/store";
import { bucketPath, contentIdOf, readContentId, type ContentKey } from "./content-id";
import { ownerValues } from "./content-owner";
import { isSpeltLike } from "../equality";
import type { Live, Values } from "../kind";
import { orAbsent } from "../refusals";

/** The properties in which a person describes a bucket (docs/platform.md#bucket-service, docs/platform.md#datasets-and-services). */
const describing = ["author", "description", "version", "type", "theme"] as const;

export function flatten(name: store.StoreName, remote: store.BucketDetail) {
  const bucket = keyOf(name, remote);
  if (bucket === undefined) {
    return undefined;
  }
  const { properties, files, driver, created, createdBy, lastModified } = remote;
  return {
    id: contentIdOf({ store: name, ...bucket }),
    values: {
      store: name,
      ...ownerValues(bucket),
      name: remote.name,
      driver,
      ...Object.fromEntries(describing.map((property) => [property, properties?.[property]])),
      dataset: datasetIn(properties),
      public: isPublic(properties),
      files:
        files === undefined ? undefined : Object.fromEntries(files.map(({ name: file, sha256 }) => [file, { sha256 }])),
      combinedId: store.combinedIdOf(bucket),
      created,
      createdBy,
      lastModified,
    },
  };
}

/** The bucket by its combined id, or else by the short form of its ident. undefined: the server gives neither. */
export function keyOf(name: store.StoreName, { combinedId, id }: store.BucketDetail): store.BucketKey | undefined {
  const known = store.readCombinedId(combinedId ?? "");
  const bucketId = id?.[store[name].variant.identKey];
  if (known !== undefined || id === undefined || bucketId === undefined) {
    return known;
  }
  const { orgId, userId } = id;
  return orgId !== undefined
    ? { ownerType: "org", ownerId: orgId, bucketId }
    : userId === undefined
      ? undefined
      : { ownerType: "user", ownerId: userId, bucketId };
}

/** The dataset to which metadata or attachments belong, in the form of the field. */
function datasetIn(properties: Values | undefined): string | undefined {
  const told = properties?.["dataset"];
  return typeof told === "string" && told !== "" ? `data/${told}` : undefined;
}

/** undefined: the server does not give it, or gives it in an unknown form. */
export function isPublic(properties: Values | undefined): boolean | undefined {
  const { sharingOptions = {} } = properties ?? {};
  const isMap = typeof sharingOptions === "object" && sharingOptions !== null && !Array.isArray(sharingOptions);
  const told = isMap ? ((sharingOptions as Values)["public"] ?? false) : undefined;
  return properties !== undefined && typeof told === "boolean" ? told : undefined;
}

/** All buckets of a store with their files, from the client's shared list. */
export async function listBuckets(client: Client, name: store.StoreName): Promise<Listing<store.BucketDetail>> {
  return client.snapshot(store[name].listBuckets, { query: { includeFiles: true } });
}

export async function listFlat(client: Client, name: store.StoreName): Promise<Listing<Live>> {
  return flattenAll(name, await listBuckets(client, name));
}

/** An entry without an id may be any bucket. With such an entry the list does not count as complete. */
function flattenAll(
  name: store.StoreName,
  { items, complete, ...listing }: Listing<store.BucketDetail>,
): Listing<Live> {
  const known = items.flatMap((remote) => flatten(name, remote) ?? []);
  return { ...listing, items: known, complete: known.length === items.length ? complete : "unknown" };
}

export async function getBucket(client: Client, id: string): Promise<store.BucketDetail | undefined> {
  const key = readContentId(id);
  const found = await orAbsent(client.call(store[key.store].getBucketInfo, { path: bucketPath(key) }));
  return found === undefined ? undefined : askedFor(key, found);
}

/** An answer need not say which bucket it is about. The request says so. */
export function askedFor(key: ContentKey, remote: store.BucketDetail): store.BucketDetail {
  return { ...remote, combinedId: store.combinedIdOf(key) };
}

export async function getFlat(client: Client, id: string): Promise<Live | undefined> {
  const found = await getBucket(client, id);
  return found === undefined ? undefined : flatten(readContentId(id).store, found);
}

/** The buckets with a working name, from a new list. */
export async function findByName(client: Client, name: store.StoreName, workingName: string): Promise<Listing<Live>> {
  const all = await client.list(store[name].listBuckets, { query: { includeFiles: true } });
  const { items, ...listing } = flattenAll(name, all);
  return { ...listing, items: items.filter(({ values }) => isSpeltLike("text", values["name"], workingName)) };
}

/** A bucket that was just made. The answer gives its id; the request gave its owner. */
export function identified(
  name: store.StoreName,
  ident: store.BucketIdent,
  owner: Pick<store.BucketKey, "ownerType" | "ownerId">,
  workingName: string,
  more: Values,
): Live {
  const { identKey } = store[name].variant;
  const bucket = { ...owner, bucketId: ident[identKey] ?? "" };
  return {
    id: contentIdOf({ store: name, ...bucket }),
    values: { ...more, store: name, ...ownerValues(owner), name: workingName, public: false, files: {} },
  };
}
