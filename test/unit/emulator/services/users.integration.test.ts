import {
  invalidFields,
  keyMailedTo,
  mailsOf,
  organisation,
  startPlatform,
  user,
  type Platform,
  type Visitor,
} from "../support/visitor";

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
  it("gives a role in one organisation, and hides the password", async () => {
    const { status, body } = await admin.post(users, form());
    expect(status).toBe(201);
    expect(body).toEqual({
      id: "2",
      username: "erika",
      screenName: "Erika Muster",
      fullName: "Erika Muster",
      email: "erika@users.example",
      orgRoles: { "2": "dataManager" },
      status: "active",
      taskNotifications: false,
      createdBy: "1",
      created: expect.any(Number) as number,
    });
  });

  it("with a password makes an active user; without one the user cannot log in yet (docs/platform.md#users)", async () => {
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
    ["the screen name", form({ username: "other", email: "o@users.example", screenName: "Erika Muster" })],
  ])("refuses %s twice", async (_what, again) => {
    await admin.post(users, form());
    expect(await admin.post(users, again)).toMatchObject({ status: 409, body: { code: 409 } });
  });

  it("refuses somebody's user name as an e-mail address, in any case", async () => {
    await admin.post(users, form({ username: "Erika@home.example" }));
    const other = form({ username: "other", email: "erika@HOME.example" });
    expect(await admin.post(users, other)).toMatchObject({ status: 409, body: { error: true } });
  });

  it("takes every field of the profile, and treats an empty text as left out", async () => {
    const profile = {
      screenName: "Muster, Erika",
      description: "Leitet die Vermessung",
      street: "Schlossplatz 1",
      zip: "64283",
      city: "Darmstadt",
      customFields: { Personalnummer: "4711" },
      taskNotifications: true,
    };
    const { status, body } = await admin.post(users, form({ ...profile, phone: "" }));
    expect(status).toBe(201);
    expect(body).toMatchObject(profile);
    expect(body).not.toHaveProperty("phone");
    expect((await admin.get(`${users}/Muster%2C%20Erika/profile`)).body).toEqual(body);
  });

  it("without a password mails a link to set one, and only then", async () => {
    await admin.post(users, form());
    expect(await mailsOf(platform)).toEqual([]);
    await admin.post(users, { ...form({ username: "max", email: "max@users.example" }), password: undefined });
    expect(await mailsOf(platform)).toEqual([
      {
        to: "max@users.example",
        subject: expect.stringContaining("Activate") as string,
        key: expect.any(String) as string,
      },
    ]);
    expect((await admin.get(`${users}/3/profile`)).body).toMatchObject({ status: "notActivated" });
    const key = await keyMailedTo(platform, "max@users.example");
    const activated = await platform.anonymous.put("/accounts/v1/registrations", { key, password: "Moonshine-42" });
    expect(activated).toMatchObject({
      status: 200,
      body: { id: "3", status: "active", orgRoles: { "2": "dataManager" } },
    });
    await expect(admin.as("max", "Moonshine-42")).resolves.toBeDefined();
  });

  it("gives a user name only once, even for many requests at the same time", async () => {
    const asked = Array.from({ length: 5 }, (_, index) =>
      admin.post(users, form({ email: `e${index}@users.example` })),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409]);
  });

  it("adds a number to a taken screen name, and to one that looks like an id", async () => {
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

  it("is allowed to administrators, and to Superusers of the organisation or of one above", async () => {
    const above = await user(admin, "superuser", "2", "orgAdmin");
    const manager = await user(admin, "manager", "2", "themeManager");
    const below = await user(admin, "below", "3", "orgAdmin");
    expect((await manager.post(users, form())).status).toBe(403);
    expect((await below.post(users, form())).status).toBe(403);
    expect((await platform.anonymous.post(users, form())).status).toBe(401);
    expect((await above.post(users, form({ organisation: "3" }))).status).toBe(201);
  });
});

describe("the list of users", () => {
  const idsSeenBy = async (visitor: Visitor, query = "") =>
    ((await visitor.get(`${users}${query}`)).body as { id: string }[]).map(({ id }) => id).join();

  it("has all users whom the caller sees, by number, in pages", async () => {
    for (let number = 2; number <= 11; number++) {
      await admin.post(users, form({ username: `user${number}`, email: `user${number}@users.example` }));
    }
    const page = await admin.get(`${users}?offset=8&limit=2`);
    expect(page.body).toMatchObject([{ id: "9" }, { id: "10" }]);
    expect(page.headers.get("x-total-count")).toBe("11");
    const elsewhere = await user(admin, "elsewhere", await organisation(admin, "Anderes Land"), "orgAdmin");
    expect(await idsSeenBy(elsewhere)).toBe("12");
  });

  it("has deleted users only on demand and only for administrators, since their names stay taken", async () => {
    const superuser = await user(admin, "superuser", "2", "orgAdmin");
    await admin.post(users, form());
    await admin.delete(`${users}/3`);
    expect(await idsSeenBy(admin)).toBe("1,2");
    expect(await idsSeenBy(admin, "?deleted=true")).toBe("1,2,3");
    expect(await idsSeenBy(superuser, "?deleted=true")).toBe("1,2");
    expect((await admin.get(`${users}?deleted=true&offset=2`)).body).toEqual([
      {
        id: "3",
        username: "erika",
        fullName: "Erika Muster",
        orgRoles: {},
        status: "deleted",
        taskNotifications: false,
        createdBy: "1",
        created: expect.any(Number) as number,
      },
    ]);
    expect((await admin.get(`${users}?deleted=perhaps`)).status).toBe(422);
  });
});

