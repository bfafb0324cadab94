import { organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

let platform: Platform;
let admin: Visitor;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  await organisation(admin, "Kreis", "2");
});
afterEach(() => platform.emulator.close());

const users = "/accounts/v1/users";
const form = (changes: Record<string, unknown> = {}) => ({
  username: "erika",
  fullName: "Erika Muster",
  email: "erika@users.example",
  organisation: "2",
  role: "dataManager",
  password: "Sunshine-42",
  ...changes,
});

describe("creating a user", () => {
  it("gives a role in one organisation, and never shows a password", async () => {
    const { status, body } = await admin.post(users, form());
    expect(status).toBe(201);
    expect(body).toEqual({
      id: "2",
      username: "erika",
      screenName: "Erika Muster",
      fullName: "Erika Muster",
      email: "erika@users.example",
      orgRoles: { "2": "dataManager" },
    });
  });

  it("with a password is active at once; without one cannot log in yet (facts 3.2)", async () => {
    await admin.post(users, form());
    await admin.post(users, { ...form({ username: "max", email: "max@users.example" }), password: undefined });
    await expect(admin.as("erika", "Sunshine-42")).resolves.toBeDefined();
    await expect(admin.as("max", "")).rejects.toThrow("Wrong credentials");
  });

  it.each([
    ["the user name", form({ email: "other@users.example" })],
    ["the e-mail address", form({ username: "other" })],
    ["the e-mail address in another case", form({ username: "other", email: "ERIKA@users.example" })],
    ["somebody's e-mail address as user name", form({ username: "erika@users.example", email: "o@users.example" })],
  ])("refuses %s twice", async (_what, again) => {
    await admin.post(users, form());
    expect(await admin.post(users, again)).toMatchObject({ status: 409, body: { code: 409 } });
  });

  it("gives a user name to one only, however many ask at once", async () => {
    const asked = Array.from({ length: 5 }, (_, index) =>
      admin.post(users, form({ email: `e${index}@users.example` })),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409]);
  });

  it("numbers a screen name that somebody has, and lets none look like an id", async () => {
    const shown = async (username: string, fullName: string) => {
      const { body } = await admin.post(users, form({ username, fullName, email: `${username}@users.example` }));
      return (body as { screenName: string }).screenName;
    };
    expect(await shown("one", "Erika Muster")).toBe("Erika Muster");
    expect(await shown("two", "Erika Muster")).toBe("Erika Muster 2");
    expect(await shown("three", "1")).toBe("user 1");
  });

  it("refuses a weak password and an unknown organisation, both at once", async () => {
    const { status, body } = await admin.post(users, form({ password: "sunshine", organisation: "99" }));
    expect(status).toBe(422);
    expect((body as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual([
      "password",
      "organisation",
    ]);
  });

  it("is for administrators, and for Superusers of the organisation or of one above", async () => {
    const above = await user(admin, "superuser", "2", "orgAdmin");
    const manager = await user(admin, "manager", "2", "themeManager");
    const below = await user(admin, "below", "3", "orgAdmin");
    expect((await manager.post(users, form())).status).toBe(403);
    expect((await below.post(users, form())).status).toBe(403);
    expect((await platform.anonymous.post(users, form())).status).toBe(401);
    expect((await above.post(users, form({ organisation: "3" }))).status).toBe(201);
  });
});

describe("logging in", () => {
  it("takes the user name or the e-mail address", async () => {
    await admin.post(users, form());
    await expect(admin.as("erika", "Sunshine-42")).resolves.toBeDefined();
    await expect(admin.as("Erika@Users.Example", "Sunshine-42")).resolves.toBeDefined();
    await expect(admin.as("Erika Muster", "Sunshine-42")).rejects.toThrow("Wrong credentials");
  });

  it("ends with the token's lifetime, by the clock that was given", async () => {
    let time = Date.now();
    const brief = await startPlatform({ now: () => time, tokenLifetimeSeconds: 60 });
    const profile = () => brief.admin.get("/accounts/v1/users/profile");
    expect((await profile()).status).toBe(200);
    time += 60_000;
    expect(await profile()).toMatchObject({ status: 401, body: { error: true } });
    await brief.emulator.close();
  });
});

describe("who sees which user", () => {
  it("shows those of the own organisation, of those above and below, and oneself", async () => {
    await organisation(admin, "Anderes Land");
    await user(admin, "above", "1", "user");
    const erika = await user(admin, "erika", "2", "user");
    await user(admin, "below", "3", "user");
    await user(admin, "elsewhere", "4", "user");
    const statuses = await Promise.all(
      ["2", "3", "4", "5"].map(async (id) => (await erika.get(`${users}/${id}/profile`)).status),
    );
    expect(statuses).toEqual([200, 200, 200, 404]);
    expect((await admin.get(`${users}/5/profile`)).status).toBe(200);
  });
});
