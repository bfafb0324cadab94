import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import type { Platform } from "../implement";
import { nameOf } from "./visible-bucket";

/** A schema stays while it has profiles: they mean nothing without it. */
export function refuseWhileInUse({ world }: Platform, bucket: Bucket): void {
  const profiles = world.contents.profilesOf(bucket.id);
  if (profiles.length > 0) {
    const names = profiles.map(({ name }) => `"${name}"`).join(", ");
    throw refuse.taken(
      `The ${nameOf(bucket)} has profiles, which mean nothing without it: ${names}. Delete them first.`,
    );
  }
}