describe("changing a profile", () => {
  let erika: Visitor;
  beforeEach(async () => {
    await admin.post(users, form({ phone: "06151 1", city: "Darmstadt", customFields: { a: "1", b: "2" } }));
    erika = await admin.as("erika", "Sunshine-42");
  });

  it("keeps fields that are left out, clears empty ones, and replaces the custom fields as a whole", async () => {
    const changed = await erika.put(`${users}/2`, { phone: "", zip: "64283", customFields: { b: "3" } });
    expect(changed).toMatchObject({ status: 200, body: { city: "Darmstadt", zip: "64283", customFields: { b: "3" } } });
    expect(changed.body).not.toHaveProperty("phone");
    expect((changed.body as { customFields: object }).customFields).toEqual({ b: "3" });
    expect((await erika.put(`${users}/2`, { customFields: {} })).body).not.toHaveProperty("customFields");
  });

  it("refuses another user name (docs/platform.md#users), and a role", async () => {
    const refused = await erika.put(`${users}/2`, { username: "other", orgRoles: { "2": "orgAdmin" } });
    expect(invalidFields(refused).sort()).toEqual(["orgRoles", "username"]);
  });

  it("keeps e-mail address and screen name unique, and accepts the user's own", async () => {
    await admin.post(users, form({ username: "max", email: "max@users.example", fullName: "Max Muster" }));
    expect((await erika.put(`${users}/2`, { email: "MAX@users.example" })).status).toBe(409);
    expect((await erika.put(`${users}/2`, { screenName: "Max Muster" })).status).toBe(409);
    const same = { email: "Erika@users.example", screenName: "Erika Muster" };
    expect((await erika.put(`${users}/2`, same)).status).toBe(200);
  });

  it("frees the former e-mail address and screen name, also for the login", async () => {
    await erika.put(`${users}/2`, { email: "new@users.example", screenName: "Neu" });
    await expect(admin.as("new@users.example", "Sunshine-42")).resolves.toBeDefined();
    await expect(admin.as("erika@users.example", "Sunshine-42")).rejects.toThrow("Wrong credentials");
    expect((await admin.get(`${users}/Neu/profile`)).body).toMatchObject({ id: "2" });
    expect((await admin.get(`${users}/Erika%20Muster/profile`)).status).toBe(404);
    expect((await admin.post(users, form({ username: "again" }))).body).toMatchObject({ screenName: "Erika Muster" });
  });

  it("refuses a screen name that looks like an id", async () => {
    expect(invalidFields(await erika.put(`${users}/2`, { screenName: "1" }))).toEqual(["screenName"]);
  });
});

describe("logging in", () => {
  it("takes the user name or the e-mail address", async () => {
    await admin.post(users, form());
    await expect(admin.as("erika", "Sunshine-42")).resolves.toBeDefined();
    await expect(admin.as("Erika@Users.Example", "Sunshine-42")).resolves.toBeDefined();
    await expect(admin.as("Erika Muster", "Sunshine-42")).rejects.toThrow("Wrong credentials");
  });

  it("ends with the token's lifetime, by the given clock", async () => {
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
  it("hides those who cannot log in from all but their Superusers (docs/platform.md#users: accessDisabled, accessNotActivated)", async () => {
    const superuser = await user(admin, "superuser", "2", "orgAdmin");
    const colleague = await user(admin, "colleague", "2", "themeManager");
    const below = await user(admin, "below", "3", "orgAdmin");
    await admin.post(users, form());
    await admin.put(`${users}/5/deactivation`, {});
    await admin.post(users, { ...form({ username: "max", email: "max@users.example" }), password: undefined });
    for (const path of [`${users}/5/profile`, `${users}/6/profile`]) {
      const statuses = await Promise.all([admin, superuser, colleague, below].map((by) => by.get(path)));
      expect(statuses.map(({ status }) => status)).toEqual([200, 200, 404, 404]);
    }
  });

  it("shows oneself, and the users of the own organisation and of those above and below", async () => {
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
