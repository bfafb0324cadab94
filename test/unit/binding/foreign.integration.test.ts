import type { Client } from "../../../provider/client";
import { accounts, actions, resources, store } from "../../../provider/contract";
import { closeAll, failureOf } from "../client/scripted-server";
import { Platform } from "./foreign-platform";

let platform: Platform;
let client: Client;

beforeAll(async () => {
  platform = await Platform.start();
  client = platform.client();
});
afterAll(async () => {
  await closeAll();
  await platform.foreign.close();
});

const text = expect.any(String) as string;
const moment = expect.any(Number) as number;

async function organisation(parent?: string) {
  const body = { name: platform.name() };
  return parent === undefined
    ? client.call(accounts.createOrganisation, { body })
    : client.call(accounts.createSuborganisation, { path: { orgId: parent }, body });
}

async function user(organisationId: string, role = "user", password?: string) {
  const username = platform.name();
  return client.call(accounts.createUser, {
    body: {
      username,
      fullName: "Somebody",
      email: `${username}@somewhere.example`,
      organisation: organisationId,
      role,
      ...(password === undefined ? {} : { password }),
    },
  });
}

describe("the login to the foreign platform", () => {
  it("goes to its place, and shows who is logged in", async () => {
    platform.requests();
    const own = platform.client();
    await expect(own.whoAmI()).resolves.toMatchObject({
      id: "1",
      username: "operator",
      status: "active",
      orgRoles: {},
    });
    expect(platform.requests()).toEqual([
      "POST /identity/v2/sessions",
      "GET /identity/v2/accounts/me",
      "GET /identity/v2/accounts/1",
    ]);
  });

  it("with a wrong password is rejected in the server's words, after one try", async () => {
    platform.requests();
    const { message } = await failureOf(platform.client("operator", "wrong password").whoAmI());
    expect(message).toContain("HC1002 The login of operator was rejected: The login or the secret is wrong.");
    expect(platform.requests()).toEqual(["POST /identity/v2/sessions"]);
  });
});

describe("organisations of the foreign platform", () => {
  it("are created with their fields, and read back as they were sent", async () => {
    const body = {
      name: platform.name(),
      legalName: "Stadt Soest",
      description: "About it",
      street: "Am Markt 1",
      zip: "01234",
      city: "Soest",
      country: "DE",
      email: "info@soest.example",
      phone: "+49 2921 1",
      web: "https://soest.example",
    };
    const made = await client.call(accounts.createOrganisation, { body });
    expect(made).toMatchObject({ ...body, id: text, created: moment, createdBy: "1", customFields: {} });
    expect(made).not.toHaveProperty("parent");
    await expect(client.call(accounts.getOrganisation, { path: { orgId: made.id } })).resolves.toEqual(made);
  });

  it("are created below others, and listed there", async () => {
    const parent = await organisation();
    const [one, two] = [await organisation(parent.id), await organisation(parent.id)];
    await organisation(one.id);
    expect(one.parent).toBe(parent.id);
    const below = await client.list(accounts.getSuborganisations, { path: { orgId: parent.id } });
    expect(below).toMatchObject({ complete: true });
    expect(below.items.map(({ id }) => id)).toEqual([one.id, two.id]);
  });

  it("are changed field by field, and an empty text clears a field", async () => {
    const { id } = await organisation();
    const path = { orgId: id };
    await client.call(accounts.updateOrganisation, { path, body: { city: "Soest", web: "https://soest.example" } });
    const changed = await client.call(accounts.updateOrganisation, { path, body: { web: "", description: "new" } });
    expect(changed).toMatchObject({ city: "Soest", description: "new" });
    expect(changed).not.toHaveProperty("web");
  });

  it("keep their custom fields as one map", async () => {
    const { id } = await organisation();
    const path = { orgId: id };
    const call = (body: Record<string, string>) => client.call(accounts.setOrganisationCustomFields, { path, body });
    expect((await call({ a: "1", b: "2" })).customFields).toEqual({ a: "1", b: "2" });
    expect((await call({ b: "3" })).customFields).toEqual({ b: "3" });
    expect((await call({})).customFields).toEqual({});
  });

  it("lack a field that the platform does not have, which is told before anything is sent", async () => {
    const { id } = await organisation();
    platform.requests();
    const call = client.call(accounts.updateOrganisation, { path: { orgId: id }, body: { state: "NRW" } });
    expect((await failureOf(call)).message).toContain("HC2014 updateOrganisation: the server cannot take `state`");
    expect(platform.requests()).toEqual([]);
  });

  it("are refused in the server's words, with the provider's name of the field", async () => {
    const { name } = await organisation();
    const error = await failureOf(client.call(accounts.createOrganisation, { body: { name } }));
    expect(error).toMatchObject({
      status: 409,
      fields: [{ field: "name", message: "is taken at this place of the tree" }],
    });
    expect(await failureOf(client.call(accounts.getOrganisation, { path: { orgId: "99999" } }))).toMatchObject({
      code: "HC2404",
    });
  });

  it("say what goes with them, and go", async () => {
    const parent = await organisation();
    const below = await organisation(parent.id);
    const somebody = await user(below.id);
    const bucket = await client.call(store.data.createBucketWithOwner, {
      path: { ownerType: "org", ownerId: below.id },
      body: { name: "files" },
    });
    const path = { orgId: parent.id };
    await expect(client.call(actions.previewOrganisationDeletion, { path })).resolves.toMatchObject({
      id: parent.id,
      name: parent.name,
      suborganisations: [{ id: below.id, name: below.name }],
      buckets: [{ id: bucket.bucket, name: "files" }],
      users: [{ id: somebody.id, name: somebody.username }],
    });
    await expect(client.call(accounts.getOrganisation, { path })).resolves.toMatchObject({ id: parent.id });
    await expect(client.call(actions.deleteOrganisation, { path })).resolves.toMatchObject({ error: false });
    expect(await failureOf(client.call(accounts.getOrganisation, { path }))).toMatchObject({ status: 404 });
    expect(await failureOf(client.call(accounts.getOrganisation, { path: { orgId: below.id } }))).toMatchObject({
      status: 404,
    });
  });
});

