import { randomUUID } from "node:crypto";
import type { store } from "../../../provider/contract";
import { may } from "../../access/permissions";
import { seesOrganisation, seesUser } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import { statusOf } from "../../world/user-status";
import { implement, type Platform, type Visitor } from "../implement";
import { refuseWhileInUse } from "./in-use";
import { identOf } from "./shown-bucket";
import { changeOf, editable, nameOf, refuseUnless, visible } from "./visible-bucket";

type Context = Platform & Visitor;

export function changing(of: store.Store) {
  const { name } = of.variant;
  return [
    implement(of.createBucketWithOwner, (call) => {
      const { ownerType, ownerId } = call.path;
      const owner = { type: ownerType, id: ownerId };
      refuseUnlessMayCreate(call, of.variant, owner);
      return identOf(createBucket(call, name, owner, call.body));
    }),

    implement(of.setBucketName, (call) => {
      const bucket = editable(call, name, call.path);
      call.commit({ type: "bucketNamed", ...changeOf(call, bucket), name: call.body });
      return { error: false, message: `The ${nameOf(bucket)} is named.` };
    }),

    implement(of.deleteBucket, (call) => {
      const bucket = visible(call, name, call.path);
      refuseUnless(call, "delete", bucket);
      refuseWhileInUse(call, bucket);
      call.commit({ type: "bucketDeleted", store: name, id: bucket.id });
      return { error: false, message: `The ${nameOf(bucket)} is deleted.` };
    }),
  ];
}

/** 404 for an owner whom the caller does not see, 403 where they may not create for it. */
export function refuseUnlessMayCreate(
  call: Context,
  { resourceType, noun }: Pick<store.Variant, "resourceType" | "noun">,
  owner: store.Owner,
): void {
  const { world, caller } = call;
  const whose = owner.type === "org" ? `organisation ${owner.id}` : `user ${owner.id}`;
  if (!isThere(call, owner)) {
    throw refuse.absent(whose);
  }
  const target = owner.type === "org" ? { organisation: owner.id } : { owner: owner.id };
  if (!may(world, caller, "create", { type: resourceType, ...target })) {
    throw refuse.forbidden(
      `You lack the permission ${resourceType}.create, so that you create no ${noun} for ${whose}.`,
    );
  }
}

export function createBucket(
  { now, caller, commit }: Context,
  name: store.StoreName,
  owner: store.Owner,
  form: {
    readonly name?: string | undefined;
    readonly driver?: store.Driver | undefined;
    readonly properties?: Bucket["properties"];
  },
): Bucket {
  const at = now();
  const bucket: Bucket = {
    store: name,
    owner,
    id: randomUUID(),
    driver: form.driver ?? "s3",
    properties: form.properties ?? {},
    ...(form.name === undefined ? {} : { name: form.name }),
    createdBy: caller.id,
    created: at,
    lastModified: at,
  };
  commit({ type: "bucketCreated", bucket });
  return bucket;
}

function isThere({ world, caller }: Context, { type, id }: store.Owner): boolean {
  if (type === "org") {
    return seesOrganisation(world, caller, id);
  }
  const user = world.users.get(id);
  return user !== undefined && statusOf(user) !== "deleted" && seesUser(world, caller, user);
}
