import { mailsOf, organisation, startPlatform, strong, user, type Platform, type Visitor } from "../support/visitor";

let platform: Platform;
let admin: Visitor;
let erika: Visitor;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  erika = await user(admin, "erika", "2", "themeManager");
});
afterEach(() => platform.emulator.close());

const users = "/accounts/v1/users";
const deactivate = (by: Visitor, id: string) => by.send("PUT", `${users}/${id}/deactivation`);
const reactivate = (by: Visitor, id: string) => by.delete(`${users}/${id}/deactivation`);
const remove = (by: Visitor, id: string) => by.delete(`${users}/${id}`);
const subjects = async () => (await mailsOf(platform)).map(({ to, subject }) => `${to}: ${subject}`);
const form = { username: "erika", fullName: "Erika", email: "erika@users.example", organisation: "2", role: "user" };

describe("deactivating a user", () => {
  it("ends sessions, and refuses logins like wrong credentials", async () => {
    expect(await deactivate(admin, "2")).toMatchObject({ status: 200, body: { id: "2", status: "deactivated" } });
    expect(await erika.get(`${users}/profile`)).toMatchObject({ status: 401, body: { error: true } });
    await expect(admin.as("erika", strong)).rejects.toThrow("Wrong credentials");
    await expect(admin.as("erika@users.example", strong)).rejects.toThrow("Wrong credentials");
  });

  it("keeps everything else, and a reactivation brings it back, even the session", async () => {
    await deactivate(admin, "2");
    expect(await reactivate(admin, "2")).toMatchObject({
      status: 200,
      body: { status: "active", orgRoles: { "2": "themeManager" } },
    });
    expect((await erika.get(`${users}/profile`)).status).toBe(200);
    await expect(admin.as("erika", strong)).resolves.toBeDefined();
  });

  it("sends one mail, and so does a reactivation", async () => {
    for (const act of [deactivate, deactivate, reactivate, reactivate]) {
      expect((await act(admin, "2")).status).toBe(200);
    }
    expect(await subjects()).toEqual([
      "erika@users.example: Your hale»connect account was deactivated",
      "erika@users.example: Your hale»connect account was reactivated",
    ]);
  });

  it("leaves an account that was never activated waiting for its activation", async () => {
    await admin.post(users, { ...form, username: "max", email: "max@users.example" });
    expect((await deactivate(admin, "3")).body).toMatchObject({ status: "deactivated" });
    expect((await reactivate(admin, "3")).body).toMatchObject({ status: "notActivated" });
  });
});

describe("deleting a user", () => {
  it("is for good: no profile, no session, no login, no way back", async () => {
    expect(await remove(admin, "2")).toMatchObject({ status: 200, body: { error: false } });
    expect((await admin.get(`${users}/2/profile`)).status).toBe(404);
    expect((await admin.get(`${users}/Name%20of%20erika/profile`)).status).toBe(404);
    expect((await erika.get(`${users}/profile`)).status).toBe(401);
    await expect(admin.as("erika", strong)).rejects.toThrow("Wrong credentials");
    expect((await reactivate(admin, "2")).status).toBe(404);
    expect((await admin.put(`${users}/2`, { city: "Bonn" })).status).toBe(404);
    expect((await remove(admin, "2")).status).toBe(404);
  });

  it("keeps id and user name taken, and frees e-mail address and screen name (docs/platform.md#users)", async () => {
    await remove(admin, "2");
    const again = await admin.post(users, { ...form, email: "new@users.example" });
    expect(again).toMatchObject({ status: 409, body: { error: true } });
    expect((again.body as { message: string }).message).toMatch(
      /"erika" is taken \(user 2\): it stays so after the deletion/,
    );
    const next = await admin.post(users, { ...form, username: "erika2", fullName: "Name of erika" });
    expect(next).toMatchObject({ status: 201, body: { id: "3", screenName: "Name of erika" } });
  });

  it("lets somebody log in with an address that is the user name of a deleted user", async () => {
    await admin.post(users, { ...form, username: "max@users.example", email: "m@users.example", password: strong });
    await remove(admin, "3");
    await admin.post(users, { ...form, username: "max", email: "max@users.example", password: strong });
    await expect(admin.as("max@users.example", strong)).resolves.toBeDefined();
  });

  it("takes roles and invitations away", async () => {
    const elsewhere = await organisation(admin, "Anderes Land");
    const invitation = { username: "erika", email: "erika@users.example", role: "user" };
    await admin.post(`/accounts/v1/organisations/${elsewhere}/invitations`, invitation);
    await remove(admin, "2");
    expect((await admin.get("/accounts/v1/organisations/2/members")).body).toEqual([]);
    expect((await admin.get(`/accounts/v1/organisations/${elsewhere}/members`)).body).toEqual([]);
  });

  it("works for oneself as well", async () => {
    expect((await remove(erika, "2")).status).toBe(200);
    expect((await erika.get(`${users}/profile`)).status).toBe(401);
  });
});

describe("the right to deactivate or delete a user", () => {
  it("belongs to a Superuser of one of the user's organisations or above; others who see the user are refused", async () => {
    await organisation(admin, "Kreis", "2");
    const above = await user(admin, "above", "1", "orgAdmin");
    const beside = await user(admin, "beside", "3", "orgAdmin");
    const colleague = await user(admin, "colleague", "2", "themeManager");
    const stranger = await user(admin, "stranger", await organisation(admin, "Anderes Land"), "orgAdmin");
    for (const [act, permission] of [
      [deactivate, "disable"],
      [reactivate, "disable"],
      [remove, "delete"],
    ] as const) {
      for (const by of [beside, colleague]) {
        const refused = await act(by, "2");
        expect(refused.status).toBe(403);
        expect((refused.body as { message: string }).message).toContain(`User.${permission}`);
      }
      expect((await act(stranger, "2")).status).toBe(404);
    }
    for (const act of [deactivate, reactivate, remove]) {
      expect((await act(above, "2")).status).toBe(200);
    }
  });

  it("is denied to a Superuser if the user is an administrator, who stands above the roles", async () => {
    const superuser = await user(admin, "superuser", "1", "orgAdmin");
    expect((await deactivate(superuser, "1")).status).toBe(403);
    expect((await remove(superuser, "1")).status).toBe(403);
    expect((await superuser.put(`${users}/1`, { email: "mine@users.example" })).status).toBe(403);
    expect((await superuser.put(`${users}/1/password`, { password: "Moonshine-42" })).status).toBe(403);
  });
});
