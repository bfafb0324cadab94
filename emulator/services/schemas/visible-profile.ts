import { store, type schemas } from "../../../provider/contract";
import { mayWithBucket, seesBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import { combinedIdOf } from "../../world/buckets";
import type { Profile } from "../../world/content-model";
import { profileIdOf } from "../../world/contents";
import type { WorldView } from "../../world/world";
import type { Platform, Visitor } from "../implement";

type Context = Platform & Visitor;

export interface OfProfile {
  readonly ownerType: store.OwnerType;
  readonly ownerId: string;
  readonly profileId: string;
}

/** 404 for what is gone and for what the caller does not get to see, alike (docs/platform.md#refusals). */
export function visibleProfile(call: Context, { ownerType, ownerId, profileId }: OfProfile): Profile {
  const profile = call.world.contents.profile(profileId);
  const isThere = profile?.owner.type === ownerType && profile.owner.id === ownerId;
  if (profile === undefined || !isThere || !seesProfile(call, profile)) {
    throw refuse.absent(`profile ${store.combinedIdOf({ ownerType, ownerId, bucketId: profileId })}`);
  }
  return profile;
}

/** Profiles are no type of the roles (docs/platform.md#roles-and-permissions): those of schemas hold for them. */
export function seesProfile({ world, visitor }: Context, profile: Profile): boolean {
  return seesBucket(world, visitor, asBucket(profile)) && schemaOf(world, profile) !== undefined;
}

export function refuseUnlessMay({ world, visitor }: Context, permission: string, profile: Profile): void {
  if (!mayWithBucket(world, visitor, permission, asBucket(profile))) {
    throw refuse.forbidden(`You lack the permission Schema.${permission} for profile ${profileIdOf(profile)}.`);
  }
}

/** The schema of a profile; undefined where somebody took its bucket away through the store. */
export function schemaOf(world: WorldView, { schema }: Profile): Bucket | undefined {
  return world.buckets.inStore("schemas").find(({ id }) => id === schema);
}

export function profileInfo(world: WorldView, profile: Profile): schemas.ProfileInfo {
  const { id: _id, owner, schema: _schema, ...told } = profile;
  const schema = schemaOf(world, profile);
  return {
    id: profileIdOf(profile),
    ownerType: owner.type,
    ownerId: owner.id,
    schema: schema === undefined ? "" : combinedIdOf(schema),
    ...told,
  };
}

/** As far as permissions ask. */
function asBucket({ owner, id, public: isPublic, createdBy, created, lastModified }: Profile): Bucket {
  const properties = { sharingOptions: { public: isPublic } };
  return { store: "schemas", owner, id, driver: "s3", properties, createdBy, created, lastModified };
}
