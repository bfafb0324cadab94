import { store, type ResourceType } from "../../provider/contract";
import type { Bucket } from "../world/bucket-model";
import type { User } from "../world/model";
import type { WorldView } from "../world/world";
import { ANONYMOUS } from "./grants";
import { heldRolesOf, may, reaches } from "./permissions";

/** What permissions ask of a thing that somebody owns. */
export interface Owned extends Pick<Bucket, "owner" | "sharedWith" | "collaborators"> {
  readonly type: ResourceType;
  readonly public: boolean;
}

/**
 * What somebody may do with a bucket.
 *
 * The roles of docs/platform.md#roles-and-permissions allow it through organisations. The conditions `owner`, `public`, `shared` and `collaborator`
 * are explained there and used by none of the default roles, although the platform has public things and a user's own.
 * Put together here as: whatever the role, everybody reads what is public and what is shared with an organisation of
 * theirs, a collaborator reads and edits, and a user reads, edits and deletes what is the user's own.
 */
export function mayWithBucket(world: WorldView, user: User | undefined, permission: string, bucket: Bucket): boolean {
  return mayWithOwned(world, user, permission, asOwned(bucket));
}

/** The same for whatever somebody owns. */
export function mayWithOwned(world: WorldView, user: User | undefined, permission: string, thing: Owned): boolean {
  const required = world.roles[ANONYMOUS]?.resources[thing.type]?.[permission];
  return (
    may(world, user, permission, targetOf(thing)) ||
    isAllowedBesides(world, user, permission, thing) ||
    // What everybody may who may something else: comment on what one reads, for instance.
    (typeof required === "object" && "requires" in required && mayWithOwned(world, user, required.requires, thing))
  );
}

/**
 * Who may change or delete something sees it as well: a Superuser makes schemas for a suborganisation, and by the roles
 * alone would not find them again (docs/platform.md#superusers).
 */
export function seesBucket(world: WorldView, user: User | undefined, bucket: Bucket): boolean {
  return seesOwned(world, user, asOwned(bucket));
}

export function seesOwned(world: WorldView, user: User | undefined, thing: Owned): boolean {
  return ["read", "edit", "delete"].some((permission) => mayWithOwned(world, user, permission, thing));
}

/** What is somebody's without being an organisation's of theirs: own things, what was shared with them, what is public. */
export function readsPersonally(world: WorldView, user: User | undefined, bucket: Bucket): boolean {
  return isAllowedBesides(world, user, "read", asOwned(bucket));
}

/** May they look through what an organisation owns? */
export function mayLookThrough(world: WorldView, user: User, resource: ResourceType, organisation: string): boolean {
  return ["read", "edit", "delete"].some((permission) =>
    may(world, user, permission, { type: resource, organisation }),
  );
}

export function typeOf(bucket: Bucket): ResourceType {
  return store.variants[bucket.store].resourceType;
}

export function isPublic({ properties }: Bucket): boolean {
  const sharing = store.SharingOptions.safeParse(properties["sharingOptions"]);
  return sharing.success && sharing.data.public;
}

export function asOwned(bucket: Bucket): Owned {
  const { owner, sharedWith, collaborators } = bucket;
  return { type: typeOf(bucket), owner, public: isPublic(bucket), sharedWith, collaborators };
}

function targetOf({ type, owner, public: isPublicThing, sharedWith = [], collaborators = [] }: Owned) {
  return {
    type,
    ...(owner.type === "org" ? { organisation: owner.id } : { owner: owner.id }),
    public: isPublicThing,
    sharedWith: sharedWith.map(({ organisation }) => organisation),
    collaborators: collaborators.map(({ user }) => user),
  };
}

function isAllowedBesides(world: WorldView, user: User | undefined, permission: string, thing: Owned): boolean {
  const isOwn = user !== undefined && thing.owner.type === "user" && thing.owner.id === user.id;
  const worksOnIt = thing.collaborators?.some((collaborator) => collaborator.user === user?.id) === true;
  switch (permission) {
    case "read":
      return isOwn || worksOnIt || thing.public || isSharedWith(world, user, thing);
    case "edit":
      return isOwn || worksOnIt;
    case "delete":
      return isOwn;
    default:
      return false;
  }
}

function isSharedWith(world: WorldView, user: User | undefined, { sharedWith = [] }: Owned): boolean {
  const heldRoles = sharedWith.length === 0 ? [] : heldRolesOf(world, user);
  return sharedWith.some(({ organisation }) => heldRoles.some((heldRole) => reaches(world, heldRole, organisation)));
}
