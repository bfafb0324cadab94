/** The resource whose comments or notes are looked up. */
export interface OfResourceArgs {
  /**
   * Id of a bucket, a schema, a transformation project or a theme.
   */
  readonly resource: string;
}

/** A text that somebody wrote. */
export interface WrittenResult {
  readonly id: string;
  readonly text: string;
  /** Id of the user who wrote it. */
  readonly author: string;
  /** When it was written, in milliseconds since 1970. */
  readonly created: number;
}

/** A comment with the replies to it. */
export interface CommentResult extends WrittenResult {
  /** The replies, the oldest first. */
  readonly replies: readonly WrittenResult[];
}

/** A note of the account that runs Pulumi. */
export interface NoteResult extends WrittenResult {
  /** When it was last changed, in milliseconds since 1970. */
  readonly lastModified: number;
}

/** Which tasks are looked up. Leave both out for all tasks that you can see. */
export interface GetTasksArgs {
  /** Id of the resource, as for `getComments`. */
  readonly resource?: string | undefined;
  /** Id of the user who is to do them. */
  readonly assignee?: string | undefined;
}

/** A task. */
export interface TaskResult {
  readonly id: string;
  /** Id of the resource on which it is. */
  readonly resource: string;
  readonly title: string;
  readonly text?: string;
  /** `open`, `inProgress`, `done` or `rejected`. */
  readonly status: string;
  /** Id of the user who is to do it. */
  readonly assignee?: string;
  /** Id of the user who created it. */
  readonly author: string;
  /** When it was created, in milliseconds since 1970. */
  readonly created: number;
}

/** A topic of the forum. */
export interface ForumTopicResult {
  readonly id: string;
  readonly title: string;
  /** How many posts it has. */
  readonly posts: number;
  /** Id of the user who opened it. */
  readonly author: string;
  /** When it was opened, in milliseconds since 1970. */
  readonly created: number;
}

/** The topic whose posts are looked up. */
export interface GetForumPostsArgs {
  /** Id of the topic. */
  readonly topic: string;
}
