import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, milliseconds, readModel, sentModel } from "../models";
import { operation } from "../operation";
import { ofResource, service, writtenText } from "./service";

export const Comment = readModel("Comment", "A comment on a resource, or a reply to one.", {
  id: z.string().min(1),
  ...ofResource,
  text: z.string(),
  replyTo: z.string().optional().describe("Id of the comment to which this one replies."),
  author: z.string().describe("Id of the user who wrote it."),
  created: milliseconds,
});
export type Comment = z.output<typeof Comment>;

export const NewComment = sentModel("NewComment", "A comment to write.", {
  text: writtenText,
  replyTo: z.string().max(100).optional().describe("Id of a comment on the same resource, which is no reply itself."),
});

const onResource = {
  tag: "Comments",
  path: "/comments/{resourceType}/{resourceId}",
  pathParameters: ofResource,
  evidence: designed("platform#discussions", "the section «Discussion»"),
} as const;

export const getComments = operation(service, {
  ...onResource,
  id: "getComments",
  method: "GET",
  summary: "The comments on a resource and the replies to them, the oldest first",
  answer: z.array(Comment),
  access: "public",
  paged: true,
  refusals: [404],
});

export const addComment = operation(service, {
  ...onResource,
  id: "addComment",
  method: "POST",
  summary: "Comment on a resource, or reply to a comment",
  body: NewComment,
  answer: Comment,
  status: 201,
  refusals: [404, 422],
});

export const deleteComment = operation(service, {
  id: "deleteComment",
  tag: "Comments",
  method: "DELETE",
  path: "/comments/{commentId}",
  summary: "Delete a comment with the replies to it",
  description: "By its author, and by those who may edit the resource.",
  pathParameters: { commentId: z.string().min(1).max(100).describe("Id of the comment.") },
  answer: Feedback,
  refusals: [404],
  evidence: onResource.evidence,
});
