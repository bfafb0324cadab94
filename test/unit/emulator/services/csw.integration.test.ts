import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

let time: number;
let platform: Platform;
let admin: Visitor;
let superuser: Visitor;
beforeEach(async () => {
  time = Date.UTC(2026, 0, 31, 23, 30);
  platform = await startPlatform({ now: () => time, tokenLifetimeSeconds: 30 * 86_400 });
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  superuser = await user(admin, "superuser", "2", "orgAdmin");
});
afterEach(() => platform.emulator.close());

const of2 = "/resources/organisations/2";
const activate = () => admin.send("PUT", `${of2}/cswEndpoint`);
const deactivate = () => admin.delete(`${of2}/cswEndpoint`);
const configure = (changes: unknown, by = superuser) => by.put(`${of2}/csw`, changes);
const cswOf = ({ body }: { readonly body: unknown }) => (body as { csw?: unknown }).csw;

const defaults = {
  supportedLanguages: ["ger"],
  defaultLanguage: "ger",
  date: "2026-01-31",
  gemetKeywords: [],
  serviceConformity: "notEvaluated",
  temporalExtent: {},
};

describe("the CSW endpoint of an organisation (docs/platform.md#csw: on request)", () => {
  it("comes with the six fields, filled in by the platform", async () => {
    expect(cswOf(await superuser.get(of2))).toBeUndefined();
    const activated = await activate();
    expect(activated).toMatchObject({ status: 200, body: { cswEndpoint: true } });
    expect(cswOf(activated)).toEqual(defaults);
  });

  it("stays as it is after a second activation", async () => {
    await activate();
    time += 86_400_000;
    expect(cswOf(await activate())).toEqual(defaults);
  });

  it("is deleted with its configuration, and a repetition succeeds", async () => {
    await activate();
    await configure({ gemetKeywords: ["soil"] });
    expect(await deactivate()).toMatchObject({ status: 200, body: { cswEndpoint: false } });
    expect(cswOf(await deactivate())).toBeUndefined();
    time += 86_400_000;
    expect(cswOf(await activate())).toEqual({ ...defaults, date: "2026-02-01" });
  });
});

describe("the CSW configuration", () => {
  it("is refused without an endpoint, with what to do", async () => {
    const refused = await configure({ gemetKeywords: ["soil"] });
    expect(refused).toMatchObject({ status: 409, body: { error: true } });
    expect((refused.body as { message: string }).message).toMatch(/no active CSW endpoint/);
  });

  it("keeps fields that are left out, and fills in the default for empty ones", async () => {
    await activate();
    const all = {
      supportedLanguages: ["eng", "ger"],
      defaultLanguage: "eng",
      date: "2025-12-24",
      gemetKeywords: ["soil", "land use"],
      serviceConformity: "conformant",
      temporalExtent: { begin: "2020-01-01", end: "2025-12-31" },
    };
    expect(cswOf(await configure(all))).toEqual(all);
    expect(cswOf(await configure({ date: "", gemetKeywords: [], temporalExtent: { end: "" } }))).toEqual({
      ...all,
      date: "2026-01-31",
      gemetKeywords: [],
      temporalExtent: { begin: "2020-01-01" },
    });
    expect(cswOf(await configure({ supportedLanguages: [] }))).toMatchObject({ supportedLanguages: ["eng"] });
    expect(cswOf(await configure({ defaultLanguage: "" }))).toMatchObject({
      supportedLanguages: ["ger"],
      defaultLanguage: "ger",
    });
  });

  it("needs its default language among the supported ones, even the platform's own default", async () => {
    await activate();
    expect(invalidFields(await configure({ supportedLanguages: ["eng", "fre"] }))).toEqual(["defaultLanguage"]);
    expect((await configure({ supportedLanguages: ["eng", "fre"], defaultLanguage: "fre" })).status).toBe(200);
    expect(invalidFields(await configure({ defaultLanguage: "ger" }))).toEqual(["defaultLanguage"]);
    expect(invalidFields(await configure({ supportedLanguages: ["eng"] }))).toEqual(["defaultLanguage"]);
  });

  it("needs an extent that begins before it ends, even if only one end changes", async () => {
    await activate();
    expect((await configure({ temporalExtent: { begin: "2025-01-01", end: "2025-01-01" } })).status).toBe(200);
    expect(invalidFields(await configure({ temporalExtent: { end: "2024-12-31" } }))).toEqual(["temporalExtent.end"]);
    expect(invalidFields(await configure({ temporalExtent: { begin: "2025-01-02" } }))).toEqual(["temporalExtent.end"]);
    expect(cswOf(await configure({}))).toMatchObject({ temporalExtent: { begin: "2025-01-01", end: "2025-01-01" } });
  });

  it("says everything that is wrong at once", async () => {
    await activate();
    const refused = await configure({
      supportedLanguages: ["eng"],
      temporalExtent: { begin: "2025-01-02", end: "2025-01-01" },
    });
    expect(invalidFields(refused)).toEqual(["defaultLanguage", "temporalExtent.end"]);
    const malformed = { supportedLanguages: ["deutsch"], date: "31.1.2026", serviceConformity: "perhaps" };
    expect(invalidFields(await configure(malformed)).sort()).toEqual([
      "date",
      "serviceConformity",
      "supportedLanguages.0",
    ]);
  });

  it("may be changed by those who may edit the organisation", async () => {
    await activate();
    const manager = await user(admin, "manager", "2", "themeManager");
    expect((await configure({ gemetKeywords: ["soil"] }, manager)).status).toBe(403);
    expect((await configure({ gemetKeywords: ["soil"] }, admin)).status).toBe(200);
    expect(cswOf(await manager.get(of2))).toMatchObject({ gemetKeywords: ["soil"] });
  });
});
