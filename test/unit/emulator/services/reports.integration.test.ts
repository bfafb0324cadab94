import { bucket, type TestBucket } from "../support/buckets";
import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

// 1 Operator > 2 Land > 3 Kreis.
let platform: Platform;
let admin: Visitor;
let superuser: Visitor;
let member: Visitor;
let roads: TestBucket;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 1, 22);
  platform = await startPlatform({ now: () => now });
  ({ admin } = platform);
  await organisation(admin, "Land", "1");
  await organisation(admin, "=Kreis", "2");
  superuser = await user(admin, "superuser", "2", "orgAdmin");
  member = await user(admin, "member", "3", "dataManager");
  const validation = { activated: true, data: ["INSPIRE GML"], services: ["WMS"] };
  const theme = await admin.post("/resources/themes/org/2", { name: "Straßen", validation });
  roads = await bucket(admin, "data", "org/2", { name: "Straßen" });
  await admin.put(`${roads.path}/p/theme`, (theme.body as { id: string }).id);
});
afterEach(() => platform.emulator.close());

const job = (type: string, parameters: object = {}) =>
  admin.post("/workflows/jobs", { type, resourceType: "Bucket", resource: roads.combinedId, parameters });
const reportOf = async ({ combinedId }: TestBucket, by = admin) =>
  by.get(`/reports/validation/${combinedId.split(".").join("/")}`);
const callService = (query: string) =>
  fetch(`${platform.emulator.url}/ows/services/${roads.combinedId}_wms?SERVICE=WMS&${query}`);
const usage = async (query = "", by = admin) => (await by.get(`/reports/usage?${query}`)).body;

describe("the validation report of a dataset", () => {
  it("says that nothing was tested as long as nothing was, and what the theme lists", async () => {
    expect(await reportOf(roads)).toMatchObject({
      status: 200,
      body: {
        dataset: roads.combinedId,
        name: "Straßen",
        result: "notTested",
        parts: [
          { part: "datasetMetadata", result: "notTested", conformanceClasses: [] },
          { part: "serviceMetadata", result: "notTested" },
          { part: "services", result: "notTested", conformanceClasses: ["WMS"] },
          { part: "data", result: "notTested", conformanceClasses: ["INSPIRE GML"], findings: [] },
        ],
      },
    });
  });

  it("has what the last validation found, part by part", async () => {
    await admin.add(roads.files, "", "roads.gml");
    const { body } = await job("validation");
    const { body: report } = await reportOf(roads);
    expect(report).toMatchObject({ result: "failed", job: (body as { id: string }).id, tested: now });
    expect(report).toMatchObject({ parts: [{}, {}, {}, { part: "data", result: "failed" }] });
    expect(report).toHaveProperty("parts.3.findings.0.level", "error");
  });

  it("is there for everybody who sees the dataset, and for nobody else", async () => {
    expect((await reportOf(roads, superuser)).status).toBe(200);
    expect((await reportOf(roads, member)).status).toBe(404);
    const list = async (by: Visitor, query = "") =>
      ((await by.get(`/reports/validation?${query}`)).body as { dataset: string }[]).map(({ dataset }) => dataset);
    expect(await list(superuser)).toEqual([roads.combinedId]);
    expect(await list(superuser, "organisation=3")).toEqual([]);
    expect(await list(member)).toEqual([]);
  });
});

describe("the usage of services", () => {
  it("counts what was really called, by type and operation", async () => {
    await admin.put(`${roads.path}/p/theme`, (await wmsTheme()).id);
    await admin.add(roads.files, "1;2", "roads.csv");
    await job("publication", { service: "wms" });
    expect(await usage()).toEqual([]);
    await callService("REQUEST=GetCapabilities");
    await callService("REQUEST=GetCapabilities");
    now += 3 * 60 * 60 * 1000;
    await callService("REQUEST=GetCapabilities");
    const row = { dataset: roads.combinedId, name: "Straßen", type: "wms" };
    expect(await usage()).toEqual([{ ...row, calls: 3, operations: { GetCapabilities: 3 } }]);
    expect(await usage("from=2026-11-02")).toEqual([{ ...row, calls: 1, operations: { GetCapabilities: 1 } }]);
    expect(await usage("to=2026-11-01")).toEqual([{ ...row, calls: 2, operations: { GetCapabilities: 2 } }]);
    expect(await usage("to=2026-10-31")).toEqual([]);
    expect(await usage("organisation=3")).toEqual([]);
    expect(await usage("", member)).toEqual([]);
    await admin.put(`${roads.path}/p/sharingOptions`, { public: true });
    expect(await usage("", member)).toEqual([]);
    expect(await usage("", superuser)).toHaveLength(1);
  });

  it("refuses a period that ends before it begins, and a day that is none", async () => {
    expect(invalidFields(await admin.get("/reports/usage?from=2026-11-02&to=2026-11-01"))).toEqual(["to"]);
    expect((await admin.get("/reports/usage?from=yesterday")).status).toBe(422);
  });
});

describe("the capacity report", () => {
  it("says what an organisation keeps at the end of a period, and what it kept before", async () => {
    await admin.add(roads.files, "12345", "old.txt");
    now += 3 * 60 * 60 * 1000;
    await admin.add(roads.files, "123", "new.txt");
    await admin.put("/resources/organisations/2/capacity", { points: 500 });
    const row = { organisation: "2", name: "Land", datasets: 1, usage: 0, points: 500 };
    const report = async (query: string) => (await superuser.get(`/reports/capacity?organisation=2&${query}`)).body;
    expect(await report("")).toEqual([{ ...row, from: "2025-11-03", to: "2026-11-02", bytesBefore: 0, bytes: 8 }]);
    expect(await report("from=2026-11-02&to=2026-11-02")).toMatchObject([{ bytesBefore: 5, bytes: 8 }]);
    expect(await report("to=2026-11-01")).toMatchObject([{ bytesBefore: 0, bytes: 5 }]);
    expect(await report("to=2026-10-31")).toMatchObject([{ datasets: 0, bytes: 0 }]);
  });

  it("is for whoever may edit the organisation", async () => {
    const organisations = async (by: Visitor) =>
      ((await by.get("/reports/capacity")).body as { organisation: string }[]).map(({ organisation: id }) => id);
    expect(await organisations(superuser)).toEqual(["2", "3"]);
    expect(await organisations(member)).toEqual([]);
    expect((await member.get("/reports/capacity?organisation=3")).status).toBe(403);
    expect((await superuser.get("/reports/capacity?organisation=99")).status).toBe(403);
  });

  it("comes as a CSV file as well, in which no name is taken for a formula", async () => {
    const { bytes, headers } = await superuser.download("/reports/capacity.csv?from=2026-11-01&to=2026-11-01");
    expect(headers.get("content-type")).toContain("text/csv");
    expect(bytes.toString("utf8").split("\r\n")).toEqual([
      "organisation,name,from,to,datasets,bytesBefore,bytes,usage,points",
      "2,Land,2026-11-01,2026-11-01,1,0,0,0,",
      "3,'=Kreis,2026-11-01,2026-11-01,0,0,0,0,",
      "",
    ]);
  });
});

async function wmsTheme(): Promise<{ readonly id: string }> {
  const viewServices = { wms: ["1.3.0"], srs: ["EPSG:25832"] };
  return (await admin.post("/resources/themes/org/2", { name: "Karte", viewServices })).body as { id: string };
}
