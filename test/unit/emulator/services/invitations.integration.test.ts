import {
  invalidFields,
  mailsOf,
  organisation,
  startPlatform,
  user,
  type Platform,
  type Visitor,
} from "../support/visitor";

// 2 Land and 3 Anderes Land are roots of their own. User 2 is the Superuser of 2, user 3 is max of 3.
let platform: Platform;
let admin: Visitor;
let superuser: Visitor;
let max: Visitor;
let time: number;
beforeEach(async () => {
  time = 1_800_000_000_000;
  platform = await startPlatform({ now: () => time });
  admin = platform.admin;
  await organisation(admin, "Land");
  await organisation(admin, "Anderes Land");
  superuser = await user(admin, "superuser", "2", "orgAdmin");
  max = await user(admin, "max", "3", "user");
});
afterEach(() => platform.emulator.close());

const organisations = "/accounts/v1/organisations";
const names = { username: "max", email: "max@users.example" };
const invite = (changes: Record<string, unknown> = {}, by = superuser) =>
  by.post(`${organisations}/2/invitations`, { ...names, role: "themeManager", ...changes });
const accept = (by = max, id = "2") => by.send("PUT", `${organisations}/${id}/invitations`);
const profile = async () => (await max.get("/accounts/v1/users/3/profile")).body as Record<string, unknown>;

describe("an invitation", () => {
  it("goes by mail to somebody whom the caller need not see, by user name and e-mail address (docs/platform.md#users)", async () => {
    expect((await superuser.get("/accounts/v1/users/3/profile")).status).toBe(404);
    expect(await invite()).toMatchObject({
      status: 201,
      body: { user: "3", organisation: "2", role: "themeManager", status: "invited", grantedBy: "2", granted: time },
    });
    expect(await mailsOf(platform)).toEqual([
      { to: "max@users.example", subject: 'You are invited to the organisation "Land" on hale»connect' },
    ]);
  });

  it.each([
    ["user name", { username: "maxim" }],
    ["e-mail address", { email: "maxim@users.example" }],
    ["e-mail address, which is somebody else's,", { email: "superuser@users.example" }],
  ])("with a wrong %s hides which of the two is wrong", async (_what, wrong) => {
    const refused = await invite(wrong);
    expect(invalidFields(refused)).toEqual(["username", "email"]);
    const { fields } = refused.body as { fields: { message: string }[] };
    expect(new Set(fields.map(({ message }) => message)).size).toBe(1);
    expect(await mailsOf(platform)).toEqual([]);
  });

  it("takes the address in any case, and refuses deleted users", async () => {
    expect((await invite({ email: "MAX@users.example" })).status).toBe(201);
    await admin.delete("/accounts/v1/users/3");
    expect(invalidFields(await invite())).toEqual(["username", "email"]);
  });

  it("shows among the members and in the profile, and allows nothing yet", async () => {
    await invite();
    expect((await superuser.get(`${organisations}/2/members`)).body).toMatchObject([
      { user: "2", status: "member" },
      { user: "3", status: "invited", username: "max" },
    ]);
    expect(await profile()).toMatchObject({ orgRoles: { "3": "user" }, invitations: { "2": "themeManager" } });
    expect((await max.get(`${organisations}/2`)).status).toBe(404);
    const { body } = await max.get("/accounts/v1/permissions/Schema/create");
    expect(body).toMatchObject({ organisations: { "3": false } });
  });

  it("is accepted by the invited user, and gives the offered role", async () => {
    await invite();
    time += 5000;
    expect(await accept()).toMatchObject({
      status: 200,
      body: { user: "3", role: "themeManager", status: "member", grantedBy: "2", granted: time - 5000 },
    });
    expect(await profile()).toMatchObject({ orgRoles: { "2": "themeManager", "3": "user" } });
    expect(await profile()).not.toHaveProperty("invitations");
    expect((await max.get(`${organisations}/2`)).status).toBe(200);
  });

  it("can be accepted again without a second effect, as after a lost answer", async () => {
    await invite();
    const first = await accept();
    expect(await accept()).toMatchObject({ status: 200, body: first.body as object });
  });

  it.each(["2", "4711", "constructor"])("has to exist to be accepted (%s)", async (id) => {
    expect((await accept(max, id)).status).toBe(404);
  });

  it("is refused beside a role or another invitation", async () => {
    await invite();
    expect((await invite()).status).toBe(409);
    expect((await admin.post(`${organisations}/2/members`, { user: "3", role: "user" })).status).toBe(409);
    await accept();
    expect((await invite()).status).toBe(409);
  });

  it("can be changed and taken back", async () => {
    await invite();
    const changed = await superuser.put(`${organisations}/2/members/3`, { role: "user" });
    expect(changed).toMatchObject({ status: 200, body: { role: "user", status: "invited" } });
    expect((await superuser.delete(`${organisations}/2/members/3`)).status).toBe(200);
    expect((await accept()).status).toBe(404);
  });

  it("is reserved for those who may assign roles", async () => {
    const manager = await user(admin, "manager", "2", "themeManager");
    expect((await invite({}, manager)).status).toBe(403);
    expect((await invite({}, max)).status).toBe(404);
    await invite();
    const shown = (await manager.get(`${organisations}/2/members`)).body as { user: string }[];
    expect(shown.map((member) => member.user)).toEqual(["2", "4"]);
  });
});
