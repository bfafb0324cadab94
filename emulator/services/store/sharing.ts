import type { store } from "../../../provider/contract";
import { seesUser } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { Bucket } from "../../world/bucket-model";
import { statusOf } from "../../world/user-status";
import { implement, type Platform, type Visitor } from "../implement";
import { detailsWithFiles } from "./shown-bucket";
import { changeOf, editable, nameOf, visible } from "./visible-bucket";

export function sharing(of: store.Store) {
  const { name } = of.variant;
  return [
    // With any organisation that there is, as organisations are shared themselves.
    implement(of.shareBucket, (call) => {
      const bucket = editable(call, name, call.path);
      const { orgId } = call.path;
      if (call.world.organisations.get(orgId) === undefined) {
        throw refuse.absent(`organisation ${orgId}`);
      }
      if (bucket.owner.type === "org" && bucket.owner.id === orgId) {
        throw refuse.taken(`The ${nameOf(bucket)} is organisation ${orgId}'s own.`);
      }
      if (isShared(bucket, orgId)) {
        throw refuse.taken(`The ${nameOf(bucket)} is shared with organisation ${orgId} already.`);
      }
      call.commit({ type: "bucketShared", ...changeOf(call, bucket), organisation: orgId, by: call.caller.id });
      return detailsWithFiles(call.world, visible(call, name, call.path));
    }),

    implement(of.unshareBucket, (call) => {
      const bucket = editable(call, name, call.path);
      const { orgId } = call.path;
      if (!isShared(bucket, orgId)) {
        throw refuse.absent(`share of ${nameOf(bucket)} with organisation ${orgId}`);
      }
      call.commit({ type: "bucketUnshared", ...changeOf(call, bucket), organisation: orgId });
      return { error: false, message: `The ${nameOf(bucket)} is no longer shared with organisation ${orgId}.` };
    }),

    // A user whom the caller sees: one knows users by their names, in one's own organisations.
    implement(of.addCollaborator, (call) => {
      const bucket = editable(call, name, call.path);
      const { userId } = call.path;
      refuseUnlessSeen(call, userId);
      if (worksOn(bucket, userId)) {
        throw refuse.taken(`User ${userId} works on ${nameOf(bucket)} already.`);
      }
      call.commit({ type: "collaboratorAdded", ...changeOf(call, bucket), user: userId, by: call.caller.id });
      return detailsWithFiles(call.world, visible(call, name, call.path));
    }),

    implement(of.removeCollaborator, (call) => {
      const bucket = editable(call, name, call.path);
      const { userId } = call.path;
      if (!worksOn(bucket, userId)) {
        throw refuse.absent(`collaborator ${userId} of ${nameOf(bucket)}`);
      }
      call.commit({ type: "collaboratorRemoved", ...changeOf(call, bucket), user: userId });
      return { error: false, message: `User ${userId} no longer works on ${nameOf(bucket)}.` };
    }),
  ];
}

function isShared({ sharedWith = [] }: Bucket, organisation: string): boolean {
  return sharedWith.some((share) => share.organisation === organisation);
}

function worksOn({ collaborators = [] }: Bucket, user: string): boolean {
  return collaborators.some((collaborator) => collaborator.user === user);
}

function refuseUnlessSeen({ world, caller }: Platform & Visitor, id: string): void {
  const user = world.users.get(id);
  if (user === undefined || statusOf(user) === "deleted" || !seesUser(world, caller, user)) {
    throw refuse.absent(`user ${id}`);
  }
}
