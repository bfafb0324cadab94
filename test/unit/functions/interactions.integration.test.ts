import { createClient, readSettings, type Client } from "../../../provider/client";
import { interactions, store } from "../../../provider/contract";
import { lookUpInteractions } from "../../../provider/functions/interactions/look-up";
import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";

let emulator: Emulator;
let client: Client;
let resource: string;
let path: { readonly resourceType: string; readonly resourceId: string };
let look: ReturnType<typeof lookUpInteractions>;
beforeAll(async () => {
  emulator = await startForTest();
  const { url, username, password } = emulator;
  client = createClient(
    readSettings({ HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password }),
  );
  look = lookUpInteractions(client);
  const owner = { ownerType: "org", ownerId: "1" } as const;
  const { bucket = "" } = await client.call(store.data.createBucketWithOwner, { path: owner, body: { name: "roads" } });
  path = { resourceType: "Bucket", resourceId: `org.1.${bucket}` };
  resource = `data/org.1.${bucket}`;
});
afterAll(async () => {
  client.close();
  await emulator.close();
});

it("getComments gives each comment with the replies to it", async () => {
  const comment = async (text: string, replyTo?: string) =>
    (
      await client.call(interactions.addComment, {
        path,
        body: { text, ...(replyTo === undefined ? {} : { replyTo }) },
      })
    ).id;
  const first = await comment("Is this right?");
  await comment("Another matter");
  await comment("Yes", first);
  expect(await look.commentsOn({ resource })).toEqual([
    expect.objectContaining({
      text: "Is this right?",
      author: "1",
      replies: [expect.objectContaining({ text: "Yes" })],
    }),
    expect.objectContaining({ text: "Another matter", replies: [] }),
  ]);
});

it("getNotes gives one's own notes", async () => {
  await client.call(interactions.addNote, { path, body: { text: "Remember" } });
  expect(await look.notesOn({ resource })).toEqual([
    {
      id: "1",
      text: "Remember",
      author: "1",
      created: expect.any(Number) as number,
      lastModified: expect.any(Number) as number,
    },
  ]);
});

it("getTasks gives those on a resource, and those of a user", async () => {
  await client.call(interactions.createTask, { path, body: { title: "Check", assignee: "1" } });
  await client.call(interactions.createTask, { path, body: { title: "Publish" } });
  const titles = async (args = {}) => (await look.tasks(args)).map(({ title }) => title);
  expect(await titles()).toEqual(["Check", "Publish"]);
  expect(await titles({ resource })).toEqual(["Check", "Publish"]);
  expect(await titles({ assignee: "1" })).toEqual(["Check"]);
  expect(await look.tasks({ assignee: "1" })).toMatchObject([{ resource, status: "open", assignee: "1", author: "1" }]);
});

it("getForumTopics and getForumPosts give the forum", async () => {
  const { id } = await client.call(interactions.createForumTopic, { body: { title: "News", text: "What is new?" } });
  await client.call(interactions.addForumPost, { path: { topicId: id }, body: { text: "Nothing" } });
  expect(await look.topics()).toMatchObject([{ id, title: "News", posts: 2 }]);
  expect((await look.postsOn({ topic: id })).map(({ text }) => text)).toEqual(["What is new?", "Nothing"]);
});

it("each says what is not there, and what it expects", async () => {
  await expect(look.commentsOn({ resource: `${resource}0` })).rejects.toThrow(/^HC3005 There is no resource data\/org/);
  await expect(look.postsOn({ topic: "4711" })).rejects.toThrow(/^HC3005 There is no topic 4711/);
  await expect(look.notesOn({ resource: "roads" })).rejects.toThrow(
    /^HC3001 `resource` of getNotes is "roads": expected the id/,
  );
});
