import type { Example } from "./example";

/** On the transformation project that was made last. */
const onProject: Example["path"] = {
  resourceType: "TransformationProject",
  resourceId: ({ bucketOf }) => `org.1.${bucketOf("projects")}`,
};
const text = () => ({ text: "Schaut bitte noch einmal hin." });
const ofTask: Example = { path: { taskId: "1" } };
const ofTopic: Example = { path: { topicId: "1" } };

/** One call of each operation of the interactions. */
export const interactionExamples: Readonly<Record<string, Example>> = {
  addComment: { path: onProject, body: text },
  getComments: { path: onProject },
  deleteComment: { path: { commentId: "1" } },

  createTask: { path: onProject, body: () => ({ title: "Zuordnung prüfen", text: "Bis Freitag", assignee: "1" }) },
  getAssignees: { path: onProject },
  getTasks: {},
  getTask: ofTask,
  updateTask: { ...ofTask, body: () => ({ status: "inProgress" }) },
  replyToTask: { ...ofTask, body: text },
  getTaskReplies: ofTask,
  deleteTask: ofTask,

  addNote: { path: onProject, body: text },
  getNotes: { path: onProject },
  updateNote: { path: { noteId: "1" }, body: text },
  deleteNote: { path: { noteId: "1" } },

  createForumTopic: { body: () => ({ title: "Neue Fassung", text: "Was ist neu?" }) },
  getForumTopics: {},
  addForumPost: { ...ofTopic, body: text },
  getForumPosts: ofTopic,
  deleteForumTopic: ofTopic,
};
