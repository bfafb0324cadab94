import {
  invalidFields,
  organisation,
  startPlatform,
  user,
  type Platform,
  type Reply,
  type Visitor,
} from "../support/visitor";

const day = 86_400_000;
const begin = 1_800_000_000_000;
let time: number;
let made: number;
let platform: Platform;
let admin: Visitor;
beforeEach(async () => {
  time = begin;
  made = 0;
  platform = await startPlatform({
    now: () => time,
    tokenLifetimeSeconds: 10 * 365 * 86_400,
    newSecret: () => `secret ${(made += 1)}`,
  });
  admin = platform.admin;
  await organisation(admin, "Land", "1");
});
afterEach(() => platform.emulator.close());

const tokens = "/accounts/v1/tokens";
const create = (changes: Record<string, unknown> = {}, by = admin) =>
  by.post(tokens, { name: "Kartenportal", organisation: "2", ...changes });
const regenerate = (id: string, span: unknown = {}) => admin.post(`${tokens}/${id}/regeneration`, span);
const revoke = (id: string) => admin.send("PUT", `${tokens}/${id}/revocation`);
const stateOf = async (id: string) => ((await admin.get(`${tokens}/${id}`)).body as { state: string }).state;
const idsIn = ({ body }: Reply) => (body as { id: string }[]).map(({ id }) => id).join();

describe("making a token for protected services (docs/platform.md#datasets-and-services)", () => {
  it("shows it once, for two weeks from now", async () => {
    const reply = await create();
    expect(reply).toMatchObject({ status: 201 });
    expect(reply.body).toEqual({
      id: "1",
      name: "Kartenportal",
      organisation: "2",
      validFrom: begin,
      validUntil: begin + 14 * day,
      state: "valid",
      token: "secret 1",
      createdBy: "1",
      created: begin,
    });
    for (const path of [`${tokens}/1`, tokens]) {
      expect(JSON.stringify((await admin.get(path)).body)).not.toContain("secret");
    }
  });

  it("takes the days and a reminder", async () => {
    const span = { validFrom: begin + day, validDays: 7, reminder: begin + 8 * day };
    expect((await create(span)).body).toMatchObject({
      validFrom: begin + day,
      validUntil: begin + 8 * day,
      reminder: begin + 8 * day,
      state: "valid",
    });
  });

  it("refuses a reminder after the end, and an invalid number of days", async () => {
    expect(invalidFields(await create({ validDays: 7, reminder: begin + 7 * day + 1 }))).toEqual(["reminder"]);
    expect(invalidFields(await create({ validDays: 0 }))).toEqual(["validDays"]);
  });

  it("needs an organisation that the caller sees", async () => {
    const stranger = await user(admin, "stranger", await organisation(admin, "Anderes Land"), "orgAdmin");
    expect(invalidFields(await create({ organisation: "4711" }))).toEqual(["organisation"]);
    expect(invalidFields(await create({}, stranger))).toEqual(["organisation"]);
  });
});

describe("the state of a token", () => {
  it("is expired at its end, by the clock", async () => {
    await create();
    time += 14 * day - 1;
    expect(await stateOf("1")).toBe("valid");
    time += 1;
    expect(await stateOf("1")).toBe("expired");
  });

  it("is revoked after the revocation, and a repetition succeeds", async () => {
    await create();
    expect(await revoke("1")).toMatchObject({ status: 200, body: { state: "revoked" } });
    expect((await revoke("1")).body).toMatchObject({ state: "revoked" });
    time += 15 * day;
    expect(await stateOf("1")).toBe("revoked");
  });
});

describe("a new secret", () => {
  it("is shown once, with a span of its own", async () => {
    await create({ reminder: begin + day });
    time += day;
    const renewed = await regenerate("1", { validDays: 30 });
    expect(renewed.status).toBe(200);
    expect(renewed.body).toEqual({
      id: "1",
      name: "Kartenportal",
      organisation: "2",
      validFrom: begin + day,
      validUntil: begin + 31 * day,
      state: "valid",
      token: "secret 2",
      createdBy: "1",
      created: begin + day,
    });
    expect((await admin.get(`${tokens}/1`)).body).not.toHaveProperty("token");
  });

  it("makes a revoked or an expired token valid again", async () => {
    await create();
    await revoke("1");
    expect((await regenerate("1")).body).toMatchObject({ state: "valid" });
    time += 15 * day;
    expect((await regenerate("1")).body).toMatchObject({ state: "valid", validUntil: time + 14 * day });
  });

  it("refuses a reminder after the end, and changes nothing then", async () => {
    await create();
    const before = (await admin.get(`${tokens}/1`)).body;
    expect(invalidFields(await regenerate("1", { validDays: 1, reminder: begin + 2 * day }))).toEqual(["reminder"]);
    expect((await admin.get(`${tokens}/1`)).body).toEqual(before);
  });
});

describe("the list of tokens", () => {
  it("is ordered by number, and filtered by organisation and purpose", async () => {
    await create();
    await create({ organisation: "1" });
    await create({ name: "Karten" });
    expect(idsIn(await admin.get(tokens))).toBe("1,2,3");
    expect(idsIn(await admin.get(`${tokens}?organisation=2`))).toBe("1,3");
    expect(idsIn(await admin.get(`${tokens}?name=Karten`))).toBe("3");
    expect(idsIn(await admin.get(`${tokens}?name=Kartenportal&organisation=2`))).toBe("1");
    const page = await admin.get(`${tokens}?offset=1&limit=1`);
    expect([idsIn(page), page.headers.get("x-total-count")]).toEqual(["2", "3"]);
  });

  it("leaves out removed tokens, and their numbers stay taken", async () => {
    await create();
    expect(await admin.delete(`${tokens}/1`)).toMatchObject({ status: 200, body: { error: false } });
    expect((await admin.get(`${tokens}/1`)).status).toBe(404);
    expect((await admin.delete(`${tokens}/1`)).status).toBe(404);
    expect((await create()).body).toMatchObject({ id: "2" });
  });
});

describe("the people who deal with tokens", () => {
  it("are those who may edit the organisation; everybody else gets nothing", async () => {
    await create();
    const superuser = await user(admin, "superuser", "2", "orgAdmin");
    const manager = await user(admin, "manager", "2", "themeManager");
    expect(idsIn(await superuser.get(tokens))).toBe("1");
    expect((await create({}, superuser)).body).toMatchObject({ createdBy: "2" });
    expect(idsIn(await manager.get(tokens))).toBe("");
    expect((await create({}, manager)).status).toBe(403);
    for (const [method, path] of [
      ["GET", "1"],
      ["PUT", "1/revocation"],
      ["DELETE", "1"],
    ] as const) {
      expect((await manager.send(method, `${tokens}/${path}`)).status).toBe(404);
    }
    expect((await manager.post(`${tokens}/1/regeneration`, {})).status).toBe(404);
  });
});
