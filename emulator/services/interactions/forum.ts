import { interactions } from "../../../provider/contract";
import { refuse } from "../../refusal";
import type { ForumTopic } from "../../world/interaction-model";
import type { WorldView } from "../../world/world";
import { implement, implementList, pageableList } from "../implement";

/** Everybody who is logged in reads and writes: the roles say nothing of the forum. */
const getForumTopics = implementList(interactions.getForumTopics, ({ world }) =>
  pageableList(world.interactions.topics.all(), (topic) => shown(world, topic)),
);

const createForumTopic = implement(interactions.createForumTopic, ({ world, caller, body, now, commit }) => {
  const written = { author: caller.id, created: now() };
  const topic = { id: world.interactions.topics.nextId, title: body.title, ...written };
  const post = { id: world.interactions.posts.nextId, topic: topic.id, text: body.text, ...written };
  commit({ type: "topicOpened", topic, post });
  return shown(world, topic);
});

const deleteForumTopic = implement(interactions.deleteForumTopic, ({ world, caller, path, commit }) => {
  const topic = topicOf(world, path.topicId);
  if (topic.author !== caller.id && !caller.administrator) {
    throw refuse.forbidden(`Topic ${topic.id} is not yours.`);
  }
  commit({ type: "topicRemoved", id: topic.id });
  return { error: false, message: `Topic ${topic.id} is deleted.` };
});

const getForumPosts = implementList(interactions.getForumPosts, ({ world, path }) =>
  pageableList(postsOn(world, topicOf(world, path.topicId)), (post) => post),
);

const addForumPost = implement(interactions.addForumPost, ({ world, caller, path, body, now, commit }) => {
  const { id: topic } = topicOf(world, path.topicId);
  const post = { id: world.interactions.posts.nextId, topic, text: body.text, author: caller.id, created: now() };
  commit({ type: "postAdded", post });
  return post;
});

export const forum = [getForumTopics, createForumTopic, deleteForumTopic, getForumPosts, addForumPost];

function topicOf({ interactions: { topics } }: WorldView, id: string): ForumTopic {
  const topic = topics.get(id);
  if (topic === undefined) {
    throw refuse.absent(`topic ${id} in the forum`);
  }
  return topic;
}

function shown(world: WorldView, topic: ForumTopic) {
  return { ...topic, posts: postsOn(world, topic).length };
}

function postsOn({ interactions: { posts } }: WorldView, { id }: ForumTopic) {
  return posts.all().filter(({ topic }) => topic === id);
}
