import { serviceUsage } from "../../../../../emulator/world/service-usage";
import { Services } from "../../../../../emulator/world/services";
import { bucket, type TestBucket } from "../../support/buckets";
import {
  invalidFields,
  organisation,
  startPlatform,
  strong,
  user,
  type Platform,
  type Reply,
} from "../../support/visitor";

let platform: Platform;
let dataset: TestBucket;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 1);
  platform = await startPlatform({ now: () => now });
  dataset = await datasetOf(await theme());
});
afterEach(() => platform.emulator.close());

const theme = async (form: object = {}) =>
  ((await platform.admin.post("/resources/themes/org/1", { name: "Verkehr", ...form })).body as { id: string }).id;

async function datasetOf(themeId: string): Promise<TestBucket> {
  const made = await bucket(platform.admin, "data", "org/1", { name: "Straßen & Wege" });
  await platform.admin.put(`${made.path}/p/theme`, themeId);
  await platform.admin.add(made.files, "<wege/>", "wege.xml");
  return made;
}

const job = (type: string, service: string, of = dataset) =>
  platform.admin.post("/workflows/jobs", {
    type,
    resourceType: "Bucket",
    resource: of.combinedId,
    parameters: { service },
  });
const publish = (service: string, of = dataset) => job("publication", service, of);
const idOf = (suffix: string) => `${dataset.combinedId}_${suffix}`;
const get = (suffix: string) => platform.admin.get(`/workflows/services/${idOf(suffix)}`);
const protect = (access: object, suffix = "wfs") =>
  platform.admin.put(`/workflows/services/${idOf(suffix)}/access`, access);
const list = async (query = "", by = platform.admin) =>
  ((await by.get(`/workflows/services?${query}`)).body as { id: string }[]).map(({ id }) => id);
