import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

// 1 Operator > 2 Land > 3 Kreis; 4 Anderes Land beside it.
let platform: Platform;
let admin: Visitor;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  await organisation(admin, "Land", "1");
  await organisation(admin, "Kreis", "2");
  await organisation(admin, "Anderes Land");
});
afterEach(() => platform.emulator.close());

const all = "/resources/organisations";
const of = (id: string) => `${all}/${id}`;
const change = (what: string, body: unknown, by = admin) => by.put(`${of("2")}/${what}`, body);

const atFirst = {
  organisation: "2",
  capacity: { usage: 0 },
  mapConfiguration: {},
  eventsSubscribed: false,
  metadataDownloadLink: false,
  featureToggles: { datasetSeries: false, serviceMonitoring: false, usageStatistics: false },
  cswEndpoint: false,
};

describe("the settings of an organisation", () => {
  it("are there from the beginning, with nothing set and everything off", async () => {
    expect((await admin.get(of("2"))).body).toEqual(atFirst);
  });

  it("are listed to those who see the organisations, by number, in pages", async () => {
    const page = await admin.get(`${all}?offset=1&limit=2`);
    expect(page.body).toMatchObject([{ organisation: "2" }, { organisation: "3" }]);
    expect(page.headers.get("x-total-count")).toBe("4");
    const member = await user(admin, "member", "3", "user");
    expect((await member.get(all)).body).toMatchObject([
      { organisation: "1" },
      { organisation: "2" },
      { organisation: "3" },
    ]);
    expect((await member.get(of("3"))).status).toBe(200);
    expect((await member.get(of("4"))).status).toBe(404);
  });
});

describe("the capacity", () => {
  it("has a limit that can be set and removed", async () => {
    expect((await change("capacity", { points: 20_000 })).body).toMatchObject({
      capacity: { points: 20_000, usage: 0 },
    });
    expect((await change("capacity", { points: 0 })).body).toMatchObject({ capacity: { points: 0, usage: 0 } });
    expect((await change("capacity", { points: null })).body).toEqual(atFirst);
  });

  it.each([{ points: -1 }, { points: 1.5 }, { points: "1" }, {}])("refuses %p", async (body) => {
    expect(invalidFields(await change("capacity", body))).toEqual(["points"]);
  });
});

describe("the map configuration", () => {
  const map = {
    baseMap: "https://maps.land.example/wms?map=a",
    copyright: '© <a href="/">Land</a>',
    layers: ["a", "b"],
  };

  it("keeps members that are left out, and clears empty ones", async () => {
    expect((await change("mapConfiguration", map)).body).toEqual({ ...atFirst, mapConfiguration: map });
    expect((await change("mapConfiguration", { layers: [], copyright: "© Kreis" })).body).toEqual({
      ...atFirst,
      mapConfiguration: { baseMap: map.baseMap, copyright: "© Kreis" },
    });
    expect((await change("mapConfiguration", { baseMap: "", copyright: "" })).body).toEqual(atFirst);
  });

  it("refuses a wrong address and a wrong layer", async () => {
    const refused = await change("mapConfiguration", { baseMap: "ftp://land.example", layers: ["a", "b,c"] });
    expect(invalidFields(refused).sort()).toEqual(["baseMap", "layers.1"]);
  });
});

describe("the tab «Other»", () => {
  it("changes only the given fields", async () => {
    expect((await change("other", { eventsSubscribed: true })).body).toEqual({ ...atFirst, eventsSubscribed: true });
    expect((await change("other", { metadataDownloadLink: true, eventsSubscribed: false })).body).toEqual({
      ...atFirst,
      metadataDownloadLink: true,
    });
  });
});

describe("the feature toggles", () => {
  it("change only if they are given", async () => {
    await change("featureToggles", { datasetSeries: true, usageStatistics: true });
    expect((await change("featureToggles", { datasetSeries: false })).body).toMatchObject({
      featureToggles: { datasetSeries: false, serviceMonitoring: false, usageStatistics: true },
    });
  });

  it("are the three known ones: another is refused by its name, and nothing changes", async () => {
    const refused = await change("featureToggles", { datasetSeries: true, teleportation: true, constructor: true });
    expect(invalidFields(refused)).toEqual(["featureToggles.teleportation", "featureToggles.constructor"]);
    expect((await admin.get(of("2"))).body).toEqual(atFirst);
  });
});

describe("who changes settings", () => {
  const open = [
    ["mapConfiguration", { layers: ["a"] }],
    ["other", { eventsSubscribed: true }],
  ] as const;
  const reserved = [
    ["capacity", { points: 1 }],
    ["featureToggles", { datasetSeries: true }],
    ["cswEndpoint", {}],
  ] as const;

  it.each(open)("%s: those who edit the organisation", async (what, body) => {
    const above = await user(admin, "above", "1", "orgAdmin");
    const below = await user(admin, "below", "3", "orgAdmin");
    const manager = await user(admin, "manager", "2", "themeManager");
    const stranger = await user(admin, "stranger", "4", "orgAdmin");
    const statuses = [above, below, manager, stranger].map(async (by) => (await change(what, body, by)).status);
    expect(await Promise.all(statuses)).toEqual([200, 403, 403, 404]);
  });

  it.each(reserved)(
    "%s: administrators only, not even a Superuser (docs/platform.md#organisations, docs/platform.md#csw)",
    async (what, body) => {
      const superuser = await user(admin, "superuser", "2", "orgAdmin");
      const stranger = await user(admin, "stranger", "4", "orgAdmin");
      expect((await change(what, body, superuser)).status).toBe(403);
      expect((await change(what, body, stranger)).status).toBe(404);
      expect((await change(what, body)).status).toBe(200);
      expect((await superuser.delete(`${of("2")}/cswEndpoint`)).status).toBe(403);
    },
  );
});
