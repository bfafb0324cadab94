import * as store from "../../contract/store";

/** Something that a store keeps, with all parts of its address. */
export interface ContentKey extends store.BucketKey {
  readonly store: store.StoreName;
}

/** `data/org.599.abe0849a-5110-43a5-81e4-5880fce3f398`: the store, and the combined id of docs/platform.md#ids-and-common-models. */
export function contentIdOf({ store: name, ...bucket }: ContentKey): string {
  return `${name}/${store.combinedIdOf(bucket)}`;
}

/** Fails for a text that is not such an id. `contentId` has already checked what a person gives. */
export function readContentId(id: string): ContentKey {
  const [name = "", combined = ""] = id.split("/");
  const bucket = store.readCombinedId(combined);
  if (!isStore(name) || bucket === undefined) {
    throw new Error(`${JSON.stringify(id)} is not the id of a bucket, a schema or a project`);
  }
  return { store: name, ...bucket };
}

/** The store alone. Both ids and keys of buckets begin with it. */
export function storeOf(idOrKey: string): store.StoreName {
  const [name = ""] = idOrKey.split("/");
  return isStore(name) ? name : "data";
}

function isStore(name: string): name is store.StoreName {
  return (store.storeNames as readonly string[]).includes(name);
}

/** The path parameters of an operation on a bucket. */
export function bucketPath({ ownerType, ownerId, bucketId }: store.BucketKey): store.BucketKey {
  return { ownerType, ownerId, bucketId };
}