const call = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${platform.emulator.url}/ows/services/${idOf("wfs")}?SERVICE=WFS&${query}`, { headers });
const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
});

describe("a service", () => {
  it("is published with its dataset and theme as they are", async () => {
    expect(await get("wms")).toMatchObject({ body: { state: "unpublished", category: "view" } });
    expect(await publish("wms")).toMatchObject({ body: { state: "successful", result: idOf("wms") } });
    expect(await get("wms")).toMatchObject({
      status: 200,
      body: {
        id: idOf("wms"),
        dataset: dataset.combinedId,
        type: "wms",
        state: "published",
        access: { type: "open" },
        address: `${platform.emulator.url}/ows/services/${idOf("wms")}`,
        published: now,
        publishedBy: "1",
        theme: expect.stringMatching(/^org\.1\./) as string,
        themeModified: now,
      },
    });
  });

  it("is taken from the net by a job, and again if it is not there", async () => {
    await publish("wms");
    for (const message of ["is not published any more", "was not published"]) {
      const { body } = await job("unpublication", "wms");
      expect(JSON.stringify(body)).toContain(message);
    }
    expect(await get("wms")).toMatchObject({ body: { state: "unpublished" } });
  });

  it("is not published without a file", async () => {
    const empty = await bucket(platform.admin, "data", "org/1");
    await platform.admin.put(`${empty.path}/p/theme`, await theme());
    const { body } = await publish("wms", empty);
    expect(body).toMatchObject({ state: "failed", message: "The publication failed: The dataset has no file." });
  });

  it("that the theme does not have is refused", async () => {
    const onlyMaps = await datasetOf(await theme({ viewServices: { wms: ["1.3.0"] } }));
    const onlyMetadata = await datasetOf(await theme({ metadataOnly: true }));
    expect((await publish("wms", onlyMaps)).status).toBe(201);
    for (const refused of [await publish("wfs", onlyMaps), await publish("wms", onlyMetadata)]) {
      expect(invalidFields(refused)).toEqual(["resource"]);
    }
  });
});

describe("the list of services", () => {
  it("has pages and filters, in the order of the names", async () => {
    const other = await datasetOf(await theme());
    await publish("wms");
    await publish("wfs");
    await publish("wms", other);
    await protect({ type: "open" }, "ogcapi");
    const all = [idOf("wms"), idOf("wfs"), idOf("ogcapi"), `${other.combinedId}_wms`].sort();
    expect(await list()).toEqual(all);
    expect(await list("offset=1&limit=1")).toEqual([all[1]]);
    expect(await list(`dataset=${other.combinedId}`)).toEqual([`${other.combinedId}_wms`]);
    expect(await list("state=unpublished")).toEqual([idOf("ogcapi")]);
    expect(await list("organisation=2")).toEqual([]);
  });

  it("has only services of datasets that the caller sees", async () => {
    await publish("wms");
    const other = await organisation(platform.admin, "Anderes Land");
    const stranger = await user(platform.admin, "stranger", other, "dataManager");
    expect(await list("", stranger)).toEqual([]);
    expect((await stranger.get(`/workflows/services/${idOf("wms")}`)).status).toBe(404);
  });
});

describe("access", () => {
  it("that is set is in force from the next publication on", async () => {
    await publish("wfs");
    await protect({ type: "organisationToken" });
    expect(await get("wfs")).toMatchObject({
      body: { access: { type: "open" }, nextAccess: { type: "organisationToken" } },
    });
    expect((await call("REQUEST=GetFeature")).status).toBe(200);
    await publish("wfs");
    expect((await get("wfs")).body).toMatchObject({ access: { type: "organisationToken" } });
    expect((await get("wfs")).body).not.toHaveProperty("nextAccess");
    expect((await call("REQUEST=GetFeature")).status).toBe(403);
  });

  it("by token is for those who have a valid one of the organisation", async () => {
    await protect({ type: "organisationToken" });
    await publish("wfs");
    const other = await organisation(platform.admin, "Anderes Land");
    const tokenOf = async (id: string) =>
      (await platform.admin.post("/accounts/v1/tokens", { name: "Karte", organisation: id, validDays: 1 })).body as {
        token: string;
      };
    const [own, foreign] = [await tokenOf("1"), await tokenOf(other)];
    const asked = async (token: string) => (await call(`REQUEST=GetCapabilities&kelvin_token=${token}`)).status;
    expect([await asked(own.token), await asked(foreign.token), await asked("made-up")]).toEqual([200, 403, 403]);
    now += 24 * 60 * 60 * 1000;
    expect(await asked(own.token)).toBe(403);
  });

  it("by password leaves GetCapabilities open", async () => {
    await protect({ type: "password", user: "karte", password: strong });
    await publish("wfs");
    expect((await call("REQUEST=GetCapabilities")).status).toBe(200);
    const refused = await call("REQUEST=GetFeature");
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining("Basic")]);
    expect((await call("REQUEST=GetFeature", basic("karte", "falsch"))).status).toBe(401);
    expect((await call("REQUEST=GetFeature", basic("andere", strong))).status).toBe(401);
    expect((await call("REQUEST=GetFeature", basic("karte", strong))).status).toBe(200);
  });

  it("never shows the password", async () => {
    const answers = [
      await protect({ type: "password", user: "karte", password: strong }),
      await publish("wfs"),
      await get("wfs"),
    ];
    expect(answers.map(({ status }: Reply) => status)).toEqual([200, 201, 200]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/Sunshine|assword[^"]*":/);
  });

  it("needs user and password if it is by password, and takes none otherwise", async () => {
    expect(invalidFields(await protect({ type: "password", user: "karte" }))).toEqual(["password"]);
    expect(invalidFields(await protect({ type: "open", user: "karte" }))).toEqual(["user"]);
    expect(invalidFields(await protect({ type: "password", user: "k:arte", password: strong }))).toEqual(["user"]);
  });

  it("is set by those who may edit the dataset", async () => {
    await platform.admin.put(`${dataset.path}/p/sharingOptions`, { public: true });
    const reader = await user(platform.admin, "reader", await organisation(platform.admin, "Anderes Land"), "orgAdmin");
    expect((await reader.put(`/workflows/services/${idOf("wfs")}/access`, { type: "open" })).status).toBe(403);
  });
});

describe("at its address", () => {
  it.each([
    [
      "wms",
      "wms",
      "?SERVICE=WMS&REQUEST=GetCapabilities",
      "application/xml",
      '<WMS_Capabilities xmlns="http://www.opengis.net/wms" version="1.3.0">',
    ],
    [
      "wms",
      "wms",
      "?service=wms&request=getcapabilities&version=1.1.1",
      "application/xml",
      '<WMT_MS_Capabilities version="1.1.1">',
    ],
    ["wms", "wms", "?SERVICE=WMS&REQUEST=GetMap", "image/png", "PNG"],
    [
      "wfs",
      "wfs",
      "?SERVICE=WFS&REQUEST=GetCapabilities",
      "application/xml",
      "<ows:Title>Straßen &amp; Wege</ows:Title>",
    ],
    ["wfs", "wfs", "?SERVICE=WFS&REQUEST=GetFeature", "application/gml+xml; version=3.2", 'numberReturned="0"'],
    ["predefinedDataset", "download", "", "application/atom+xml", '<feed xmlns="http://www.w3.org/2005/Atom">'],
  ])("a %s says what it is: _%s%s", async (type, suffix, query, mediaType, said) => {
    await publish(type);
    const { headers, bytes } = await platform.anonymous.download(`/ows/services/${idOf(suffix)}${query}`);
    expect(headers.get("content-type")).toBe(mediaType);
    expect(bytes.toString("utf8")).toContain(said);
  });

  it("the OGC API has a first page and collections", async () => {
    await publish("ogcapiFeatures");
    const page = await platform.anonymous.download(`/ows/datasets/${idOf("ogcapi")}`);
    const { links } = JSON.parse(page.bytes.toString("utf8")) as { links: { rel: string; href: string }[] };
    const data = links.find(({ rel }) => rel === "data")?.href ?? "";
    expect(await (await fetch(data)).json()).toMatchObject({ collections: [{ title: "Straßen & Wege" }] });
    expect((await platform.anonymous.get(`/ows/services/${idOf("ogcapi")}`)).status).toBe(404);
  });

  it("nothing is there that is not published, nor what the service does not do", async () => {
    expect((await call("REQUEST=GetCapabilities")).status).toBe(404);
    await publish("wfs");
    expect((await call("REQUEST=Transaction")).status).toBe(400);
    await platform.admin.delete(dataset.path);
    expect((await call("REQUEST=GetCapabilities")).status).toBe(404);
  });
});

describe("tests and monitoring", () => {
  it("show the test runs of validations, part by part", async () => {
    const validation = { type: "validation", resourceType: "Bucket", resource: dataset.combinedId };
    const { id } = (await platform.admin.post("/workflows/jobs", validation)).body as { id: string };
    const { body } = await platform.admin.get("/workflows/testRuns");
    expect(body).toMatchObject([
      { id: `${id}.datasetMetadata`, job: id, result: "passedWithWarnings", errors: 0, warnings: 2 },
      { id: `${id}.data`, job: id, dataset: dataset.combinedId, result: "passed", errors: 0, warnings: 0 },
    ]);
    expect((await platform.admin.get(`/workflows/testRuns/${id}.data`)).body).toEqual((body as object[])[1]);
  });

  it("say of a published service that it is available", async () => {
    const monitoring = () => platform.admin.get(`/workflows/services/${idOf("wms")}/monitoring`);
    expect((await monitoring()).body).toMatchObject({ isMonitored: false, state: "unknown" });
    await publish("wms");
    expect((await monitoring()).body).toMatchObject({ isMonitored: true, state: "available", since: now });
  });
});

describe("the usage of services", () => {
  it("counts calls by service, day and operation", () => {
    const services = new Services();
    const wms = "org.1.4711_wms";
    services.count(wms, "2026-11-01", "GetCapabilities");
    services.count(wms, "2026-11-01", "GetCapabilities");
    services.count(wms, "2026-11-02", "GetMap");
    services.count("org.2.4712_ogcapi", "2026-11-02", "GetCapabilities");
    const counted = (filter: object) =>
      serviceUsage({ services }, filter).map(({ type, day, count }) => [type, day, count]);
    expect(counted({})).toEqual([
      ["wms", "2026-11-01", 2],
      ["wms", "2026-11-02", 1],
      ["ogcapiFeatures", "2026-11-02", 1],
    ]);
    expect(counted({ organisation: "1", from: "2026-11-02" })).toEqual([["wms", "2026-11-02", 1]]);
    expect(counted({ dataset: "org.2.4712", to: "2026-11-01" })).toEqual([]);
  });
});
