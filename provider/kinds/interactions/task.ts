import { z } from "zod";
import type { Listing } from "../../client";
import * as interactions from "../../contract/interactions";
import { heldBy, ownersOf, pageOf } from "../content/content-standing";
import { comparedAs, isSpeltLike } from "../equality";
import { kind, type Fields, type Live, type Obstacle, type Outlook } from "../kind";
import { userObstacles } from "../people/membership";
import { orAbsent } from "../refusals";
import { assigneeObstacles } from "./assignee-obstacles";
import { resourceAddress, resourceId, resourceIdOf } from "./resource-id";
import { resourceObstacles } from "./resource-obstacles";

const form = interactions.NewTask.shape;

const inputs = {
  resource: {
    type: resourceId,
    mark: "replace",
    refersTo: ["Bucket", "Schema", "TransformationProject", "Theme"],
    doc: "The bucket, the schema, the transformation project or the theme on which the task is.",
    source: "platform#interactions",
  },
  title: {
    type: form.title,
    mark: "mutable",
    doc: "Title, 1 to 250 characters on one line. This provider makes only one task of a title on each resource.",
    source: ["platform#tasks", "decisions#exactly-once"],
  },
  text: {
    type: form.text,
    mark: "mutable",
    doc: "What is to be done, up to 10,000 characters.",
    source: "platform#tasks",
  },
  assignee: {
    type: comparedAs("exact", form.assignee),
    mark: "mutable",
    refersTo: "User",
    doc: "The user who is to do it. It has to be a user who sees the resource. The user gets a mail, if the user wants mails about tasks. An empty text takes the task away from the user.",
    source: ["platform#tasks", "platform#task-notifications"],
  },
  status: {
    type: form.status,
    mark: "mutable",
    doc: "How far it is: `open`, `inProgress`, `done` or `rejected`. Leave it out if the assignee sets it: then the provider never resets it.",
    source: ["platform#tasks", "decisions#evidence-for-every-operation"],
  },
} as const satisfies Fields;

/** A task that somebody has to do on a resource (docs/platform.md#tasks). */
export const task = kind({
  name: "Task",
  doc: "A task on a bucket, a schema, a transformation project or a theme. The provider makes it under a working title, without an assignee, and then sets everything at once. So the assignee gets one mail, with the right title.",
  example: [
    'const county = new Organisation("county", { name: "Kreis Muster", parent: "1" });',
    'const roads = new Bucket("roads", { organisation: county, name: "Roads" });',
    'const erika = new User("erika", {',
    '    username: "erika.muster",',
    '    fullName: "Erika Muster",',
    '    email: "erika@kreis-muster.example",',
    "    organisation: county,",
    '    role: "dataManager",',
    "});",
    'new Task("check", { resource: roads, title: "Check the new roads", text: "By Friday", assignee: erika });',
  ].join("\n"),
  inputs,
  outputs: {
    author: {
      type: z.string().optional(),
      doc: "Id of the user who created the task.",
      source: "platform#tasks",
    },
    created: {
      type: z.number().optional(),
      doc: "When it was created, in milliseconds since 1970.",
      source: "platform#tasks",
    },
    lastModified: {
      type: z.number().optional(),
      doc: "When it was last changed, in milliseconds since 1970.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  lossOnDeletion: () => "The replies to it are deleted with it, and nobody can bring them back.",
  reads: [interactions.getTask, interactions.getTasks],
  calls: {
    create: [interactions.createTask, interactions.updateTask],
    update: [interactions.updateTask],
    delete: [interactions.deleteTask],
  },
  identity: {
    type: "marker",
    nameField: "title",
    fields: ["title", "resource"],
    keyOf: ({ resource, title }) => `${resource}/${title}`,
    inWords: ({ resource, title }) => `"${title}" on ${resource}`,
    creator: "author",
    stamp: ["resource", "created"],
    find: async (client, { resource }, workingName) => {
      const found = await client.list(interactions.getTasks, { query: resourceAddress(resource) });
      const isIt = (it: interactions.TaskInfo): boolean =>
        isSpeltLike("text", it.title, workingName) && resourceIdOf(it) === resource;
      return flattenAll({ ...found, items: found.items.filter(isIt) });
    },
  },
  standing: {
    belongsTo: ({ resource }) => ownersOf(resource),
    lists: [""],
    within: ({ resource }) => heldBy(resource),
    page: (values) => pageOf(values, String(values["resource"])),
  },
  list: async (client) => flattenAll(await client.snapshot(interactions.getTasks, {})),
  get: async (client, taskId) => {
    const found = await orAbsent(client.call(interactions.getTask, { path: { taskId } }));
    return found === undefined ? undefined : flatten(found);
  },
  obstacles: async (outlook, declared) => {
    const found = await Promise.all([
      resourceObstacles(outlook, declared.resource),
      givenTo(outlook, declared.resource, declared.assignee),
    ]);
    return found.flat();
  },
  changeObstacles: (outlook, { assignee }, { declared }) => givenTo(outlook, declared.resource, assignee),
  create: async (client, declared, workingName = declared.title) =>
    flatten(
      await client.call(interactions.createTask, {
        path: resourceAddress(declared.resource),
        body: { title: workingName },
      }),
    ),
  update: async (client, taskId, changes) => {
    const { resource: _resource, ...body } = changes;
    return flatten(await client.call(interactions.updateTask, { path: { taskId }, body })).values;
  },
  delete: async (client, taskId) => {
    await orAbsent(client.call(interactions.deleteTask, { path: { taskId } }));
  },
});

async function givenTo(outlook: Outlook, resource: string, assignee: string | undefined): Promise<Obstacle[]> {
  if (assignee === undefined || assignee === "") {
    return [];
  }
  const unknown = await userObstacles(outlook, assignee, "assignee");
  return unknown.length > 0 ? unknown : assigneeObstacles(outlook, resource, assignee);
}

function flatten({
  id,
  resourceType,
  resourceId: combined,
  title,
  text,
  assignee,
  status,
  ...remote
}: interactions.TaskInfo): Live {
  const { author, created, lastModified } = remote;
  const resource = resourceIdOf({ resourceType, resourceId: combined });
  return { id, values: { resource, title, text, assignee, status, author, created, lastModified } };
}

function flattenAll({ items, ...listing }: Listing<interactions.TaskInfo>): Listing<Live> {
  return { ...listing, items: items.map(flatten) };
}
