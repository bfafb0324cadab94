import { z } from "zod";
import { milliseconds } from "../../provider/contract";
import { event } from "./event";
import { Comment, ForumPost, ForumTopic, Note, Task, TaskChanges, TaskReply } from "./interaction-model";

const id = z.string();

/** What people write to each other, and to themselves. */
export const interactionEvents = [
  event("commentAdded", { comment: Comment }),
  event("commentRemoved", { id }),
  event("taskCreated", { task: Task }),
  event("taskChanged", { id, at: milliseconds, changes: TaskChanges }),
  event("taskReplied", { task: id, reply: TaskReply }),
  event("taskRemoved", { id }),
  event("noteAdded", { note: Note }),
  event("noteChanged", { id, at: milliseconds, text: z.string() }),
  event("noteRemoved", { id }),
  /** With its first post, so that it is there as a whole or not at all. */
  event("topicOpened", { topic: ForumTopic, post: ForumPost }),
  event("topicRemoved", { id }),
  event("postAdded", { post: ForumPost }),
] as const;
export type InteractionEvent = z.output<(typeof interactionEvents)[number]>;
