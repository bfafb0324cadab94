import { roles, store, type ResourceType } from "../../provider/contract";
import type { Bucket } from "../world/bucket-model";
import type { User } from "../world/model";
import type { WorldView } from "../world/world";
import { heldRolesOf, may, reaches } from "./permissions";

/**
 * What somebody may do with a bucket.
 *
 * The roles of docs/platform.md#roles-and-permissions allow it through organisations. The conditions `owner`, `public`, `shared` and `collaborator`
 * are explained there and used by none of the default roles, although the platform has public things and a user's own.
 * Put together here as: whatever the role, everybody reads what is public and what is shared with an organisation of
 * theirs, a collaborator reads and edits, and a user reads, edits and deletes what is the user's own.
 */
export function mayWithBucket(world: WorldView, user: User | undefined, permission: string, bucket: Bucket): boolean {
  const resource = typeOf(bucket);
  const required = roles.anonymous.resources[resource]?.[permission];
  return (
    may(world, user, permission, targetOf(bucket, resource)) ||
    isAllowedBesides(world, user, permission, bucket) ||
    // What everybody may who may something else: comment on what one reads, for instance.
    (typeof required === "object" && "requires" in required && mayWithBucket(world, user, required.requires, bucket))
  );
}

/**
 * Who may change or delete something sees it as well: a Superuser makes schemas for a suborganisation, and by the roles
 * alone would not find them again (docs/platform.md#superusers).
 */
export function seesBucket(world: WorldView, user: User | undefined, bucket: Bucket): boolean {
  return ["read", "edit", "delete"].some((permission) => mayWithBucket(world, user, permission, bucket));
}

/** What is somebody's without being an organisation's of theirs: own things, what was shared with them, what is public. */
export function readsPersonally(world: WorldView, user: User | undefined, bucket: Bucket): boolean {
  return isAllowedBesides(world, user, "read", bucket);
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

function targetOf(bucket: Bucket, type: ResourceType) {
  const { owner, sharedWith = [], collaborators = [] } = bucket;
  return {
    type,
    ...(owner.type === "org" ? { organisation: owner.id } : { owner: owner.id }),
    public: isPublic(bucket),
    sharedWith: sharedWith.map(({ organisation }) => organisation),
    collaborators: collaborators.map(({ user }) => user),
  };
}

function isAllowedBesides(world: WorldView, user: User | undefined, permission: string, bucket: Bucket): boolean {
  const isOwn = user !== undefined && bucket.owner.type === "user" && bucket.owner.id === user.id;
  const worksOnIt = bucket.collaborators?.some((collaborator) => collaborator.user === user?.id) === true;
  switch (permission) {
    case "read":
      return isOwn || worksOnIt || isPublic(bucket) || isSharedWith(world, user, bucket);
    case "edit":
      return isOwn || worksOnIt;
    case "delete":
      return isOwn;
    default:
      return false;
  }
}

function isSharedWith(world: WorldView, user: User | undefined, { sharedWith = [] }: Bucket): boolean {
  const heldRoles = sharedWith.length === 0 ? [] : heldRolesOf(user);
  return sharedWith.some(({ organisation }) => heldRoles.some((heldRole) => reaches(world, heldRole, organisation)));
}
