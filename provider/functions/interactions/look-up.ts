import type { Client, Listing } from "../../client";
import { interactions } from "../../contract";
import { orAbsent, resourceAddress, resourceId, resourceIdOf } from "../../kinds";
import { argumentsOf, needed, notThere, textInAddress, text, type ArgumentSpec } from "../arguments";
import { withoutUndefined } from "../results";
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

const resourceSpec: ArgumentSpec = {
  type: resourceId,
  expected:
    "the id of a bucket, a schema or a project, such as data/org.599.abe0849a-5110-43a5-81e4-5880fce3f398, or the id of a theme, such as org.599.abe0849a-5110-43a5-81e4-5880fce3f398",
};

/** What people write to each other. */
export function lookUpInteractions(client: Client) {
  return {
    commentsOn: async (given: OfResourceArgs): Promise<CommentResult[]> => {
      const args = argumentsOf<OfResourceArgs>("getComments", given, { resource: needed(resourceSpec) });
      return threadsOf(await itemsOn(args, client.list(interactions.getComments, { path: pathOf(args) })));
    },
    notesOn: async (given: OfResourceArgs): Promise<NoteResult[]> => {
      const args = argumentsOf<OfResourceArgs>("getNotes", given, { resource: needed(resourceSpec) });
      const notes = await itemsOn(args, client.list(interactions.getNotes, { path: pathOf(args) }));
      return notes.map((note) => ({ ...written(note), lastModified: note.lastModified }));
    },
    tasks: async (given: GetTasksArgs): Promise<TaskResult[]> => {
      const args = argumentsOf<GetTasksArgs>("getTasks", given, { resource: resourceSpec, assignee: text });
      const query = {
        ...(args.resource === undefined ? {} : resourceAddress(args.resource)),
        ...(args.assignee === undefined ? {} : { assignee: args.assignee }),
      };
      return (await client.list(interactions.getTasks, { query })).items.map(taskOf);
    },
    topics: async (): Promise<ForumTopicResult[]> =>
      (await client.list(interactions.getForumTopics, {})).items.map(topicOf),
    postsOn: async (given: GetForumPostsArgs): Promise<WrittenResult[]> => {
      const { topic } = argumentsOf<GetForumPostsArgs>("getForumPosts", given, { topic: needed(textInAddress) });
      const found = await orAbsent(client.list(interactions.getForumPosts, { path: { topicId: topic } }));
      return found === undefined ? notThere(`topic ${topic} in the forum`) : found.items.map(written);
    },
  };
}

function pathOf(args: OfResourceArgs) {
  return resourceAddress(args.resource);
}

async function itemsOn<T>(args: OfResourceArgs, list: Promise<Listing<T>>): Promise<readonly T[]> {
  return (await orAbsent(list))?.items ?? notThere(`resource ${args.resource}`);
}

/** A reply whose comment the server does not give stands by itself. */
function threadsOf(all: readonly interactions.Comment[]): CommentResult[] {
  const ids = new Set(all.map(({ id }) => id));
  const isReply = ({ replyTo }: interactions.Comment): boolean => replyTo !== undefined && ids.has(replyTo);
  return all
    .filter((comment) => !isReply(comment))
    .map((comment) => ({
      ...written(comment),
      replies: all.filter((it) => isReply(it) && it.replyTo === comment.id).map(written),
    }));
}

function topicOf({ id, title, posts, author, created }: ForumTopicResult): ForumTopicResult {
  return { id, title, posts, author, created };
}

function written({ id, text: said, author, created }: WrittenResult): WrittenResult {
  return { id, text: said, author, created };
}

function taskOf({
  id,
  title,
  text: said,
  status,
  assignee,
  author,
  created,
  ...address
}: interactions.TaskInfo): TaskResult {
  const resource = resourceIdOf(address);
  return withoutUndefined({ id, resource, title, text: said, status, assignee, author, created });
}
