import {
  invalidFields,
  organisation,
  startPlatform,
  user,
  type Platform,
  type Reply,
  type Visitor,
} from "../support/visitor";

let platform: Platform;
let admin: Visitor;
let time: number;
beforeEach(async () => {
  time = 1_800_000_000_000;
  platform = await startPlatform({ now: () => time });
  admin = platform.admin;
  await organisation(admin, "Land", "1");
});
afterEach(() => platform.emulator.close());

const of2 = "/resources/organisations/2";
const geometry = `${of2}/geometry`;
const point = { type: "Point", coordinates: [8.65, 49.87] };
const square = (...corners: number[][]) => ({ type: "Polygon", coordinates: [corners] });
const upload = (content: unknown, name = "Gebiet") =>
  admin.upload(geometry, Buffer.isBuffer(content) ? content : JSON.stringify(content), name, "application/json");
const complaint = ({ body }: Reply) => (body as { fields: { message: string }[] }).fields[0]?.message;

describe("the geometry of an organisation (docs/platform.md#organisations)", () => {
  it.each([
    ["a point", point],
    ["a polygon", square([8, 49], [9, 49], [9, 50], [8, 49])],
    ["a feature", { type: "Feature", geometry: point, properties: { name: "Darmstadt" } }],
    ["features", { type: "FeatureCollection", features: [{ type: "Feature", geometry: point, properties: null }] }],
    [
      "features, one of them without a place",
      {
        type: "FeatureCollection",
        features: [
          { type: "Feature", geometry: null, properties: null },
          { type: "Feature", geometry: point, properties: null },
        ],
      },
    ],
    ["a collection", { type: "GeometryCollection", geometries: [point] }],
    ["the whole world", square([-180, -90], [180, -90], [180, 90], [-180, -90])],
    ["heights", { type: "Point", coordinates: [8.65, 49.87, 8000] }],
  ])("may be %s in GeoJSON, and is kept as it was uploaded, under the name of the file", async (_what, json) => {
    const content = Buffer.from(JSON.stringify(json, null, 3));
    const stored = await upload(content, "Gebiet Köln/Bonn");
    expect(stored).toMatchObject({
      status: 200,
      body: {
        geometry: {
          name: "Gebiet Köln/Bonn",
          type: "application/geo+json",
          bytes: content.length,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          stored: time,
        },
      },
    });
    const got = await admin.download(geometry);
    expect(got.bytes).toEqual(content);
    expect(got.headers.get("content-type")).toBe("application/geo+json");
  });

  it.each([
    ["no JSON", Buffer.from("<gml/>")],
    ["no text", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe])],
    ["nothing", Buffer.alloc(0)],
    ["other JSON", { name: "Darmstadt" }],
    ["an open ring", square([8, 49], [9, 49], [9, 50], [8, 50])],
    ["an empty ring", square()],
    ["a position in metres", { type: "Point", coordinates: [475_000, 5_524_000] }],
    ["a latitude beyond the pole", { type: "Point", coordinates: [8, 90.1] }],
    ["a longitude beyond a whole turn", square([8, 49], [360.1, 49], [9, 50], [8, 49])],
  ])("is refused as %s, since the conversion fails", async (_what, content) => {
    const refused = await upload(content);
    expect(invalidFields(refused)).toEqual(["file"]);
    expect(complaint(refused)).toMatch(/^Conversion failed: ./);
    expect((await admin.get(geometry)).status).toBe(404);
  });

  it.each([
    [
      "features without any place",
      { type: "FeatureCollection", features: [{ type: "Feature", geometry: null, properties: null }] },
    ],
    ["a longitude beyond the date line", square([8, 49], [180.1, 49], [9, 50], [8, 49])],
  ])("may be %s, which RFC 7946 allows", async (_what, content) => {
    expect((await upload(content)).status).toBe(200);
  });

  it("is refused like any other file if it is nested too deeply", async () => {
    const depth = 100_000;
    const refused = await upload(Buffer.from(`${"[".repeat(depth)}${"]".repeat(depth)}`));
    expect(invalidFields(refused)).toEqual(["file"]);
    const open = '{"type":"GeometryCollection","geometries":[';
    const nested = `${open.repeat(depth)}${JSON.stringify(point)}${"]}".repeat(depth)}`;
    expect(invalidFields(await upload(Buffer.from(nested)))).toEqual(["file"]);
  });

  it("is the only one: the next replaces it, and it can be removed once", async () => {
    await upload(point, "first");
    await upload(square([8, 49], [9, 49], [9, 50], [8, 49]), "second");
    expect((await admin.get(of2)).body).toMatchObject({ geometry: { name: "second" } });
    expect(await admin.delete(geometry)).toMatchObject({ status: 200, body: { error: false } });
    expect((await admin.get(of2)).body).not.toHaveProperty("geometry");
    expect((await admin.delete(geometry)).status).toBe(404);
  });

  it("may be changed by those who edit the organisation, and read by those who see it", async () => {
    const member = await user(admin, "member", "2", "themeManager");
    const stranger = await user(admin, "stranger", await organisation(admin, "Anderes Land"), "orgAdmin");
    await upload(point);
    expect((await member.upload(geometry, JSON.stringify(point))).status).toBe(403);
    expect((await member.delete(geometry)).status).toBe(403);
    expect((await member.download(geometry)).body).toBe(JSON.stringify(point));
    expect((await stranger.upload(geometry, JSON.stringify(point))).status).toBe(404);
    expect((await stranger.get(geometry)).status).toBe(404);
  });
});
