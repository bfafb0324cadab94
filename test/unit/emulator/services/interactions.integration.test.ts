import { bucket, type TestBucket } from "../support/buckets";
import {
  invalidFields,
  mailsOf,
  organisation,
  startPlatform,
  user,
  type Platform,
  type Visitor,
} from "../support/visitor";
import { smallTree } from "../support/worlds";

/** Organisations: 2 Kreis, 3 Stadt below it, 4 Nachbar. Users: 2 erika and 3 max in 2, 4 guest in 2, 5 stranger in 4. */
let platform: Platform;
let admin: Visitor;
let erika: Visitor;
let max: Visitor;
let guest: Visitor;
let stranger: Visitor;
let data: TestBucket;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  await organisation(admin, "Kreis", "1");
  await organisation(admin, "Stadt", "2");
  await organisation(admin, "Nachbar", "1");
  erika = await user(admin, "erika", "2", "themeManager");
  max = await user(admin, "max", "2", "dataManager");
  guest = await user(admin, "guest", "2", "user");
  stranger = await user(admin, "stranger", "4", "dataManager");
  data = await bucket(admin, "data", "org/2");
});
afterEach(() => platform.emulator.close());

const on = (what: string, { combinedId } = data, type = "Bucket") => `/interactions/${what}/${type}/${combinedId}`;
const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;

describe("comments", () => {
  it("are written and seen by whoever sees the resource, with replies", async () => {
    const first = await erika.post(on("comments"), { text: "Stimmt das?" });
    expect(first).toMatchObject({
      status: 201,
      body: { author: "2", resourceType: "Bucket", resourceId: data.combinedId },
    });
    expect(await max.post(on("comments"), { text: "Ja.", replyTo: idOf(first) })).toMatchObject({ status: 201 });
    expect((await max.get(on("comments"))).body).toMatchObject([
      { text: "Stimmt das?" },
      { text: "Ja.", replyTo: "1" },
    ]);
  });

  it("are given in pages, with the length of the list", async () => {
    await erika.post(on("comments"), { text: "eins" });
    await erika.post(on("comments"), { text: "zwei" });
    const page = await erika.get(`${on("comments")}?offset=1&limit=1`);
    expect(page.body).toMatchObject([{ text: "zwei" }]);
    expect(page.headers.get("x-total-count")).toBe("2");
  });

  it("are not there for others", async () => {
    expect((await guest.get(on("comments"))).status).toBe(404);
    expect((await stranger.post(on("comments"), { text: "Hallo" })).status).toBe(404);
  });

  it("are read without a login where the resource is public, and written with one only", async () => {
    await admin.put(`${data.path}/p/sharingOptions`, { public: true });
    await erika.post(on("comments"), { text: "Für alle" });
    expect((await platform.anonymous.get(on("comments"))).body).toMatchObject([{ text: "Für alle" }]);
    expect((await platform.anonymous.post(on("comments"), { text: "Ich auch" })).status).toBe(401);
    expect((await stranger.post(on("comments"), { text: "Ich auch" })).status).toBe(201);
  });

  it("refuse a reply to a reply, to a comment elsewhere, and an empty text", async () => {
    const { combinedId } = await bucket(admin, "data", "org/2");
    const elsewhere = idOf(await erika.post(`/interactions/comments/Bucket/${combinedId}`, { text: "Dort" }));
    const first = idOf(await erika.post(on("comments"), { text: "Hier" }));
    const reply = idOf(await erika.post(on("comments"), { text: "Ja", replyTo: first }));
    for (const replyTo of [elsewhere, reply, "4711"]) {
      expect(invalidFields(await erika.post(on("comments"), { text: "Nein", replyTo }))).toEqual(["replyTo"]);
    }
    expect(invalidFields(await erika.post(on("comments"), { text: " \n" }))).toEqual(["text"]);
  });

  it("are deleted with their replies by the author, or by who may edit the resource", async () => {
    await admin.put(`${data.path}/p/sharingOptions`, { public: true });
    const own = idOf(await stranger.post(on("comments"), { text: "Meins" }));
    const other = idOf(await erika.post(on("comments"), { text: "Ihres" }));
    await max.post(on("comments"), { text: "Antwort", replyTo: own });
    expect((await stranger.delete(`/interactions/comments/${other}`)).status).toBe(403);
    await admin.put(`${data.path}/p/sharingOptions`, { public: false });
    expect((await stranger.delete(`/interactions/comments/${own}`)).status).toBe(404);
    expect((await max.delete(`/interactions/comments/${own}`)).status).toBe(200);
    expect((await erika.get(on("comments"))).body).toMatchObject([{ text: "Ihres" }]);
  });
});

