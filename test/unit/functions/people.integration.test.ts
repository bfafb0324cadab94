import { createClient, readSettings, type Client } from "../../../provider/client";
import { accounts } from "../../../provider/contract";
import { lookUpPermissions } from "../../../provider/functions/permissions/look-up";
import { lookUpUsers } from "../../../provider/functions/users/look-up";
import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";

let emulator: Emulator;
const clients: Client[] = [];
const clientOf = (username: string, password: string): Client => {
  const client = createClient(
    readSettings({ HALECONNECT_URL: emulator.url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password }),
  );
  clients.push(client);
  return client;
};
let client: Client;
let erika = "";
const orgId = "1";

beforeAll(async () => {
  emulator = await startForTest();
  client = clientOf(emulator.username, emulator.password);
  const body = {
    username: "erika.muster",
    fullName: "Erika Muster",
    email: "erika@muster.example",
    organisation: orgId,
    role: "dataManager",
    password: "Geheim-12345",
    street: "Am Markt 1",
  };
  erika = (await client.call(accounts.createUser, { body })).id;
  await client.call(accounts.updateUser, { path: { userId: erika }, body: { screenName: "Erika M." } });
});
afterAll(async () => {
  clients.forEach((it) => it.close());
  await emulator.close();
});

describe("getUser", () => {
  const find = (args: Parameters<ReturnType<typeof lookUpUsers>["findUser"]>[0]) => lookUpUsers(client).findUser(args);

  it("finds by id, by screen name and by user name", async () => {
    const expected = { id: erika, username: "erika.muster", screenName: "Erika M.", roles: { [orgId]: "dataManager" } };
    expect(await find({ id: erika })).toMatchObject(expected);
    expect(await find({ screenName: "Erika M." })).toMatchObject(expected);
    expect(await find({ username: "erika.muster" })).toMatchObject(expected);
  });

  it("gives all values, and leaves out members without a value", async () => {
    const found = await find({ id: erika });
    expect(found.contact).toEqual({ street: "Am Markt 1" });
    expect(found).not.toHaveProperty("description");
    expect(found).not.toHaveProperty("active");
  });

  it("keeps id, screen name and user name apart", async () => {
    await expect(find({ screenName: erika })).rejects.toThrow(/^HC3005 There is no user with the screen name/);
    await expect(find({ id: "Erika M." })).rejects.toThrow(/^HC3005 There is no user with the id "Erika M."/);
    await expect(find({ screenName: "erika.muster" })).rejects.toThrow(/^HC3005/);
  });

  it("fails for a deleted user", async () => {
    const body = {
      username: "gone",
      fullName: "Gone",
      email: "gone@muster.example",
      organisation: orgId,
      role: "user",
    };
    const { id } = await client.call(accounts.createUser, { body });
    await client.call(accounts.deleteUser, { path: { userId: id } });
    await expect(find({ id })).rejects.toThrow(/^HC3005/);
    await expect(find({ username: "gone" })).rejects.toThrow(/^HC3005/);
  });

  it.each([{}, { id: "1", username: "admin" }])("takes exactly one of its arguments, and refuses %j", async (args) => {
    await expect(find(args)).rejects.toThrow(/^HC3001 getUser takes exactly one of `id`, `screenName` and `username`/);
  });
});

describe("getMembers", () => {
  it("lists the users who have a role, sorted by id", async () => {
    const members = await lookUpUsers(client).listMembers({ organisation: orgId });
    expect(members).toMatchObject([
      { username: "admin", role: "orgAdmin", status: "member" },
      { user: erika, username: "erika.muster", role: "dataManager", status: "member" },
    ]);
  });

  it("fails if there is no such organisation", async () => {
    await expect(lookUpUsers(client).listMembers({ organisation: "4711" })).rejects.toThrow(
      /^HC3005 There is no organisation 4711/,
    );
  });
});

it("getRoles lists the server's roles, each after the role that it extends", async () => {
  const roles = await lookUpPermissions(client).listRoles();
  expect(roles.map(({ id, extends: base, assignable }) => [id, base, assignable])).toEqual([
    ["anonymous", undefined, false],
    ["user", "anonymous", true],
    ["dataManager", "user", true],
    ["themeManager", "dataManager", true],
    ["orgAdmin", "themeManager", true],
  ]);
});

describe("permissions of a data manager", () => {
  const asErika = () => lookUpPermissions(clientOf("erika.muster", "Geheim-12345"));

  it("getPermissionInfo lists the conditions", async () => {
    expect(await asErika().infoOn({ resourceType: "Bucket", permission: "create" })).toEqual({
      user: false,
      organisations: { [orgId]: ["organisation"] },
    });
    expect(await asErika().infoOn({ resourceType: "Schema", permission: "create" })).toMatchObject({
      organisations: { [orgId]: [] },
    });
  });

  it.each([
    ["Bucket", "create", orgId, true],
    ["Schema", "create", orgId, false],
    ["Bucket", "create", "4711", false],
    ["Bucket", "create", undefined, false],
  ])("testPermission: %s %s in %s: %s", async (resourceType, permission, organisation, expected) => {
    expect(await asErika().isAllowed({ resourceType, permission, organisation })).toBe(expected);
  });
});

it("testPermission names the known types of resources when it refuses another one", async () => {
  const asked = { resourceType: "bucket", permission: "read" };
  await expect(lookUpPermissions(client).isAllowed(asked)).rejects.toThrow(
    /^HC3001 There is no type of resource "bucket"[^]*next: The types are [^\n]*Schema[^\n]*Did you mean Bucket\?/,
  );
});

it("testPermission counts what holds only below an organisation as denied, as hale studio does", async () => {
  const answers: Record<string, unknown> = { user: true, organisations: { "7": ["suborganisations"], "8": true } };
  const { isAllowed } = lookUpPermissions({ call: () => Promise.resolve(answers) } as unknown as Client);
  const asked = { resourceType: "Schema", permission: "edit" };
  expect(await isAllowed({ ...asked, organisation: "7" })).toBe(false);
  expect(await isAllowed({ ...asked, organisation: "8" })).toBe(false);
  expect(await isAllowed(asked)).toBe(true);
});
