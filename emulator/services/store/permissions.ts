import { store } from "../../../provider/contract";
import { mayWithBucket } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import { implement } from "../implement";

/** 403 is the normal negative answer, which hale studio expects (docs/platform.md#refusals), also for what is not there. */
export function permissions(of: store.Store) {
  const { name } = of.variant;
  return [
    implement(of.testBucketPermission, ({ path: { permission, combinedBucketId }, world, visitor }) => {
      const key = store.readCombinedId(combinedBucketId);
      const bucket = key === undefined ? undefined : world.buckets.get(name, key);
      if (bucket === undefined || !mayWithBucket(world, visitor, permission, bucket)) {
        throw refuse.forbidden(`You lack the permission ${permission} for ${combinedBucketId}.`);
      }
      return undefined;
    }),
  ];
}
