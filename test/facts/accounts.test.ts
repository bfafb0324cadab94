import { FactClient } from "./client";

let client: FactClient;
let bearer: string;
beforeAll(async () => {
  client = await FactClient.start("/accounts");
  bearer = `Bearer ${await client.token()}`;
});
afterAll(() => client.emulator.close());

const get = (id: string, ...args: string[]) => client.call(id, args, bearer);

describe("profiles", () => {
  it("docs/platform.md#login-and-tokens: after the login comes the profile of the current user, then that by id with the roles", async () => {
    const { body: current } = await get("getProfileOfCurrentUser");
    const { status, body: extended } = await get("getProfile", String(current["id"]));
    expect(status).toBe(200);
    expect(extended).toMatchObject({ id: current["id"], orgRoles: expect.any(Object) as object });
  });

  it("docs/platform.md#user-service: id, screenName and fullName are texts, and the keys of orgRoles are organisation ids", async () => {
    const { body } = await get("getProfile", "1");
    for (const field of ["id", "screenName", "fullName"]) {
      expect(typeof body[field]).toBe("string");
    }
    const organisations = Object.keys(body["orgRoles"] as object);
    expect(organisations).not.toHaveLength(0);
    for (const id of organisations) {
      expect((await get("getOrganisation", id)).status).toBe(200);
    }
  });

  it("docs/platform.md#operations-of-public-clients: a profile is had by id or by screen name, which is not the user name", async () => {
    const { body: byId } = await get("getProfile", "1");
    const { body: byScreenName } = await get("getProfile", String(byId["screenName"]));
    expect(byScreenName).toEqual(byId);
    expect(byId["screenName"]).not.toBe(client.emulator.username);
    expect((await get("getProfile", client.emulator.username)).status).toBe(404);
  });

  it("docs/platform.md#refusals: a user who is gone or not visible is 404", async () => {
    expect(await get("getProfile", "4711")).toMatchObject({ status: 404, body: { code: 404, error: true } });
  });
});

describe("organisations", () => {
  it("docs/platform.md#ids-and-common-models, docs/platform.md#user-service: id and name are texts, and the id looks like a small integer", async () => {
    const { status, body } = await get("getOrganisation", "1");
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: "1", name: expect.any(String) as string });
  });

  it("docs/platform.md#refusals: an organisation that is gone or not visible is 404", async () => {
    expect(await get("getOrganisation", "4711")).toMatchObject({ status: 404, body: { code: 404, error: true } });
  });
});

describe("permission info", () => {
  /** hale studio's reading of the answer (docs/platform.md#permission-info). */
  const allows = (info: Readonly<Record<string, unknown>>, organisation: string): boolean => {
    const entry = (info["organisations"] as Readonly<Record<string, unknown>>)[organisation];
    return Array.isArray(entry) && entry.includes("organisation");
  };

  async function loginOf(username: string, role: string): Promise<string> {
    const person = { username, fullName: username, email: `${username}@users.example`, organisation: "1", role };
    const { path } = client.operation("createUser");
    await client.send("POST", `${client.document.basePath}${path}`, { ...person, password: "Sunshine-42" }, bearer);
    const { body } = await client.login(username, "Sunshine-42");
    return `Bearer ${String(body["token"])}`;
  }

  it("docs/platform.md#permission-info: an administrator may act for themselves and for the organisation", async () => {
    const { status, body } = await get("getResourcePermissionInfo", "TransformationProject", "create");
    expect(status).toBe(200);
    expect(body["user"]).not.toBe(false);
    expect(allows(body, "1")).toBe(true);
    expect(allows(body, "4711")).toBe(false);
  });

  it.each([
    ["dataManager", "TransformationProject", "create", false],
    ["themeManager", "TransformationProject", "create", true],
    ["orgAdmin", "TransformationProject", "delete", true],
    ["dataManager", "Bucket", "create", true],
    ["user", "Bucket", "read", false],
  ])("docs/platform.md#roles-and-permissions: a %s and %s.%s: %p", async (role, type, permission, expected) => {
    const authorization = await loginOf(`${role}-${type}-${permission}`, role);
    const { body } = await client.call("getResourcePermissionInfo", [type, permission], authorization);
    expect(allows(body, "1")).toBe(expected);
    expect(body["user"]).toBe(false);
  });

  it("docs/platform.md#permission-info: an organisation's entry is false or a list, never true", async () => {
    for (const permission of ["read", "edit", "create", "delete"]) {
      const { body } = await get("getResourcePermissionInfo", "Organisation", permission);
      for (const entry of Object.values(body["organisations"] as object)) {
        expect(entry === false || Array.isArray(entry)).toBe(true);
      }
    }
  });
});
