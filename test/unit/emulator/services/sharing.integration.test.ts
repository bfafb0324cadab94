import { organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

// 1 Operator; 2 Land > 3 Kreis; 4 Anderes Land > 5 Anderer Kreis.
let platform: Platform;
let admin: Visitor;
let superuser: Visitor;
let time: number;
beforeEach(async () => {
  time = 1_800_000_000_000;
  platform = await startPlatform({ now: () => time });
  admin = platform.admin;
  await organisation(admin, "Land");
  await organisation(admin, "Kreis", "2");
  await organisation(admin, "Anderes Land");
  await organisation(admin, "Anderer Kreis", "4");
  superuser = await user(admin, "superuser", "2", "orgAdmin");
});
afterEach(() => platform.emulator.close());

const organisations = "/accounts/v1/organisations";
const share = (id: string, other: string, by = superuser) => by.send("POST", `${organisations}/${id}/sharing/${other}`);
const unshare = (id: string, other: string, by = superuser) => by.delete(`${organisations}/${id}/sharing/${other}`);
const idsSeenBy = async (visitor: Visitor) =>
  ((await visitor.get(organisations)).body as { id: string }[]).map(({ id }) => id).join();

describe("sharing an organisation (docs/platform.md#organisations)", () => {
  it("records who did it and when, in the order of the numbers", async () => {
    for (let id = 6; id <= 10; id++) {
      await organisation(admin, `Partner ${id}`);
    }
    await share("2", "10");
    time += 5000;
    const last = await share("2", "9");
    expect(last.status).toBe(201);
    expect((last.body as { sharedWith: unknown }).sharedWith).toEqual([
      { organisation: "9", sharedBy: "2", shared: time },
      { organisation: "10", sharedBy: "2", shared: time - 5000 },
    ]);
  });

  it("lets the other's members see it and those below it, but none above or beside", async () => {
    const member = await user(admin, "member", "5", "user");
    expect(await idsSeenBy(member)).toBe("4,5");
    await share("2", "5");
    expect(await idsSeenBy(member)).toBe("2,3,4,5");
    expect((await member.get(`${organisations}/2/suborganisations`)).body).toMatchObject([{ id: "3" }]);
    await unshare("2", "5");
    await share("3", "5");
    expect(await idsSeenBy(member)).toBe("3,4,5");
  });

  it("counts for Superusers above the other one as well, but for none of its neighbours", async () => {
    const above = await user(admin, "above", "4", "orgAdmin");
    const colleague = await user(admin, "colleague", "4", "user");
    await share("2", "5");
    expect(await idsSeenBy(above)).toBe("2,3,4,5");
    expect(await idsSeenBy(colleague)).toBe("4,5");
  });

  it("lets others only read it, without its users", async () => {
    const member = await user(admin, "member", "5", "orgAdmin");
    await share("2", "5");
    expect((await member.put(`${organisations}/2`, { city: "Dorf" })).status).toBe(403);
    expect((await member.post(`${organisations}/2/suborganisations`, { name: "Dorf" })).status).toBe(403);
    expect((await member.get(`${organisations}/2/members`)).body).toEqual([]);
    expect((await member.get("/accounts/v1/users/2/profile")).status).toBe(404);
  });

  it("goes one way", async () => {
    await share("2", "5");
    expect(await idsSeenBy(superuser)).toBe("2,3");
  });

  it("is refused a second time, and with itself", async () => {
    expect((await share("2", "4")).status).toBe(201);
    expect(await share("2", "4")).toMatchObject({ status: 409, body: { error: true } });
    expect((await share("2", "2")).status).toBe(409);
  });

  it("needs an existing partner, which the caller need not see", async () => {
    expect((await superuser.get(`${organisations}/4`)).status).toBe(404);
    expect((await share("2", "4")).status).toBe(201);
    expect((await share("2", "4711")).status).toBe(404);
  });

  it("can be ended once", async () => {
    await share("2", "4");
    expect(await unshare("2", "4")).toMatchObject({ status: 200, body: { error: false } });
    expect((await admin.get(`${organisations}/2`)).body).not.toHaveProperty("sharedWith");
    expect((await unshare("2", "4")).status).toBe(404);
  });

  it("ends when the other one is deleted", async () => {
    await share("2", "5");
    await share("2", "4");
    await admin.delete("/actions/organisations/5");
    expect((await admin.get(`${organisations}/2`)).body).toMatchObject({ sharedWith: [{ organisation: "4" }] });
    await admin.delete("/actions/organisations/4");
    expect((await admin.get(`${organisations}/2`)).body).not.toHaveProperty("sharedWith");
  });

  it("is allowed to those who may edit the organisation", async () => {
    const manager = await user(admin, "manager", "2", "themeManager");
    const stranger = await user(admin, "stranger", "4", "orgAdmin");
    await share("2", "5");
    expect((await share("2", "4", manager)).status).toBe(403);
    expect((await unshare("2", "5", manager)).status).toBe(403);
    // A Superuser of the other side sees it by now, and does not rule it.
    expect((await unshare("2", "5", stranger)).status).toBe(403);
    expect((await share("3", "4", stranger)).status).toBe(403);
  });
});
