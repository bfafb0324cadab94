import {
  invalidFields,
  organisation,
  startPlatform,
  strong,
  user,
  type Platform,
  type Visitor,
} from "../support/visitor";

// 1 Operator > 2 Land > 3 Kreis; 4 Anderes Land beside it. User 2 is erika of 2, user 3 is max of 4.
let platform: Platform;
let admin: Visitor;
let erika: Visitor;
let time: number;
beforeEach(async () => {
  time = 1_800_000_000_000;
  platform = await startPlatform({ now: () => time });
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  await organisation(admin, "Kreis", "2");
  await organisation(admin, "Anderes Land");
  erika = await user(admin, "erika", "2", "dataManager");
  await user(admin, "max", "4", "user");
});
afterEach(() => platform.emulator.close());

const members = (organisationId: string) => `/accounts/v1/organisations/${organisationId}/members`;
const add = (by: Visitor, organisationId: string, userId: string, role = "user") =>
  by.post(members(organisationId), { user: userId, role });
const assign = (by: Visitor, organisationId: string, userId: string, role: string) =>
  by.put(`${members(organisationId)}/${userId}`, { role });
const remove = (by: Visitor, organisationId: string, userId: string) =>
  by.delete(`${members(organisationId)}/${userId}`);

describe("the members of an organisation", () => {
  it("are the users with a role in it, by number, with who gave it and when", async () => {
    time += 5000;
    await add(admin, "2", "3", "themeManager");
    expect((await admin.get(members("2"))).body).toEqual([
      {
        user: "2",
        organisation: "2",
        role: "dataManager",
        username: "erika",
        fullName: "Name of erika",
        status: "member",
        grantedBy: "1",
        granted: time - 5000,
      },
      {
        user: "3",
        organisation: "2",
        role: "themeManager",
        username: "max",
        fullName: "Name of max",
        status: "member",
        grantedBy: "1",
        granted: time,
      },
    ]);
    expect((await admin.get(`${members("2")}/3`)).body).toMatchObject({ user: "3", role: "themeManager" });
    expect((await admin.get(`${members("2")}?limit=1&offset=1`)).body).toMatchObject([{ user: "3" }]);
  });

  it("come from this organisation alone, not from above or below", async () => {
    expect((await admin.get(members("3"))).body).toEqual([]);
    expect((await admin.get(`${members("3")}/2`)).status).toBe(404);
  });

  it("are shown to those who see both the organisation and the user, and to those who assign its roles", async () => {
    await admin.put("/accounts/v1/users/2/deactivation", {});
    const superuser = await user(admin, "superuser", "1", "orgAdmin");
    const colleague = await user(admin, "colleague", "2", "user");
    const idsSeenBy = async (visitor: Visitor) =>
      ((await visitor.get(members("2"))).body as { user: string }[]).map((member) => member.user);
    expect(await idsSeenBy(superuser)).toEqual(["2", "5"]);
    expect(await idsSeenBy(colleague)).toEqual(["5"]);
    expect((await colleague.get(`${members("2")}/2`)).status).toBe(404);
    expect((await colleague.get(members("4"))).status).toBe(404);
  });
});

