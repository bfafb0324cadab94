import { FactClient, type Reply } from "./client";

let client: FactClient;
let bearer: string;
beforeEach(async () => {
  client = await FactClient.start("/accounts");
  bearer = `Bearer ${await client.token()}`;
});
afterEach(() => client.emulator.close());

const call = (id: string, args: readonly string[], body?: unknown, by = bearer): Promise<Reply> =>
  client.call(id, args, by, body);
const erika = { username: "erika", fullName: "Erika Muster", email: "erika@users.example", organisation: "1" };
const create = (changes: Record<string, unknown> = {}) =>
  call("createUser", [], { ...erika, role: "themeManager", password: "Sunshine-42", ...changes });

async function loginOf(username: string, password = "Sunshine-42"): Promise<string> {
  return `Bearer ${String((await client.login(username, password)).body["token"])}`;
}

/** The key of the newest mailed link, as the person finds it in the mail. */
async function mailedKey(): Promise<string> {
  const { mails } = (await client.send("GET", "/_emulator/mails")).body as { mails: { key?: string }[] };
  return mails.at(-1)?.key ?? "";
}

describe("users", () => {
  it("docs/platform.md#users: the e-mail address is valid and unique", async () => {
    expect((await create()).status).toBe(201);
    expect((await create({ username: "other" })).status).toBe(409);
    expect((await create({ username: "other", email: "no address" })).status).toBe(422);
  });

  it("docs/platform.md#users: the user name is unique, and cannot be changed", async () => {
    const { body } = await create();
    expect((await create({ email: "other@users.example" })).status).toBe(409);
    expect((await call("updateUser", [String(body["id"])], { username: "other" })).status).toBe(422);
  });

  it("docs/platform.md#user-deletion, docs/platform.md#users, docs/platform.md#user-name: the user name stays taken after the deletion", async () => {
    const { body } = await create();
    expect((await call("deleteUser", [String(body["id"])])).status).toBe(200);
    expect((await call("getProfile", [String(body["id"])])).status).toBe(404);
    expect((await create({ email: "other@users.example" })).status).toBe(409);
  });

  it("docs/platform.md#users: one can delete oneself", async () => {
    const { body } = await create();
    const own = await loginOf("erika");
    expect((await call("deleteUser", [String(body["id"])], undefined, own)).status).toBe(200);
    expect((await client.login("erika", "Sunshine-42")).status).toBe(401);
  });

  it.each([
    ["Sunshine1", 201],
    ["sunshine-1", 201],
    ["SUNSHINE-1", 201],
    ["Sunsh-1", 422],
    ["sunshine1", 422],
    ["sunshine", 422],
  ])("docs/platform.md#users: a password has 8 characters of 3 of 4 classes: %s", async (password, expected) => {
    expect((await create({ password })).status).toBe(expected);
  });

  it("docs/platform.md#users: created, mailed, activated with a password; not before", async () => {
    await create({ password: undefined });
    expect((await client.login("erika", "Sunshine-42")).status).toBe(401);
    const activation = { key: await mailedKey(), password: "Sunshine-42" };
    expect((await call("confirmActivation", [], activation)).status).toBe(200);
    expect((await client.login("erika", "Sunshine-42")).status).toBe(200);
  });

  it("docs/platform.md#users: a forgotten password is set anew by a mailed link", async () => {
    await create();
    await call("requestPasswordReset", [], { username: "erika@users.example" });
    const reset = { key: await mailedKey(), password: "Moonshine-42" };
    expect((await call("resetPassword", [], reset)).body).toMatchObject({ error: false });
    expect((await client.login("erika", "Moonshine-42")).status).toBe(200);
  });

  it("docs/platform.md#users: each user edits the own profile, and nobody else's", async () => {
    const own = String((await create()).body["id"]);
    const authorization = await loginOf("erika");
    expect((await call("updateUser", [own], { city: "Darmstadt" }, authorization)).status).toBe(200);
    expect((await call("updateUser", ["1"], { city: "Darmstadt" }, authorization)).status).toBe(403);
  });

  it("docs/platform.md#users: deactivated users stay searchable, and come back", async () => {
    const id = String((await create()).body["id"]);
    await call("deactivateUser", [id]);
    expect((await client.login("erika", "Sunshine-42")).status).toBe(401);
    expect((await call("getProfile", [id])).status).toBe(200);
    await call("reactivateUser", [id]);
    expect((await client.login("erika", "Sunshine-42")).status).toBe(200);
  });

  it("docs/platform.md#users: an existing user is added by user name and e-mail address, told by mail, and can have several roles", async () => {
    const id = String((await create()).body["id"]);
    const land = String((await call("createOrganisation", [], { name: "Land" })).body["id"]);
    const invitation = { username: "erika", email: "erika@users.example", role: "dataManager" };
    expect((await call("inviteMember", [land], invitation)).status).toBe(201);
    await call("acceptInvitation", [land], undefined, await loginOf("erika"));
    expect((await call("getProfile", [id])).body["orgRoles"]).toEqual({ "1": "themeManager", [land]: "dataManager" });
  });

  it("docs/platform.md#roles-and-permissions: user, dataManager, themeManager and orgAdmin can be given; the Superuser's id is orgAdmin", async () => {
    const roles = ["user", "dataManager", "themeManager", "orgAdmin", "superuser", "administrator"];
    const statuses = await Promise.all(
      roles.map((role) => create({ role, username: `is-${role}`, email: `${role}@users.example` })),
    );
    expect(statuses.map(({ status }) => status)).toEqual([201, 201, 201, 201, 422, 422]);
  });
});
