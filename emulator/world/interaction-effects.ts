import type { Collections } from "./collections";
import type { InteractionEvent } from "./interaction-events";

type Effects = { readonly [E in InteractionEvent as E["type"]]: (world: Collections, event: E) => void };

/** What each event of comments, tasks, notes and the forum does to the world. */
export const interactionEffects: Effects = {
  commentAdded: ({ interactions }, { comment }) => interactions.comments.add(comment),
  commentRemoved: ({ interactions }, { id }) => interactions.removeComment(id),
  taskCreated: ({ interactions }, { task }) => interactions.tasks.add(task),
  taskChanged: ({ interactions }, { id, at, changes }) =>
    interactions.tasks.change(id, { ...changes, lastModified: at }),
  taskReplied: ({ interactions }, { task, reply }) => interactions.reply(task, reply),
  taskRemoved: ({ interactions }, { id }) => interactions.removeTask(id),
  noteAdded: ({ interactions }, { note }) => interactions.notes.add(note),
  noteChanged: ({ interactions }, { id, at, text }) => interactions.notes.change(id, { text, lastModified: at }),
  noteRemoved: ({ interactions }, { id }) => interactions.notes.remove(id),
  topicOpened: ({ interactions }, { topic, post }) => {
    interactions.topics.add(topic);
    interactions.posts.add(post);
  },
  topicRemoved: ({ interactions }, { id }) => interactions.removeTopic(id),
  postAdded: ({ interactions }, { post }) => interactions.posts.add(post),
};
