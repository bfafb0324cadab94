import { store } from "../../../provider/contract";
import { asOwned, mayWithOwned, seesOwned, type Owned } from "../../access/bucket-access";
import { isDeclared } from "../../access/grants";
import { refuse } from "../../refusal";
import type { User } from "../../world/model";
import type { WorldView } from "../../world/world";
import type { Platform, Visitor } from "../implement";
import { themeAsOwned } from "../resources/visible-theme";

type Context = Platform & Visitor;

/** Something that people talk about. */
export interface Resource {
  readonly type: string;
  /** The combined id. */
  readonly id: string;
  /** As far as permissions ask. */
  readonly owned: Owned;
}

/** 404 for what is gone and for what the caller does not get to see, alike (docs/platform.md#refusals). */
export function visibleResource(call: Context, type: string, id: string): Resource {
  const resource = resourceOf(call.world, type, id);
  if (resource === undefined || !seesOwned(call.world, call.visitor, resource.owned)) {
    throw refuse.absent(`${type} ${id}`);
  }
  return resource;
}

export function resourceOf(world: WorldView, type: string, id: string): Resource | undefined {
  const owned = type === "Theme" ? themeNamed(world, id) : bucketNamed(world, type, id);
  return owned === undefined ? undefined : { type, id, owned };
}

function themeNamed({ themes }: WorldView, id: string): Owned | undefined {
  const theme = themes.named(id);
  return theme === undefined ? undefined : themeAsOwned(theme);
}

/** In the stores that have things of the type: metadata and attachments count as datasets. */
function bucketNamed({ buckets }: WorldView, type: string, id: string): Owned | undefined {
  const key = store.readCombinedId(id);
  const names = store.storeNames.filter((name) => store.variants[name].resourceType === type);
  const [bucket] = key === undefined ? [] : names.flatMap((name) => buckets.get(name, key) ?? []);
  return bucket === undefined ? undefined : asOwned(bucket);
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

export function mayTalk(world: WorldView, user: User | undefined, permission: string, { owned }: Resource): boolean {
  const asked = isDeclared(world.roles, owned.type, permission) ? permission : instead[permission];
  return mayWithOwned(world, user, asked ?? permission, owned);
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
