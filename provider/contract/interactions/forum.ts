import { z } from "zod";
import { nameOfSomething } from "../accounts/service";
import { designed } from "../evidence";
import { Feedback, milliseconds, readModel, sentModel } from "../models";
import { operation } from "../operation";
import { service, writtenText } from "./service";

const written = {
  id: z.string().min(1),
  author: z.string().describe("Id of the user who wrote it."),
  created: milliseconds,
};

export const ForumTopic = readModel("ForumTopic", "A topic of the forum.", {
  ...written,
  title: z.string(),
  posts: z.number().int().describe("How many posts it has."),
});

export const ForumPost = readModel("ForumPost", "A post on a topic of the forum.", {
  ...written,
  topic: z.string().min(1).describe("Id of the topic."),
  text: z.string(),
});

export const NewForumTopic = sentModel("NewForumTopic", "A topic to open, with its first post.", {
  title: nameOfSomething.describe("Title, 1 to 200 characters."),
  text: writtenText,
});

export const NewForumPost = sentModel("NewForumPost", "A post to write.", { text: writtenText });

const evidence = designed("platform#forum", "the forum");
const ofTopic = {
  tag: "Forum",
  path: "/forum/topics/{topicId}",
  pathParameters: { topicId: z.string().min(1).max(100).describe("Id of the topic.") },
  evidence,
} as const;

export const getForumTopics = operation(service, {
  id: "getForumTopics",
  tag: "Forum",
  method: "GET",
  path: "/forum/topics",
  summary: "The topics of the forum, the oldest first",
  answer: z.array(ForumTopic),
  paged: true,
  evidence,
});

export const createForumTopic = operation(service, {
  id: "createForumTopic",
  tag: "Forum",
  method: "POST",
  path: "/forum/topics",
  summary: "Open a topic",
  body: NewForumTopic,
  answer: ForumTopic,
  status: 201,
  refusals: [422],
  evidence,
});

export const deleteForumTopic = operation(service, {
  ...ofTopic,
  id: "deleteForumTopic",
  method: "DELETE",
  summary: "Delete a topic with its posts",
  description: "By its author, and by administrators.",
  answer: Feedback,
  refusals: [404],
});

export const getForumPosts = operation(service, {
  ...ofTopic,
  id: "getForumPosts",
  method: "GET",
  path: "/forum/topics/{topicId}/posts",
  summary: "The posts on a topic, the oldest first",
  answer: z.array(ForumPost),
  paged: true,
  refusals: [404],
});

export const addForumPost = operation(service, {
  ...ofTopic,
  id: "addForumPost",
  method: "POST",
  path: "/forum/topics/{topicId}/posts",
  summary: "Write a post on a topic",
  body: NewForumPost,
  answer: ForumPost,
  status: 201,
  refusals: [404, 422],
});
