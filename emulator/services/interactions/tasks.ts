import { interactions } from "../../../provider/contract";
import { seesOwned } from "../../access/bucket-access";
import { seesUser } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { Task } from "../../world/interaction-model";
import type { User } from "../../world/model";
import { statusOf } from "../../world/user-status";
import { withoutEmpty } from "../../world/without-empty";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { mayTalk, refuseUnlessMayTalk, resourceOf, visibleResource, type Resource } from "./resource";

type Context = Platform & Visitor;

const getTasks = implementList(interactions.getTasks, (call) => {
  const { resourceType, resourceId, assignee } = call.query;
  const isWanted = (task: Task): boolean =>
    (resourceType === undefined || task.resourceType === resourceType) &&
    (resourceId === undefined || task.resource === resourceId) &&
    (assignee === undefined || task.assignee === assignee);
  return pageableList(
    call.world.interactions.tasks.all().filter((task) => isWanted(task) && placeOf(call, task) !== undefined),
    shown,
  );
});

const getTask = implement(interactions.getTask, (call) => shown(visibleTask(call, call.path.taskId).task));

const getAssignees = implementList(interactions.getAssignees, (call) => {
  const resource = visibleResource(call, call.path.resourceType, call.path.resourceId);
  return pageableList(
    call.world.users.all().filter((user) => isKnown(call, user) && seesOwned(call.world, user, resource.owned)),
    ({ id, fullName }) => ({ id, fullName }),
  );
});

const createTask = implement(interactions.createTask, (call) => {
  const { world, caller, body, now, commit } = call;
  const resource = visibleResource(call, call.path.resourceType, call.path.resourceId);
  refuseUnlessMayTalk(call, "createTask", resource);
  const assignee = assigneeOf(call, body.assignee, resource);
  const at = now();
  const task: Task = withoutEmpty({
    id: world.interactions.tasks.nextId,
    resourceType: resource.type,
    resource: resource.id,
    ...body,
    status: body.status ?? "open",
    author: caller.id,
    created: at,
    lastModified: at,
  });
  commit({ type: "taskCreated", task });
  tell(call, assignee, task);
  return shown(task);
});

/** By its author, and by those who may make tasks there. Whoever is to do it sets its status, and nothing else. */
const updateTask = implement(interactions.updateTask, (call) => {
  const { world, caller, body, now, commit } = call;
  const { task, resource } = visibleTask(call, call.path.taskId);
  if (task.author !== caller.id && !mayTalk(world, caller, "createTask", resource)) {
    if (task.assignee !== caller.id) {
      throw refuse.forbidden(`Task ${task.id} is neither yours nor for you, and you may not create tasks there.`);
    }
    if (Object.entries(body).some(([name, value]) => name !== "status" && value !== task[name as keyof Task])) {
      throw refuse.forbidden(`Task ${task.id} is for you, but not yours: you may change only its status.`);
    }
  }
  const assignee = body.assignee === task.assignee ? undefined : assigneeOf(call, body.assignee, resource);
  commit({ type: "taskChanged", id: task.id, at: Math.max(now(), task.lastModified + 1), changes: body });
  const changed = visibleTask(call, task.id).task;
  tell(call, assignee, changed);
  return shown(changed);
});

const deleteTask = implement(interactions.deleteTask, (call) => {
  const { world, caller, commit } = call;
  const { task, resource } = visibleTask(call, call.path.taskId);
  if (task.author !== caller.id && !mayTalk(world, caller, "createTask", resource)) {
    throw refuse.forbidden(`Task ${task.id} is not yours, and you may not create tasks there.`);
  }
  commit({ type: "taskRemoved", id: task.id });
  return { error: false, message: `Task ${task.id} is deleted.` };
});

const getTaskReplies = implementList(interactions.getTaskReplies, (call) =>
  pageableList(call.world.interactions.repliesTo(visibleTask(call, call.path.taskId).task.id), (it) => it),
);

const replyToTask = implement(interactions.replyToTask, (call) => {
  const { world, caller, body, now, commit } = call;
  const { task, resource } = visibleTask(call, call.path.taskId);
  refuseUnlessMayTalk(call, "replyToTask", resource);
  const number = world.interactions.repliesTo(task.id).length + 1;
  const reply = { id: `${task.id}.${String(number)}`, text: body.text, author: caller.id, created: now() };
  commit({ type: "taskReplied", task: task.id, reply });
  return reply;
});

export const tasks = [getTasks, getTask, getAssignees, createTask, updateTask, deleteTask, getTaskReplies, replyToTask];

function visibleTask(call: Context, id: string): { readonly task: Task; readonly resource: Resource } {
  const task = call.world.interactions.tasks.get(id);
  const resource = task === undefined ? undefined : placeOf(call, task);
  if (task === undefined || resource === undefined) {
    throw refuse.absent(`task ${id}`);
  }
  return { task, resource };
}

/** The resource of a task, for those who see it. */
function placeOf({ world, visitor }: Context, task: Task): Resource | undefined {
  const resource = resourceOf(world, task.resourceType, task.resource);
  return resource !== undefined && seesOwned(world, visitor, resource.owned) ? resource : undefined;
}

/** Somebody whom the caller sees, and who sees the resource: nobody else could do it. */
function assigneeOf(call: Context, id: string | undefined, resource: Resource): User | undefined {
  if (id === undefined || id === "") {
    return undefined;
  }
  const { world } = call;
  const user = world.users.get(id);
  if (user === undefined || !isKnown(call, user)) {
    throw refuse.invalid([
      { field: "assignee", message: `there is no user ${id}, or you are not allowed to see the user` },
    ]);
  }
  if (!seesOwned(world, user, resource.owned)) {
    const message = `user ${id} is not allowed to see ${resource.type} ${resource.id}`;
    throw refuse.invalid([{ field: "assignee", message }]);
  }
  return user;
}

function isKnown({ world, caller }: Context, user: User): boolean {
  return statusOf(user) !== "deleted" && seesUser(world, caller, user);
}

/** To whom a task is newly given, if the user wants that (docs/platform.md#task-notifications). */
function tell({ outbox }: Context, assignee: User | undefined, { title }: Task): void {
  if (assignee?.taskNotifications === true) {
    outbox.post({ to: assignee.email, subject: `New task on hale»connect: "${title}"` });
  }
}

/** Field by field, so that the order does not depend on what was changed. */
function shown({ id, resourceType, resource, title, text, status, assignee, author, created, lastModified }: Task) {
  const told = { id, resourceType, resourceId: resource, title, text, status, assignee };
  return withoutEmpty({ ...told, author, created, lastModified });
}
