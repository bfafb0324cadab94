import { store } from "../../../provider/contract";
import { mayWithBucket, seesBucket } from "../../access/bucket-access";
import { isDeclared } from "../../access/grants";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import type { User } from "../../world/model";
import type { WorldView } from "../../world/world";
import type { Platform, Visitor } from "../implement";

type Context = Platform & Visitor;

/** Something that people talk about, as far as permissions ask. */
export interface Resource {
  readonly type: string;
  /** The combined id. */
  readonly id: string;
  readonly bucket: Bucket;
}

/** 404 for what is gone and for what the caller does not get to see, alike (docs/platform.md#refusals). */
export function visibleResource(call: Context, type: string, id: string): Resource {
  const resource = resourceOf(call.world, type, id);
  if (resource === undefined || !seesBucket(call.world, call.visitor, resource.bucket)) {
    throw refuse.absent(`${type} ${id}`);
  }
  return resource;
}

/** The stores that have resources of the type; metadata and attachments count as datasets. */
export function resourceOf({ buckets }: WorldView, type: string, id: string): Resource | undefined {
  const key = store.readCombinedId(id);
  const [bucket] =
    key === undefined
      ? []
      : store.storeNames
          .filter((name) => store.variants[name].resourceType === type)
          .flatMap((name) => buckets.get(name, key) ?? []);
  return bucket === undefined ? undefined : { type, id, bucket };
}

/**
 * What is asked where no role says anything of the permission: the roles of docs/platform.md#permissions have `createTask`
 * and `replyToTask` for projects only, although the platform has tasks on datasets and schemas too.
 */
const instead: Readonly<Record<string, string>> = {
  comment: "read",
  createNote: "read",
  createTask: "edit",
  replyToTask: "read",
};

export function mayTalk(world: WorldView, user: User | undefined, permission: string, { bucket }: Resource): boolean {
  const asked = isDeclared(store.variants[bucket.store].resourceType, permission) ? permission : instead[permission];
  return mayWithBucket(world, user, asked ?? permission, bucket);
}

export function refuseUnlessMayTalk({ world, visitor }: Context, permission: string, resource: Resource): void {
  if (!mayTalk(world, visitor, permission, resource)) {
    throw refuse.forbidden(`You lack the permission ${resource.type}.${permission} for ${resource.id}.`);
  }
}

/** In the form of the API. */
export function shown<T extends { readonly resource: string }>({ resource, ...told }: T) {
  return { ...told, resourceId: resource };
}
