import type { Client } from "../../client";
import { connection } from "../connection";
import { outputForm } from "../output-form";
import type {
  CommentResult,
  ForumTopicResult,
  GetForumPostsArgs,
  GetTasksArgs,
  NoteResult,
  OfResourceArgs,
  TaskResult,
  WrittenResult,
} from "./types";

/**
 * Lists the comments on a resource, the oldest first, each with the replies to it.
 *
 * Fails with HC3005 if there is no such resource. Cost: the pages of the list.
 */
export async function getComments(args: OfResourceArgs): Promise<readonly CommentResult[]> {
  const { commentsOn } = await interactionService();
  return commentsOn(args);
}

/** `getComments` with outputs for its arguments and its result. */
export const getCommentsOutput = outputForm(getComments);

/**
 * Lists the notes of the account that runs Pulumi on a resource, the oldest first. Nobody sees the notes of others.
 *
 * Fails with HC3005 if there is no such resource. Cost: the pages of the list.
 */
export async function getNotes(args: OfResourceArgs): Promise<readonly NoteResult[]> {
  const { notesOn } = await interactionService();
  return notesOn(args);
}

/** `getNotes` with outputs for its arguments and its result. */
export const getNotesOutput = outputForm(getNotes);

/** Lists tasks that you can see: all, those on a resource, or those of a user. Cost: the pages of the list. */
export async function getTasks(args: GetTasksArgs = {}): Promise<readonly TaskResult[]> {
  const { tasks } = await interactionService();
  return tasks(args);
}

/** `getTasks` with outputs for its arguments and its result. */
export const getTasksOutput = outputForm(getTasks);

/** Lists the topics of the forum, the oldest first. Cost: the pages of the list. */
export async function getForumTopics(): Promise<readonly ForumTopicResult[]> {
  const { topics } = await interactionService();
  return topics();
}

/** `getForumTopics` with an output for its result. */
export const getForumTopicsOutput = outputForm(getForumTopics);

/**
 * Lists the posts on a topic of the forum, the oldest first.
 *
 * Fails with HC3005 if there is no such topic. Cost: the pages of the list.
 */
export async function getForumPosts(args: GetForumPostsArgs): Promise<readonly WrittenResult[]> {
  const { postsOn } = await interactionService();
  return postsOn(args);
}

/** `getForumPosts` with outputs for its arguments and its result. */
export const getForumPostsOutput = outputForm(getForumPosts);

/** Loaded at the first call: a program that asks nothing pays nothing. */
async function interactionService() {
  const { lookUpInteractions } = require("./look-up") as typeof import("./look-up");
  const client: Client = connection();
  return Promise.resolve(lookUpInteractions(client));
}

export type {
  CommentResult,
  ForumTopicResult,
  GetForumPostsArgs,
  GetTasksArgs,
  NoteResult,
  OfResourceArgs,
  TaskResult,
  WrittenResult,
} from "./types";