describe("tasks", () => {
  const task = { title: "Prüfen", text: "Bis Freitag" };

  it("begin open, and are changed by author, assignee and whoever may create tasks there", async () => {
    const id = idOf(await erika.post(on("tasks"), { ...task, assignee: "3" }));
    expect((await max.get(`/interactions/tasks/${id}`)).body).toMatchObject({
      ...task,
      status: "open",
      assignee: "3",
      author: "2",
    });
    expect((await max.put(`/interactions/tasks/${id}`, { status: "done" })).body).toMatchObject({
      ...task,
      status: "done",
    });
    expect((await admin.put(`/interactions/tasks/${id}`, { text: "", assignee: "" })).body).not.toMatchObject({
      text: expect.anything() as unknown,
    });
  });

  it("need the permission createTask, and where the roles do not know it, edit", async () => {
    const project = await bucket(admin, "projects", "org/2");
    const onProject = on("tasks", project, "TransformationProject");
    expect((await max.post(onProject, task)).body).toMatchObject({
      message: expect.stringContaining("TransformationProject.createTask") as unknown,
    });
    expect((await erika.post(onProject, task)).status).toBe(201);
    await admin.put(`${data.path}/p/sharingOptions`, { public: true });
    expect((await stranger.post(on("tasks"), task)).status).toBe(403);
  });

  it("get only their status from an assignee who may not create tasks there", async () => {
    const project = await bucket(admin, "projects", "org/2");
    const onProject = on("tasks", project, "TransformationProject");
    const id = idOf(await erika.post(onProject, { ...task, assignee: "3" }));
    const change = async (body: object) => (await max.put(`/interactions/tasks/${id}`, body)).status;
    expect(await change({ ...task, assignee: "3", status: "done" })).toBe(200);
    for (const more of [{ title: "Lassen" }, { text: "" }, { assignee: "2" }]) {
      expect(await change({ status: "open", ...more })).toBe(403);
    }
    expect((await erika.get(`/interactions/tasks/${id}`)).body).toMatchObject({ ...task, status: "done" });
  });

  it("have replies of whoever may read the resource", async () => {
    const id = idOf(await erika.post(on("tasks"), task));
    expect(await max.post(`/interactions/tasks/${id}/replies`, { text: "Gern" })).toMatchObject({ status: 201 });
    expect((await erika.get(`/interactions/tasks/${id}/replies`)).body).toMatchObject([{ text: "Gern", author: "3" }]);
    expect((await stranger.post(`/interactions/tasks/${id}/replies`, { text: "Nein" })).status).toBe(404);
  });

  it("refuse an assignee who may not see the resource, or whom the caller does not see", async () => {
    const refused = await admin.post(on("tasks"), { ...task, assignee: "4" });
    expect(invalidFields(refused)).toEqual(["assignee"]);
    expect(refused.body).toMatchObject({
      message: expect.stringContaining("user 4 is not allowed to see Bucket") as unknown,
    });
    expect(invalidFields(await erika.post(on("tasks"), { ...task, assignee: "5" }))).toEqual(["assignee"]);
    const id = idOf(await erika.post(on("tasks"), task));
    expect(invalidFields(await erika.put(`/interactions/tasks/${id}`, { assignee: "4" }))).toEqual(["assignee"]);
  });

  it("can be given to those who see the resource and whom the caller sees", async () => {
    const ids = async (by: Visitor) => ((await by.get(on("assignees"))).body as { id: string }[]).map(({ id }) => id);
    expect(await ids(admin)).toEqual(["1", "2", "3"]);
    expect(await ids(max)).toEqual(["1", "2", "3"]);
    expect((await stranger.get(on("assignees"))).status).toBe(404);
  });

  it("are mailed to a new assignee who wants that, once", async () => {
    await admin.put("/accounts/v1/users/3", { taskNotifications: true });
    const mails = async () =>
      (await mailsOf(platform))
        .filter(({ subject }) => subject.startsWith("New task"))
        .map(({ to, subject }) => [to, subject]);
    const id = idOf(await erika.post(on("tasks"), { ...task, assignee: "2" }));
    expect(await mails()).toEqual([]);
    await erika.put(`/interactions/tasks/${id}`, { assignee: "3" });
    await erika.put(`/interactions/tasks/${id}`, { assignee: "3", status: "inProgress" });
    expect(await mails()).toEqual([["max@users.example", 'New task on hale»connect: "Prüfen"']]);
  });

  it("are listed by resource and assignee, among those that the caller sees", async () => {
    await admin.post(on("tasks"), { ...task, assignee: "3" });
    await admin.post(on("tasks"), task);
    const other = await bucket(admin, "data", "org/4");
    await admin.post(on("tasks", other), task);
    const ids = async (by: Visitor, query = "") =>
      ((await by.get(`/interactions/tasks${query}`)).body as { id: string }[]).map(({ id }) => id);
    expect(await ids(admin)).toEqual(["1", "2", "3"]);
    expect(await ids(erika)).toEqual(["1", "2"]);
    expect(await ids(admin, "?assignee=3")).toEqual(["1"]);
    expect(await ids(admin, `?resourceType=Bucket&resourceId=${other.combinedId}`)).toEqual(["3"]);
  });

  it("are nobody's again when the assignee is deleted", async () => {
    await admin.post(on("tasks"), { ...task, assignee: "3" });
    await admin.delete("/accounts/v1/users/3");
    expect((await erika.get("/interactions/tasks/1")).body).not.toHaveProperty("assignee");
  });
});

