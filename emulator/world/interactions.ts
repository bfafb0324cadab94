import { Entries } from "./entries";
import type { Comment, ForumPost, ForumTopic, Note, Task, TaskReply } from "./interaction-model";

/** Comments, tasks and notes of resources, and the forum. */
export class Interactions {
  readonly comments = new Entries<Comment>();
  readonly tasks = new Entries<Task>();
  readonly notes = new Entries<Note>();
  readonly topics = new Entries<ForumTopic>();
  readonly posts = new Entries<ForumPost>();
  readonly #replies = new Map<string, readonly TaskReply[]>();

  repliesTo(task: string): readonly TaskReply[] {
    return this.#replies.get(task) ?? [];
  }

  reply(task: string, reply: TaskReply): void {
    this.#replies.set(task, [...this.repliesTo(task), reply]);
  }

  removeTask(id: string): void {
    this.tasks.remove(id);
    this.#replies.delete(id);
  }

  /** The replies to it go with it. */
  removeComment(id: string): void {
    this.comments.removeWhere((it) => it.id === id || it.replyTo === id);
  }

  removeTopic(id: string): void {
    this.topics.remove(id);
    this.posts.removeWhere((it) => it.topic === id);
  }

  /** What was said of a resource goes with it. `id`: the last part of the combined id. */
  dropResource(id: string): void {
    this.#dropWhere((resource) => resource.endsWith(`.${id}`));
  }

  dropOrganisation(id: string): void {
    this.#dropWhere((resource) => resource.startsWith(`org.${id}.`));
  }

  /** What the user wrote stays. What the user was to do is nobody's again. */
  dropUser(id: string): void {
    for (const task of this.tasks.all()) {
      if (task.assignee === id) {
        this.tasks.change(task.id, { assignee: "" });
      }
    }
  }

  #dropWhere(isGone: (resource: string) => boolean): void {
    const isOn = ({ resource }: { readonly resource: string }): boolean => isGone(resource);
    this.comments.removeWhere(isOn);
    this.notes.removeWhere(isOn);
    this.tasks
      .all()
      .filter(isOn)
      .forEach(({ id }) => {
        this.removeTask(id);
      });
  }
}
