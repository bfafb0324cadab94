import { accounts, interactions, resources, store } from "../../../provider/contract";
import { Stack, Tenant, type Declaration } from "./stack";

/** A task on a dataset of an organisation: erika sees the dataset, the guest does not. */
let tenant: Tenant;
let stack: Stack;
let organisation: string;
let resource: string;
let erika: string;
let guest: string;
let count = 0;
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
afterEach(() => jest.restoreAllMocks());
beforeEach(async () => {
  // What a deletion would lose is said with each creation.
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  count += 1;
  organisation = await tenant.organisation(`tasks ${count}`);
  erika = await tenant.user(`erika.${count}`, organisation, "dataManager");
  guest = await tenant.user(`guest.${count}`, organisation, "user");
  const path = { ownerType: "org", ownerId: organisation } as const;
  const { bucket = "" } = await tenant.byHand.call(store.data.createBucketWithOwner, { path, body: { name: "roads" } });
  resource = `data/org.${organisation}.${bucket}`;
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
});

const task = (values: Readonly<Record<string, unknown>> = {}): Declaration => ({
  kind: "Task",
  name: "check",
  values: () => ({ resource, title: "Check the roads", ...values }),
});
const tasks = async () =>
  (await tenant.byHand.list(interactions.getTasks, { query: { resourceId: resource.replace("data/", "") } })).items;
const mails = async () => {
  const { mails: all } = (await (await fetch(`${tenant.emulator.url}/_emulator/mails`)).json()) as {
    mails: { to: string; subject: string }[];
  };
  return all.filter(({ subject }) => subject.startsWith("New task")).map(({ to, subject }) => [to, subject]);
};

it("is made with its own title before the assignee hears of it, once", async () => {
  await tenant.byHand.call(accounts.updateUser, { path: { userId: erika }, body: { taskNotifications: true } });
  await stack.up([task({ assignee: erika, text: "All of them" })]);
  expect(await tasks()).toMatchObject([
    { title: "Check the roads", assignee: erika, text: "All of them", status: "open" },
  ]);
  expect(await mails()).toEqual([[`erika.${count}@users.example`, 'New task on hale»connect: "Check the roads"']]);
});

it("keeps the status that the assignee sets, if none is declared", async () => {
  await stack.up([task({ assignee: erika })]);
  const taskId = (await tasks())[0]?.id ?? "";
  const asErika = tenant.clientOf(`erika.${count}`, "Geheim-12345");
  await asErika.call(interactions.updateTask, { path: { taskId }, body: { status: "done" } });
  await stack.up([task({ assignee: erika, text: "Thanks" })], { refresh: true });
  expect(await tasks()).toMatchObject([{ status: "done", text: "Thanks" }]);
});

describe("an assignee who may not see the resource", () => {
  it("is an error in the preview, of a creation and of a change", async () => {
    const expected = /HC3003 user \S+ may not see data\/org[^]*give the user a role in the organisation/;
    await expect(stack.preview([task({ assignee: guest })])).rejects.toThrow(expected);
    await stack.up([task({ assignee: erika })]);
    await expect(stack.preview([task({ assignee: guest })])).rejects.toThrow(expected);
    expect(await tasks()).toHaveLength(1);
  });

  it("is none if the same run gives the access", async () => {
    const access: Declaration = {
      kind: "ContentSharing",
      name: "access",
      values: () => ({ content: resource, collaborator: guest }),
    };
    await stack.preview([access, task({ assignee: guest })]);
    await stack.up([access, task({ assignee: guest })]);
    expect(await tasks()).toMatchObject([{ assignee: guest }]);
  });

  it("who does not exist is said as such", async () => {
    await expect(stack.preview([task({ assignee: "4711" })])).rejects.toThrow(/HC3003 there is no user 4711/);
  });
});

it("does not make a second task of the title, and says so in the preview", async () => {
  const [resourceType, resourceId] = ["Bucket", resource.replace("data/", "")];
  const body = { title: "Check the roads" };
  await tenant.byHand.call(interactions.createTask, { path: { resourceType, resourceId }, body });
  await expect(stack.preview([task()])).rejects.toThrow(/"Check the roads" on data\/org/);
});

it.each([
  ["Bucket/org.1.a", "a type that has a store, whose id begins with the store"],
  ["metadata/org.1.a", "metadata, which belong to a dataset"],
  ["Theme/org.1.a", "a theme, whose id has no type"],
  ["roads", "no id at all"],
])("takes no resource %s: %s", async (wrong) => {
  await expect(stack.preview([task({ resource: wrong })])).rejects.toThrow(/`resource`[^]*expected the id of a bucket/);
});

it("can be on a theme", async () => {
  const path = { ownerType: "org", ownerId: organisation } as const;
  const theme = await tenant.byHand.call(resources.createTheme, { path, body: { name: "Roads" } });
  await stack.up([task({ resource: theme.id })]);
  await stack.up([task({ resource: theme.id, text: "All" })], { refresh: true });
  const { items } = await tenant.byHand.list(interactions.getTasks, { query: { resourceId: theme.id } });
  expect(items).toMatchObject([{ resourceType: "Theme", title: "Check the roads", text: "All" }]);
});

it("needs a resource that exists", async () => {
  await expect(stack.preview([task({ resource: "org.1.a" })])).rejects.toThrow(/HC3003 there is no theme org\.1\.a/);
  await expect(stack.preview([task({ resource: `${resource}0` })])).rejects.toThrow(/HC3003 there is no data\/org/);
});