describe("notes", () => {
  it("are their author's alone: not even an administrator finds them", async () => {
    const id = idOf(await erika.post(on("notes"), { text: "Nur für mich" }));
    expect((await erika.get(on("notes"))).body).toMatchObject([{ text: "Nur für mich" }]);
    expect((await admin.get(on("notes"))).body).toEqual([]);
    expect((await admin.put(`/interactions/notes/${id}`, { text: "Ha" })).status).toBe(404);
    expect((await admin.delete(`/interactions/notes/${id}`)).status).toBe(404);
    expect((await erika.put(`/interactions/notes/${id}`, { text: "Anders" })).body).toMatchObject({ text: "Anders" });
    expect((await erika.delete(`/interactions/notes/${id}`)).status).toBe(200);
  });
});

describe("the forum", () => {
  it("has topics with posts of everybody who is logged in", async () => {
    const id = idOf(await erika.post("/interactions/forum/topics", { title: "Neues", text: "Was gibt es?" }));
    await stranger.post(`/interactions/forum/topics/${id}/posts`, { text: "Nichts" });
    expect((await max.get("/interactions/forum/topics")).body).toMatchObject([{ title: "Neues", posts: 2 }]);
    expect((await max.get(`/interactions/forum/topics/${id}/posts`)).body).toMatchObject([
      { text: "Was gibt es?", author: "2" },
      { text: "Nichts", author: "5" },
    ]);
    expect((await max.delete(`/interactions/forum/topics/${id}`)).status).toBe(403);
    expect((await erika.delete(`/interactions/forum/topics/${id}`)).status).toBe(200);
    expect((await max.get(`/interactions/forum/topics/${id}/posts`)).status).toBe(404);
  });
});

it("what was said of a resource goes with it", async () => {
  await erika.post(on("comments"), { text: "Hier" });
  await erika.post(on("tasks"), { title: "Prüfen" });
  await admin.delete(data.path);
  expect((await admin.get(on("comments"))).status).toBe(404);
  expect((await admin.get("/interactions/tasks")).body).toEqual([]);
});

it("and with its organisation", () => {
  const world = smallTree();
  const on = (resource: string) => ({ resourceType: "Bucket", resource, text: "Hier", author: "1", created: 0 });
  world.apply({ type: "commentAdded", comment: { id: "1", ...on("org.3.a") } });
  world.apply({ type: "commentAdded", comment: { id: "2", ...on("org.33.a") } });
  world.apply({ type: "organisationDeleted", id: "3" });
  expect(world.interactions.comments.all()).toMatchObject([{ id: "2" }]);
});

it.each([
  ["schemas", "Schema"],
  ["projects", "TransformationProject"],
  ["metadata", "Bucket"],
] as const)("things in the store of %s have the type %s", async (store, type) => {
  const thing = await bucket(admin, store, "org/2");
  expect((await admin.post(on("comments", thing, type), { text: "Hier" })).status).toBe(201);
  expect((await admin.post(on("comments", thing, "User"), { text: "Hier" })).status).toBe(404);
});