describe("giving a role", () => {
  it("shows the role in the user's profile, and works at once", async () => {
    expect(await add(admin, "4", "2", "orgAdmin")).toMatchObject({
      status: 201,
      body: { user: "2", organisation: "4" },
    });
    expect((await erika.get("/accounts/v1/users/2/profile")).body).toMatchObject({
      orgRoles: { "2": "dataManager", "4": "orgAdmin" },
    });
    expect((await erika.put("/accounts/v1/organisations/4", { city: "Dorf" })).status).toBe(200);
  });

  it("is refused for a user who already has a role there, and says which", async () => {
    const again = await add(admin, "2", "2", "user");
    expect(again).toMatchObject({ status: 409, body: { error: true } });
    expect((again.body as { message: string }).message).toContain("dataManager");
  });

  it("happens once, even for many requests at the same time", async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => add(admin, "2", "3")));
    expect(asked.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(asked.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  it("is limited to users whom the caller sees", async () => {
    const superuser = await user(admin, "superuser", "2", "orgAdmin");
    expect(invalidFields(await add(superuser, "3", "3"))).toEqual(["user"]);
    expect(invalidFields(await add(superuser, "3", "4711"))).toEqual(["user"]);
    expect((await add(superuser, "3", "2")).status).toBe(201);
    await admin.delete("/accounts/v1/users/3");
    expect(invalidFields(await add(admin, "3", "3"))).toEqual(["user"]);
  });

  it("knows only the four roles of people (docs/platform.md#roles-and-permissions)", async () => {
    expect(invalidFields(await add(admin, "3", "2", "anonymous"))).toEqual(["role"]);
    expect(invalidFields(await add(admin, "3", "2", "superuser"))).toEqual(["role"]);
  });
});

describe("another role", () => {
  it("replaces the former one, and counts as given from then on", async () => {
    const superuser = await user(admin, "superuser", "2", "orgAdmin");
    time += 5000;
    expect(await assign(superuser, "2", "2", "themeManager")).toMatchObject({
      status: 200,
      body: { role: "themeManager", status: "member", grantedBy: "4", granted: time },
    });
  });

  it("of the same kind changes nothing", async () => {
    const before = (await admin.get(`${members("2")}/2`)).body;
    time += 5000;
    expect((await assign(admin, "2", "2", "dataManager")).body).toEqual(before);
  });

  it("is refused for users who are not members", async () => {
    expect((await assign(admin, "2", "3", "user")).status).toBe(404);
  });
});

describe("taking a role away", () => {
  it("takes what it allowed, and keeps the user", async () => {
    expect(await remove(admin, "2", "2")).toMatchObject({ status: 200, body: { error: false } });
    expect((await erika.get("/accounts/v1/organisations/2")).status).toBe(404);
    expect((await erika.get("/accounts/v1/users/2/profile")).body).toMatchObject({ status: "active", orgRoles: {} });
    expect((await remove(admin, "2", "2")).status).toBe(404);
  });

  it("forgets who gave it", async () => {
    await remove(admin, "2", "2");
    time += 5000;
    expect((await add(admin, "2", "2")).body).toMatchObject({ granted: time });
  });

  it("keeps an administrator's own power", async () => {
    expect((await remove(admin, "1", "1")).status).toBe(200);
    expect((await admin.put("/accounts/v1/organisations/1", { city: "Dorf" })).status).toBe(200);
    const again = await admin.as(platform.emulator.username, platform.emulator.password);
    expect((await again.get("/accounts/v1/users/1/profile")).body).toMatchObject({ orgRoles: {} });
  });

  it("works for one's own role: a Superuser can give it up", async () => {
    const superuser = await user(admin, "superuser", "2", "orgAdmin");
    expect((await remove(superuser, "2", "4")).status).toBe(200);
    await expect(admin.as("superuser", strong)).resolves.toBeDefined();
  });
});

describe("roles", () => {
  it("are assigned by administrators and by Superusers of the organisation or of one above it, by nobody else", async () => {
    const above = await user(admin, "above", "1", "orgAdmin");
    const below = await user(admin, "below", "3", "orgAdmin");
    const manager = await user(admin, "manager", "2", "themeManager");
    for (const by of [below, manager, erika]) {
      expect((await add(by, "2", "4")).status).toBe(403);
      expect((await assign(by, "2", "2", "orgAdmin")).status).toBe(403);
      expect((await remove(by, "2", "2")).status).toBe(403);
    }
    expect((await add(above, "2", "5")).status).toBe(201);
    expect((await assign(above, "2", "5", "dataManager")).status).toBe(200);
    expect((await remove(above, "2", "5")).status).toBe(200);
    expect((await add(above, "4", "2")).status).toBe(404);
  });
});
