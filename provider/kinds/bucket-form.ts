import type { Client, Listing } from "../client";
import { store } from "../contract";
import { bucketPath, contentIdOf, readContentId } from "./content-id";
import { ownerValues } from "./content-owner";
import type { Live, Values } from "./kind";
import { orAbsent } from "./refusals";

/** What a person may say of a bucket, one property each (docs/platform.md#bucket-service, docs/platform.md#datasets-and-services). */
export const describing = ["author", "description", "version", "type"] as const;

export function flatten(name: store.StoreName, remote: store.BucketDetail): Live | undefined {
  const bucket = store.readCombinedId(remote.combinedId ?? "");
  if (bucket === undefined) {
    return undefined;
  }
  const { properties = {}, files = [], driver, created, createdBy, lastModified } = remote;
  return {
    id: contentIdOf({ store: name, ...bucket }),
    values: {
      store: name,
      ...ownerValues(bucket),
      name: remote.name,
      driver,
      ...Object.fromEntries(describing.map((property) => [property, properties[property]])),
      public: isPublic(properties["sharingOptions"]),
      files: Object.fromEntries(files.map(({ name: file, sha256 }) => [file, { sha256 }])),
      combinedId: remote.combinedId,
      created,
      createdBy,
      lastModified,
    },
  };
}

export function isPublic(sharingOptions: unknown): boolean {
  return (sharingOptions as { readonly public?: unknown } | undefined)?.public === true;
}

/** All buckets of a store with their files, as the client's shared list has them. */
export async function listBuckets(client: Client, name: store.StoreName): Promise<Listing<store.BucketDetail>> {
  return client.snapshot(store[name].listBuckets, { query: { includeFiles: true } });
}

export async function listFlat(client: Client, name: store.StoreName): Promise<Listing<Live>> {
  const { items, ...listing } = await listBuckets(client, name);
  return { ...listing, items: items.flatMap((remote) => flatten(name, remote) ?? []) };
}

export async function getBucket(client: Client, id: string): Promise<store.BucketDetail | undefined> {
  const key = readContentId(id);
  return orAbsent(client.call(store[key.store].getBucketInfo, { path: bucketPath(key) }));
}

export async function getFlat(client: Client, id: string): Promise<Live | undefined> {
  const found = await getBucket(client, id);
  return found === undefined ? undefined : flatten(readContentId(id).store, found);
}

/** Those that have a working name, past every list that was read before. */
export async function findByName(client: Client, name: store.StoreName, workingName: string): Promise<Listing<Live>> {
  const { items, ...listing } = await client.list(store[name].listBuckets, { query: { includeFiles: true } });
  const found = items.filter((it) => it.name === workingName);
  return { ...listing, items: found.flatMap((remote) => flatten(name, remote) ?? []) };
}

/** What the answer to a creation tells. */
export function identified(name: store.StoreName, ident: store.BucketIdent, workingName: string, more: Values): Live {
  const { identKey } = store[name].variant;
  const owner =
    ident.orgId === undefined
      ? ({ ownerType: "user", ownerId: ident.userId ?? "" } as const)
      : ({ ownerType: "org", ownerId: ident.orgId } as const);
  const bucket = { ...owner, bucketId: ident[identKey] ?? "" };
  return {
    id: contentIdOf({ store: name, ...bucket }),
    values: { ...more, store: name, ...ownerValues(owner), name: workingName, public: false, files: {} },
  };
}
