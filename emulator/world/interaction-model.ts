import { z } from "zod";
import { interactions, milliseconds } from "../../provider/contract";

const id = z.string();
/** `resource`: the combined id. It ends with an id that is never given twice. */
const onResource = { id, resourceType: z.string(), resource: z.string() };
const written = { author: id, created: milliseconds };

export const Comment = z.strictObject({ ...onResource, text: z.string(), replyTo: id.optional(), ...written });
export type Comment = z.output<typeof Comment>;

export const TaskReply = z.strictObject({ id, text: z.string(), ...written });
export type TaskReply = z.output<typeof TaskReply>;

const status = z.enum(interactions.taskStatuses);

export const Task = z.strictObject({
  ...onResource,
  title: z.string(),
  text: z.string().optional(),
  status,
  assignee: id.optional(),
  ...written,
  lastModified: milliseconds,
});
export type Task = z.output<typeof Task>;

/** An empty text clears a field. */
export const TaskChanges = z.strictObject({
  title: z.string().optional(),
  text: z.string().optional(),
  status: status.optional(),
  assignee: z.string().optional(),
});
export type TaskChanges = z.output<typeof TaskChanges>;

export const Note = z.strictObject({ ...onResource, text: z.string(), ...written, lastModified: milliseconds });
export type Note = z.output<typeof Note>;

export const ForumTopic = z.strictObject({ id, title: z.string(), ...written });
export type ForumTopic = z.output<typeof ForumTopic>;

export const ForumPost = z.strictObject({ id, topic: id, text: z.string(), ...written });
export type ForumPost = z.output<typeof ForumPost>;
