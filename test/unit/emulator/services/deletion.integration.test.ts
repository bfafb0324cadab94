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

const remove = (by: Visitor, id: string) => by.delete(`/actions/organisations/${id}`);
const preview = (by: Visitor, id: string) => by.get(`/actions/organisations/${id}/deletion`);

describe("deleting an organisation", () => {
  it("says beforehand what else it would delete, without a change", async () => {
    await user(admin, "erika", "2", "user");
    expect((await preview(admin, "2")).body).toEqual({
      id: "2",
      name: "Land",
      suborganisations: [{ id: "3", name: "Kreis" }],
      buckets: [],
      schemas: [],
      themes: [],
      members: [{ id: "2", name: "Name of erika" }],
    });
    expect((await admin.get("/accounts/v1/organisations/2")).status).toBe(200);
  });

  it("is refused while there are suborganisations, and says how many", async () => {
    const refused = await remove(admin, "2");
    expect(refused).toMatchObject({ status: 409, body: { error: true } });
    expect((refused.body as { message: string }).message).toContain("1 suborganisations");
    expect((await admin.get("/accounts/v1/organisations/2")).status).toBe(200);
  });

  it("keeps its members on the platform, without it and their role in it (docs/platform.md#organisations)", async () => {
    const member = await user(admin, "erika", "3", "orgAdmin");
    expect(await remove(admin, "3")).toMatchObject({ status: 200, body: { error: false } });
    expect(await member.get("/accounts/v1/users/2/profile")).toMatchObject({ status: 200, body: { orgRoles: {} } });
    expect((await member.get("/accounts/v1/organisations")).body).toEqual([]);
  });

  it("deletes its invitations and tokens, and ends what was shared with it", async () => {
    await user(admin, "erika", "2", "user");
    const invitation = { username: "erika", email: "erika@users.example", role: "user" };
    await admin.post("/accounts/v1/organisations/3/invitations", invitation);
    await admin.post("/accounts/v1/tokens", { name: "Kartenportal", organisation: "3" });
    await admin.send("POST", "/accounts/v1/organisations/2/sharing/3");
    expect((await preview(admin, "3")).body).toMatchObject({ members: [] });
    expect((await remove(admin, "3")).status).toBe(200);
    expect((await admin.get("/accounts/v1/users/2/profile")).body).not.toHaveProperty("invitations");
    expect((await admin.get("/accounts/v1/tokens")).body).toEqual([]);
    expect((await admin.get("/accounts/v1/tokens/1")).status).toBe(404);
    expect((await admin.get("/accounts/v1/organisations/2")).body).not.toHaveProperty("sharedWith");
  });

  it("deletes its settings", async () => {
    await admin.put("/resources/organisations/3/capacity", { points: 5 });
    await remove(admin, "3");
    expect((await admin.get("/resources/organisations/3")).status).toBe(404);
    const all = (await admin.get("/resources/organisations")).body as { organisation: string }[];
    expect(all.map((it) => it.organisation)).toEqual(["1", "2"]);
  });

  it("succeeds once", async () => {
    expect((await remove(admin, "3")).status).toBe(200);
    expect((await remove(admin, "3")).status).toBe(404);
    expect((await preview(admin, "3")).status).toBe(404);
  });

  it("frees the name, and keeps the id taken", async () => {
    await remove(admin, "3");
    expect(await organisation(admin, "Kreis", "2")).toBe("4");
  });

  it("is allowed to Superusers of it or above, even for their own", async () => {
    const manager = await user(admin, "max", "3", "themeManager");
    const superuser = await user(admin, "erika", "3", "orgAdmin");
    expect((await remove(manager, "3")).status).toBe(403);
    expect((await preview(manager, "3")).status).toBe(403);
    expect((await remove(superuser, "2")).status).toBe(403);
    expect((await remove(superuser, "3")).status).toBe(200);
  });
});