describe("users of the foreign platform", () => {
  it("are created with a role in an organisation", async () => {
    const { id } = await organisation();
    const made = await user(id, "orgAdmin");
    expect(made).toMatchObject({ id: text, fullName: "Somebody", status: "active", orgRoles: { [id]: "orgAdmin" } });
    const path = { userIdOrScreenName: made.id };
    await expect(client.call(accounts.getProfile, { path })).resolves.toEqual(made);
    const { items } = await client.list(accounts.getUsers, { query: { deleted: false } });
    expect(items.map((it) => it.id)).toContain(made.id);
  });

  it("are changed, deactivated and activated again", async () => {
    const { id: userId } = await user((await organisation()).id);
    const path = { userId };
    await expect(
      client.call(accounts.updateUser, { path, body: { fullName: "Other", email: "other@somewhere.example" } }),
    ).resolves.toMatchObject({ fullName: "Other", email: "other@somewhere.example" });
    await expect(client.call(accounts.deactivateUser, { path })).resolves.toMatchObject({ status: "deactivated" });
    await expect(client.call(accounts.reactivateUser, { path })).resolves.toMatchObject({ status: "active" });
  });

  it("log in with the password that they get, and not with the former one", async () => {
    const { id: userId, username = "" } = await user((await organisation()).id, "user", "Correct-horse-1");
    await expect(platform.client(username, "Correct-horse-1").whoAmI()).resolves.toMatchObject({ id: userId });
    await client.call(accounts.changePassword, { path: { userId }, body: { password: "Correct-horse-2" } });
    await expect(platform.client(username, "Correct-horse-2").whoAmI()).resolves.toMatchObject({ id: userId });
    expect(await failureOf(platform.client(username, "Correct-horse-1").whoAmI())).toMatchObject({ code: "HC1002" });
  });

  it("go", async () => {
    const { id: userId } = await user((await organisation()).id);
    await expect(client.call(accounts.deleteUser, { path: { userId } })).resolves.toMatchObject({ error: false });
    const path = { userIdOrScreenName: userId };
    expect(await failureOf(client.call(accounts.getProfile, { path }))).toMatchObject({ status: 404 });
  });
});

describe("roles on the foreign platform", () => {
  it("are known under the provider's names", async () => {
    const roles = await client.call(accounts.getRoles, {});
    expect(roles.map(({ id }) => id)).toEqual(["orgAdmin", "dataManager", "user", "datauploader"]);
  });

  it("are given, changed and taken away", async () => {
    const [home, other] = [await organisation(), await organisation()];
    const { id: userId, username } = await user(home.id);
    const path = { orgId: other.id, userId };
    await expect(
      client.call(accounts.addMember, { path: { orgId: other.id }, body: { user: userId, role: "dataManager" } }),
    ).resolves.toMatchObject({ user: userId, organisation: other.id, role: "dataManager", username, granted: moment });
    await client.call(accounts.assignRole, { path, body: { role: "orgAdmin" } });
    await expect(client.call(accounts.getMember, { path })).resolves.toMatchObject({ user: userId, role: "orgAdmin" });
    const { items } = await client.list(accounts.getMembers, { path: { orgId: other.id } });
    expect(items).toMatchObject([{ user: userId, organisation: other.id, role: "orgAdmin", status: "member" }]);
    await client.call(accounts.removeMember, { path });
    expect(await failureOf(client.call(accounts.getMember, { path }))).toMatchObject({ code: "HC2404" });
  });
});

describe("the catalogue service of the foreign platform", () => {
  it("keeps the languages and key words of an organisation", async () => {
    const { id } = await organisation();
    const path = { orgId: id };
    await expect(client.call(resources.getOrganisationSettings, { path })).resolves.toMatchObject({
      organisation: id,
      csw: { supportedLanguages: ["ger"], defaultLanguage: "ger", gemetKeywords: [] },
    });
    await client.call(resources.updateCswConfiguration, {
      path,
      body: { supportedLanguages: ["ger", "eng"], defaultLanguage: "eng" },
    });
    const changed = await client.call(resources.updateCswConfiguration, { path, body: { gemetKeywords: ["soil"] } });
    expect(changed.csw).toMatchObject({
      supportedLanguages: ["ger", "eng"],
      defaultLanguage: "eng",
      gemetKeywords: ["soil"],
    });
  });
});

describe("what the foreign platform does not have", () => {
  it("is refused with the line of the contract file, and nothing is sent", async () => {
    platform.requests();
    const invitation = { path: { orgId: "1" }, body: { username: "a", email: "a@b.example", role: "user" } };
    const { message } = await failureOf(client.call(accounts.inviteMember, invitation));
    expect(message).toContain("has no operation inviteMember");
    expect(message).toContain("`operations.inviteMember`");
    expect(platform.requests()).toEqual([]);
  });
});
