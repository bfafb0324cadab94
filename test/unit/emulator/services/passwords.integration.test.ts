import {
  invalidFields,
  keyMailedTo,
  mailsOf,
  organisation,
  startPlatform,
  strong,
  user,
  type Platform,
  type Visitor,
} from "../support/visitor";

const hour = 3_600_000;
let time: number;
let platform: Platform;
let admin: Visitor;
let erika: Visitor;
beforeEach(async () => {
  time = Date.now();
  platform = await startPlatform({ now: () => time });
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  erika = await user(admin, "erika", "2", "themeManager");
});
afterEach(() => platform.emulator.close());

const users = "/accounts/v1/users";
const resets = "/accounts/v1/passwords/resets";
const another = "Moonshine-42";
const change = (by: Visitor, id: string, body: unknown) => by.put(`${users}/${id}/password`, body);
const isPasswordOf = async (username: string, password: string) =>
  (await platform.anonymous.post("/accounts/v1/auth/login", { username, password })).status === 200;

describe("changing one's own password", () => {
  it("needs the current one", async () => {
    const changed = await change(erika, "2", { password: another, currentPassword: strong });
    expect(changed).toMatchObject({ status: 200, body: { error: false } });
    expect(await isPasswordOf("erika", another)).toBe(true);
    expect(await isPasswordOf("erika", strong)).toBe(false);
  });

  it.each([
    ["is missing", {}],
    ["is wrong", { currentPassword: "Wrong-1234" }],
  ])("is refused if that %s, and says so", async (_what, more) => {
    expect(invalidFields(await change(erika, "2", { password: another, ...more }))).toEqual(["currentPassword"]);
    expect(await isPasswordOf("erika", strong)).toBe(true);
  });

  it("keeps the rule for passwords, and says everything that is wrong at once", async () => {
    expect(invalidFields(await change(erika, "2", { password: "sunshine", currentPassword: "x" }))).toEqual([
      "password",
      "currentPassword",
    ]);
    expect(invalidFields(await change(erika, "2", { password: "short", currentPassword: strong }))).toEqual([
      "password",
    ]);
  });

  it("works the same for an administrator", async () => {
    expect(invalidFields(await change(admin, "1", { password: another }))).toEqual(["currentPassword"]);
  });
});

describe("changing somebody else's password", () => {
  it("is allowed to administrators and to Superusers of one of the user's organisations or above, without the current one", async () => {
    const superuser = await user(admin, "superuser", "1", "orgAdmin");
    for (const [by, password] of [
      [admin, "Password-1"],
      [superuser, "Password-2"],
    ] as const) {
      expect((await change(by, "2", { password })).status).toBe(200);
      expect(await isPasswordOf("erika", password)).toBe(true);
    }
  });

  it("is refused to everybody else", async () => {
    const colleague = await user(admin, "colleague", "2", "themeManager");
    const stranger = await user(admin, "stranger", await organisation(admin, "Anderes Land"), "orgAdmin");
    expect((await change(colleague, "2", { password: another, currentPassword: strong })).status).toBe(403);
    expect((await change(stranger, "2", { password: another })).status).toBe(404);
    expect(await isPasswordOf("erika", strong)).toBe(true);
  });

  it("activates an account that waited for a password, and ends the mailed link", async () => {
    const form = { username: "max", fullName: "Max", email: "max@users.example", organisation: "2", role: "user" };
    await admin.post(users, form);
    const key = await keyMailedTo(platform, "max@users.example");
    await change(admin, "3", { password: another });
    expect((await admin.get(`${users}/3/profile`)).body).toMatchObject({ status: "active" });
    expect(await isPasswordOf("max", another)).toBe(true);
    expect((await platform.anonymous.put("/accounts/v1/registrations", { key, password: strong })).status).toBe(404);
  });
});

describe("a forgotten password", () => {
  const request = (username: string) => platform.anonymous.post(resets, { username });
  const reset = (key: string, password = another) => platform.anonymous.put(resets, { key, password });
  const newKey = async () => {
    await request("erika");
    return keyMailedTo(platform, "erika@users.example");
  };

  it("is set again with the key in the link, once", async () => {
    const key = await newKey();
    expect(await reset(key)).toMatchObject({ status: 200, body: { error: false } });
    expect(await isPasswordOf("erika", another)).toBe(true);
    expect((await reset(key, "Starshine-42")).status).toBe(404);
  });

  it("can also be requested with the e-mail address", async () => {
    await request("Erika@users.example");
    expect((await mailsOf(platform)).map(({ to }) => to)).toEqual(["erika@users.example"]);
  });

  it("gets the same answer for known and unknown users, and in every state of a user", async () => {
    await user(admin, "gone", "2", "user");
    await user(admin, "away", "2", "user");
    await admin.delete(`${users}/3`);
    await admin.send("PUT", `${users}/4/deactivation`);
    await platform.anonymous.delete("/_emulator/mails");
    const answers = await Promise.all(["erika", "nobody", "gone", "away"].map(request));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect((await mailsOf(platform)).map(({ to }) => to)).toEqual(["erika@users.example"]);
  });

  it("has a link for two hours (docs/platform.md#users)", async () => {
    const late = await newKey();
    time += 2 * hour;
    expect((await reset(late)).status).toBe(404);
    const early = await newKey();
    time += 2 * hour - 1;
    expect((await reset(early)).status).toBe(200);
  });

  it("has one link at a time: the newest", async () => {
    const first = await newKey();
    const second = await newKey();
    expect((await reset(first)).status).toBe(404);
    expect((await reset(second)).status).toBe(200);
  });

  it("keeps the rule for passwords, and keeps the link valid if the rule is broken", async () => {
    const key = await newKey();
    expect(invalidFields(await reset(key, "sunshine"))).toEqual(["password"]);
    expect((await reset(key)).status).toBe(200);
  });

  it.each([
    ["is deactivated", () => admin.send("PUT", `${users}/2/deactivation`)],
    ["is deleted", () => admin.delete(`${users}/2`)],
    ["gets another e-mail address", () => admin.put(`${users}/2`, { email: "other@users.example" })],
    ["gets another password", () => change(admin, "2", { password: "Starshine-42" })],
  ])("loses its link when the user %s", async (_what, act) => {
    const key = await newKey();
    await act();
    expect((await reset(key)).status).toBe(404);
  });

  it("refuses the key of an activation, and an invented one", async () => {
    await admin.post(users, {
      username: "max",
      fullName: "Max",
      email: "max@users.example",
      organisation: "2",
      role: "user",
    });
    expect((await reset(await keyMailedTo(platform, "max@users.example"))).status).toBe(404);
    expect((await reset("made-up")).status).toBe(404);
  });
});
