import {
  invalidFields,
  keyMailedTo,
  mailsOf,
  organisation,
  startPlatform,
  strong,
  user,
  type Platform,
  Visitor,
} from "../support/visitor";

const hour = 3_600_000;
let time: number;
let platform: Platform;
let admin: Visitor;
let anonymous: Visitor;
beforeEach(async () => {
  time = Date.now();
  platform = await startPlatform({ now: () => time });
  ({ admin, anonymous } = platform);
});
afterEach(() => platform.emulator.close());

const configuration = "/accounts/v1/configuration/registration";
const registrations = "/accounts/v1/registrations";
const users = "/accounts/v1/users";
const form = { username: "erika", fullName: "Erika Muster", email: "erika@users.example", password: strong };
const configure = (changes: unknown, by = admin) => by.put(configuration, changes);
const confirm = (key: string, password?: string) =>
  anonymous.put(registrations, password === undefined ? { key } : { key, password });
const newKey = () => keyMailedTo(platform, form.email);

describe("the configuration of registrations", () => {
  it("is off at first, with links for a day, and anybody may read it (docs/platform.md#users)", async () => {
    const expected = { status: 200, body: { selfRegistration: false, activationHours: 24 } };
    expect(await anonymous.get(configuration)).toMatchObject(expected);
  });

  it("may be changed only by administrators, field by field", async () => {
    const superuser = await user(admin, "superuser", "1", "orgAdmin");
    expect((await configure({ selfRegistration: true }, superuser)).status).toBe(403);
    expect((await configure({ selfRegistration: true }, anonymous)).status).toBe(401);
    await configure({ selfRegistration: true });
    expect((await configure({ activationHours: 48 })).body).toEqual({ selfRegistration: true, activationHours: 48 });
    expect(invalidFields(await configure({ activationHours: 0 }))).toEqual(["activationHours"]);
  });
});

describe("registering", () => {
  it("is refused while it is off", async () => {
    expect((await anonymous.post(registrations, form)).status).toBe(403);
    expect(await mailsOf(platform)).toEqual([]);
  });

  it("makes an account without an organisation, which the mailed link activates", async () => {
    await configure({ selfRegistration: true });
    const made = await anonymous.post(registrations, form);
    expect(made).toMatchObject({
      status: 201,
      body: { id: "2", orgRoles: {}, status: "notActivated", createdBy: "2" },
    });
    expect(made.body).not.toHaveProperty("password");
    await expect(anonymous.as("erika", strong)).rejects.toThrow("Wrong credentials");
    expect(await confirm(await newKey())).toMatchObject({ status: 200, body: { id: "2", status: "active" } });
    const erika = await anonymous.as("erika", strong);
    expect((await erika.get("/accounts/v1/organisations")).body).toEqual([]);
  });

  it("keeps names unique, and hides whose they are", async () => {
    await configure({ selfRegistration: true });
    await anonymous.post(registrations, form);
    const again = await anonymous.post(registrations, { ...form, email: "other@users.example" });
    expect(again).toMatchObject({ status: 409, body: { message: 'The user name "erika" is taken.' } });
    expect((await anonymous.post(registrations, { ...form, username: "other" })).status).toBe(409);
  });

  it("keeps the rule for passwords", async () => {
    await configure({ selfRegistration: true });
    expect(invalidFields(await anonymous.post(registrations, { ...form, password: "sunshine" }))).toEqual(["password"]);
  });

  it("works with an expired session", async () => {
    await configure({ selfRegistration: true });
    const visitor = new Visitor(platform.emulator.url, "over");
    expect((await visitor.post(registrations, form)).status).toBe(201);
    expect((await visitor.post(registrations, form)).status).toBe(409);
  });
});

describe("an activation", () => {
  const invite = () => admin.post(users, { ...form, password: undefined, organisation: "1", role: "user" });

  it("needs a password if the user has none", async () => {
    await invite();
    const key = await newKey();
    expect(invalidFields(await confirm(key))).toEqual(["password"]);
    expect(invalidFields(await confirm(key, "sunshine"))).toEqual(["password"]);
    expect((await confirm(key, strong)).status).toBe(200);
    await expect(anonymous.as("erika", strong)).resolves.toBeDefined();
  });

  it("succeeds once", async () => {
    await invite();
    const key = await newKey();
    await confirm(key, strong);
    expect((await confirm(key, "Moonshine-42")).status).toBe(404);
    await expect(anonymous.as("erika", strong)).resolves.toBeDefined();
  });

  it("has a link that is valid for as long as was configured when it was mailed", async () => {
    await invite();
    await configure({ activationHours: 1000 });
    time += 24 * hour;
    expect((await confirm(await newKey(), strong)).status).toBe(404);
  });

  it("can be mailed again, and the earlier link ends", async () => {
    await invite();
    const first = await newKey();
    time += 30 * hour;
    // A day later the session is over too.
    const again = await anonymous.as(platform.emulator.username, platform.emulator.password);
    const resend = () => again.send("POST", "/accounts/v1/admin/users/2/activation");
    expect((await resend()).status).toBe(200);
    expect((await confirm(first, strong)).status).toBe(404);
    expect((await confirm(await newKey(), strong)).status).toBe(200);
    expect((await resend()).status).toBe(409);
  });

  it("can be mailed again only by administrators and the user's Superusers", async () => {
    await organisation(admin, "Land", "1");
    const above = await user(admin, "above", "1", "orgAdmin");
    const colleague = await user(admin, "colleague", "2", "orgAdmin");
    await admin.post(users, { ...form, password: undefined, organisation: "2", role: "user" });
    await admin.put("/accounts/v1/organisations/2/members/3", { role: "themeManager" });
    const resend = (by: Visitor) => by.send("POST", "/accounts/v1/admin/users/4/activation");
    expect((await resend(above)).status).toBe(200);
    // A colleague who cannot see accounts that wait does not learn that there is one.
    expect((await resend(colleague)).status).toBe(404);
  });

  it("waits for a deactivated account to come back", async () => {
    await invite();
    const key = await newKey();
    await admin.send("PUT", `${users}/2/deactivation`);
    expect((await confirm(key, strong)).status).toBe(404);
    await admin.delete(`${users}/2/deactivation`);
    expect((await confirm(key, strong)).status).toBe(200);
  });
});

describe("the information about the system", () => {
  it("is shown to administrators, and to roles that may view it (docs/platform.md#roles-and-permissions: viewSystemInfo)", async () => {
    const statuses = await Promise.all(
      ["orgAdmin", "themeManager", "user"].map(async (role) => {
        const visitor = await user(admin, role, "1", role);
        return (await visitor.get("/accounts/v1/admin/system")).status;
      }),
    );
    expect(statuses).toEqual([200, 403, 403]);
    await admin.delete(`${users}/4`);
    expect((await admin.get("/accounts/v1/admin/system")).body).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      organisations: 1,
      users: 3,
    });
  });
});
