import { interactions } from "../../../provider/contract";
import { mayWithOwned, seesOwned } from "../../access/bucket-access";
import { refuse } from "../../refusal";
import type { Comment } from "../../world/interaction-model";
import { withoutEmpty } from "../../world/without-empty";
import { implement, implementList, pageableList } from "../implement";
import { refuseUnlessMayTalk, resourceOf, shown, visibleResource, type Resource } from "./resource";

const getComments = implementList(interactions.getComments, (call) => {
  const resource = visibleResource(call, call.path.resourceType, call.path.resourceId);
  return pageableList(
    call.world.interactions.comments.all().filter((it) => isOn(it, resource)),
    shown,
  );
});

const addComment = implement(interactions.addComment, (call) => {
  const { world, caller, body, now, commit } = call;
  const resource = visibleResource(call, call.path.resourceType, call.path.resourceId);
  refuseUnlessMayTalk(call, "comment", resource);
  const answered = body.replyTo === undefined ? undefined : world.interactions.comments.get(body.replyTo);
  if (body.replyTo !== undefined && (answered === undefined || !isOn(answered, resource) || "replyTo" in answered)) {
    const message = `there is no comment ${body.replyTo} on ${resource.type} ${resource.id}, or it is a reply itself`;
    throw refuse.invalid([{ field: "replyTo", message }]);
  }
  const comment: Comment = withoutEmpty({
    id: world.interactions.comments.nextId,
    resourceType: resource.type,
    resource: resource.id,
    ...body,
    author: caller.id,
    created: now(),
  });
  commit({ type: "commentAdded", comment });
  return shown(comment);
});

const deleteComment = implement(interactions.deleteComment, (call) => {
  const { world, caller, path, commit } = call;
  const comment = world.interactions.comments.get(path.commentId);
  const resource = comment === undefined ? undefined : resourceOf(world, comment.resourceType, comment.resource);
  if (comment === undefined || resource === undefined || !seesOwned(world, caller, resource.owned)) {
    throw refuse.absent(`comment ${path.commentId}`);
  }
  if (comment.author === caller.id) {
    // Whoever may not take part in the discussion any more does not change it either.
    refuseUnlessMayTalk(call, "comment", resource);
  } else if (!mayWithOwned(world, caller, "edit", resource.owned)) {
    throw refuse.forbidden(`Comment ${comment.id} is not yours, and you may not edit ${resource.type} ${resource.id}.`);
  }
  commit({ type: "commentRemoved", id: comment.id });
  return { error: false, message: `Comment ${comment.id} is deleted.` };
});

export const comments = [getComments, addComment, deleteComment];

function isOn({ resourceType, resource }: Comment, { type, id }: Resource): boolean {
  return resourceType === type && resource === id;
}
