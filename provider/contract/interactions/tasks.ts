import { z } from "zod";
import { designed } from "../evidence";
import { Feedback, milliseconds, readModel, sentModel } from "../models";
import { operation } from "../operation";
import { ofResource, service, writtenText } from "./service";

/** Which values the platform has is not public (docs/platform.md#tasks). */
export const taskStatuses = ["open", "inProgress", "done", "rejected"] as const;
const status = z.enum(taskStatuses);

export const TaskReply = readModel("TaskReply", "A reply to a task.", {
  id: z.string().min(1),
  text: z.string(),
  author: z.string().describe("Id of the user who wrote it."),
  created: milliseconds,
});

export const TaskInfo = readModel("TaskInfo", "A task on a resource.", {
  id: z.string().min(1),
  ...ofResource,
  title: z.string(),
  text: z.string().optional(),
  status,
  assignee: z.string().optional().describe("Id of the user who is to do it."),
  author: z.string().describe("Id of the user who created it."),
  created: milliseconds,
  lastModified: milliseconds,
});
export type TaskInfo = z.output<typeof TaskInfo>;

/** Two tasks may have the same title. */
const title = z
  .string()
  .max(250)
  .regex(
    /^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u,
    "a title of 1 to 250 characters on one line, without white space at either end",
  )
  .describe("Title, 1 to 250 characters.");

/** Somebody who can be given a task. */
export const Assignee = readModel("Assignee", "A user who can be given a task on a resource.", {
  id: z.string().min(1),
  fullName: z.string().optional(),
});

const assignee = z.string().max(100);

const told = {
  title,
  text: z.string().max(10_000).optional().describe("What is to be done."),
  status: status.optional().describe("Default: `open`."),
  assignee: assignee
    .optional()
    .describe("Id of a user who sees the resource. The user gets a mail, if the user wants mails about tasks."),
};

export const NewTask = sentModel("NewTask", "A task to create.", told);

export const TaskUpdate = sentModel(
  "TaskUpdate",
  "Changes to a task: a field that you leave out stays as it is; an empty text clears it.",
  {
    ...told,
    title: told.title.optional(),
  },
);

export const NewTaskReply = sentModel("NewTaskReply", "A reply to write.", { text: writtenText });

const ofTask = {
  tag: "Tasks",
  path: "/tasks/{taskId}",
  pathParameters: { taskId: z.string().min(1).max(100).describe("Id of the task.") },
  evidence: designed("platform#tasks", "the section «Tasks»"),
} as const;

export const getTasks = operation(service, {
  id: "getTasks",
  tag: "Tasks",
  method: "GET",
  path: "/tasks",
  summary: "All tasks on resources that the caller can see, ordered by id",
  query: {
    ...ofResource,
    assignee: assignee.describe("Only the tasks of this user."),
  },
  answer: z.array(TaskInfo),
  paged: true,
  evidence: ofTask.evidence,
});

export const getTask = operation(service, {
  ...ofTask,
  id: "getTask",
  method: "GET",
  summary: "A task",
  answer: TaskInfo,
  refusals: [404],
});

export const getAssignees = operation(service, {
  id: "getAssignees",
  tag: "Tasks",
  method: "GET",
  path: "/assignees/{resourceType}/{resourceId}",
  summary: "The users whom the caller can give a task on a resource: those who see it, ordered by id",
  pathParameters: ofResource,
  answer: z.array(Assignee),
  paged: true,
  refusals: [404],
  evidence: designed("platform#tasks", "the choice of an assignee"),
});

export const createTask = operation(service, {
  id: "createTask",
  tag: "Tasks",
  method: "POST",
  path: "/tasks/{resourceType}/{resourceId}",
  summary: "Create a task on a resource",
  pathParameters: ofResource,
  body: NewTask,
  answer: TaskInfo,
  status: 201,
  refusals: [404, 422],
  evidence: ofTask.evidence,
});

export const updateTask = operation(service, {
  ...ofTask,
  id: "updateTask",
  method: "PUT",
  summary: "Change a task",
  description: "By its author, by those who may create tasks on the resource, and by its assignee.",
  body: TaskUpdate,
  answer: TaskInfo,
  refusals: [404, 422],
});

export const deleteTask = operation(service, {
  ...ofTask,
  id: "deleteTask",
  method: "DELETE",
  summary: "Delete a task with its replies",
  answer: Feedback,
  refusals: [404],
});

export const getTaskReplies = operation(service, {
  ...ofTask,
  id: "getTaskReplies",
  method: "GET",
  path: "/tasks/{taskId}/replies",
  summary: "The replies to a task, the oldest first",
  answer: z.array(TaskReply),
  paged: true,
  refusals: [404],
});

export const replyToTask = operation(service, {
  ...ofTask,
  id: "replyToTask",
  method: "POST",
  path: "/tasks/{taskId}/replies",
  summary: "Reply to a task",
  body: NewTaskReply,
  answer: TaskReply,
  status: 201,
  refusals: [404, 422],
  evidence: designed("platform#tasks", "the permission replyToTask"),
});
