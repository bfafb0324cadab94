import { bucket } from "./buckets";
import { inOrder } from "./in-order";
import type { Visitor } from "./visitor";

// A comment, a task and a note that stay, and those that go; the same in the forum.
export async function interactions(admin: Visitor): Promise<void> {
  const { combinedId } = await bucket(admin, "data", "org/2");
  const on = (what: string) => `/interactions/${what}/Bucket/${combinedId}`;
  const topics = "/interactions/forum/topics";
  await inOrder(
    () => admin.post(on("comments"), { text: "Stimmt das?" }),
    () => admin.post(on("comments"), { text: "Ja.", replyTo: "1" }),
    () => admin.post(on("comments"), { text: "Weg damit." }),
    () => admin.delete("/interactions/comments/3"),
    () => admin.post(on("tasks"), { title: "Prüfen", text: "Alles", assignee: "2" }),
    () => admin.post(on("tasks"), { title: "Vergessen" }),
    () => admin.put("/interactions/tasks/1", { status: "inProgress", text: "" }),
    () => admin.post("/interactions/tasks/1/replies", { text: "Gern." }),
    () => admin.delete("/interactions/tasks/2"),
    () => admin.post(on("notes"), { text: "Für mich" }),
    () => admin.put("/interactions/notes/1", { text: "Nur für mich" }),
    () => admin.post(on("notes"), { text: "Weg" }),
    () => admin.delete("/interactions/notes/2"),
    () => admin.post(topics, { title: "Neues", text: "Was?" }),
    () => admin.post(`${topics}/1/posts`, { text: "Nichts." }),
    () => admin.post(topics, { title: "Altes", text: "Weg" }),
    () => admin.delete(`${topics}/2`),
  );
}

export async function interactionsOf(admin: Visitor): Promise<string[]> {
  const { body } = await admin.get("/interactions/tasks");
  const on = (body as { resourceId: string }[]).map(({ resourceId }) => `Bucket/${resourceId}`);
  return [
    "/interactions/tasks",
    "/interactions/tasks/1/replies",
    "/interactions/forum/topics",
    "/interactions/forum/topics/1/posts",
    ...on.flatMap((resource) => [`/interactions/comments/${resource}`, `/interactions/notes/${resource}`]),
  ];
}
