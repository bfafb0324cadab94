import { bucket, listed, type TestBucket } from "../../support/buckets";
import { addRoads, addSample, roadsNamespace, sample } from "../../support/samples";
import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../../support/visitor";
import { webServer } from "../../support/web-server";

// 1 Operator > 2 Land > 3 Kreis; 4 Anderes Land.
let platform: Platform;
let admin: Visitor;
let themeManager: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  for (const [name, parent] of [["Land", "1"], ["Kreis", "2"], ["Anderes Land"]] as const) {
    await organisation(admin, name, parent);
  }
  themeManager = await user(admin, "themeManager", "2", "themeManager");
  stranger = await user(admin, "stranger", "4", "orgAdmin");
});
afterAll(() => platform.emulator.close());

interface Schema {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly [field: string]: unknown;
}

const addressOf = ({ id }: { readonly id: string }) => `/schemas/schemas/${id.split(".").join("/")}`;
const storeOf = ({ id }: { readonly id: string }) => `/store/schemas/buckets/${id.split(".").join("/")}`;
const shown = async (it: { readonly id: string }, by = admin) => (await by.get(addressOf(it))).body;
const ofBucket = ({ combinedId }: TestBucket) => ({ id: combinedId });

async function create(form: object, by = admin, owner = "org/2"): Promise<Schema> {
  const { status, body } = await by.post(`/schemas/schemas/${owner}`, { name: "Straßen", ...form });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as Schema;
}

const ofPreset = { source: { kind: "preset", preset: "inspire-ad-4.0" } };

describe("a schema", () => {
  it("shows what its files say", async () => {
    const made = await bucket(admin, "schemas", "org/2", { name: "Straßen" });
    await addRoads(admin, made);
    expect(await shown(ofBucket(made))).toMatchObject({
      id: made.combinedId,
      name: "Straßen",
      source: { kind: "file" },
      namespaces: [roadsNamespace],
      featureTypes: 2,
      statistics: { types: 6, localTypes: 4, importedTypes: 2, maxPropertyDepth: 3 },
      files: [{ name: "Roads.xsd" }, { name: "Surfaces.xsd" }, { name: "base/BaseTypes.xsd" }],
    });
    expect(await shown(ofBucket(made))).not.toHaveProperty("problem");
  });

  it("shows its feature types, namespaces and locations, the first of them page by page", async () => {
    const made = await bucket(admin, "schemas", "org/2");
    await addRoads(admin, made);
    const inside = async (what: string) => admin.get(`${addressOf(ofBucket(made))}/${what}`);
    const types = await inside("featureTypes?limit=1");
    expect(types.headers.get("x-total-count")).toBe("2");
    expect(types.body).toMatchObject([
      {
        name: "Road",
        namespace: roadsNamespace,
        base: `{${roadsNamespace}}WayType`,
        isAbstract: false,
        isImported: false,
        properties: expect.arrayContaining([
          expect.objectContaining({ name: "survey", isAttribute: true, minOccurs: 1, maxOccurs: 1 }),
        ]) as unknown,
      },
    ]);
    expect((await inside("namespaces")).body).toMatchObject([
      { namespace: roadsNamespace, prefix: "r", isTarget: true, featureTypes: 2 },
      { namespace: "http://www.opengis.net/gml/3.2", isTarget: false, featureTypes: 0 },
      { namespace: "http://example.org/base/1.0" },
    ]);
    expect((await inside("locations")).body).toEqual(
      expect.arrayContaining([
        { location: "Surfaces.xsd", namespace: roadsNamespace, file: "Roads.xsd", isFound: true },
        {
          location: "http://schemas.opengis.net/gml/3.2.1/gml.xsd",
          namespace: "http://www.opengis.net/gml/3.2",
          file: "Roads.xsd",
          isFound: false,
        },
      ]),
    );
  });

  it("is read again when one of its files changes, and says what is missing then", async () => {
    const made = await bucket(admin, "schemas", "org/2");
    expect(await shown(ofBucket(made))).toMatchObject({ featureTypes: 0, namespaces: [] });
    await addRoads(admin, made);
    expect(await shown(ofBucket(made))).toMatchObject({ featureTypes: 2 });
    await admin.delete(`${made.files}/${encodeURIComponent("base/BaseTypes.xsd")}`);
    expect(await shown(ofBucket(made))).toMatchObject({
      featureTypes: 2,
      problem:
        'Roads.xsd:6: the import of http://example.org/base/1.0 from "base/BaseTypes.xsd" is not found: add the file base/BaseTypes.xsd, or correct the schemaLocation',
    });
    await admin.upload(`${made.files}/Roads.xsd`, "<no schema");
    expect(await shown(ofBucket(made))).toMatchObject({
      featureTypes: 0,
      problem: expect.stringMatching(/^Roads\.xsd:1:\d+: it is not XML/) as string,
    });
  });

  it("may be in hale's own form, and says so when no file is a schema", async () => {
    const made = await bucket(admin, "schemas", "org/2");
    await addSample(admin, made, "project/roads.halex.styles.sld");
    expect(await shown(ofBucket(made))).toMatchObject({
      problem: "None of its files is a schema: an XSD, a Shapefile or a hale schema (.hsd) is expected.",
    });
    await addSample(admin, made, "roads.hsd");
    expect(await shown(ofBucket(made))).toMatchObject({ namespaces: [roadsNamespace], featureTypes: 1 });
  });

  it("changes with its bucket, and its bucket with it; an empty text clears a field", async () => {
    const made = await create({ ...ofPreset, author: "INSPIRE", version: "4.0", type: "GML", description: "Adressen" });
    expect(made).toMatchObject({
      author: "INSPIRE",
      version: "4.0",
      type: "GML",
      description: "Adressen",
      public: false,
    });
    const changed = await admin.put(addressOf(made), { name: "Adressen", version: "4.1", author: "", public: true });
    expect(changed.body).toMatchObject({ name: "Adressen", version: "4.1", type: "GML", public: true });
    expect(changed.body).not.toHaveProperty("author");
    expect((await admin.get(storeOf(made))).body).toMatchObject({
      name: "Adressen",
      properties: { version: "4.1", type: "GML", sharingOptions: { public: true } },
    });
    await admin.put(`${storeOf(made)}/p/author`, "Erika Muster");
    expect(await shown(made)).toMatchObject({ author: "Erika Muster" });
  });

  it("is deleted with its bucket", async () => {
    const made = await create(ofPreset);
    expect((await admin.delete(addressOf(made))).status).toBe(200);
    expect((await admin.get(addressOf(made))).status).toBe(404);
    expect(await listed(admin, "schemas")).not.toContain(made.id);
  });

  it("with profiles stays: a deletion is refused both here and in the store", async () => {
    const made = await create(ofPreset);
    await admin.post("/schemas/profiles/org/4", { name: "Kreis", schema: made.id });
    for (const address of [addressOf(made), storeOf(made)]) {
      const refused = await admin.delete(address);
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({
        message: `The schema ${made.id} has profiles, which mean nothing without it: "Kreis". Delete them first.`,
      });
    }
  });
});

describe("a schema is created", () => {
  it("from a preset in the list of presets", async () => {
    const made = await create(ofPreset);
    expect(made).toMatchObject({
      source: { kind: "preset", preset: "inspire-ad-4.0" },
      namespaces: ["http://inspire.ec.europa.eu/schemas/ad/4.0"],
      featureTypes: 6,
      files: [{ name: "Addresses.xsd", type: "application/xml" }],
    });
    const presets = (await platform.anonymous.get("/schemas/presets")).status;
    expect(presets).toBe(401);
    expect((await themeManager.get("/schemas/presets")).body).toContainEqual(
      expect.objectContaining({ id: "inspire-ad-4.0", name: "INSPIRE Addresses 4.0", type: "INSPIRE" }),
    );
  });

  it("empty, for files that follow", async () => {
    const made = await create({ source: { kind: "file" } });
    expect(made).toMatchObject({ files: [], featureTypes: 0, source: { kind: "file" } });
    expect(made).not.toHaveProperty("problem");
  });

  it("from another one: with the same files, and independent from then on", async () => {
    const original = await create(ofPreset);
    const copy = await create({ source: { kind: "schema", schema: original.id } });
    expect(copy).toMatchObject({ source: { kind: "schema", schema: original.id }, featureTypes: 6 });
    expect(copy.files[0]?.sha256).toBe(original.files[0]?.sha256);
    await admin.delete(addressOf(original));
    const file = await admin.download(`/store/schemas/raw/${copy.id.split(".").join("/")}/Addresses.xsd`);
    expect(file.body).toContain("ThoroughfareName");
  });

  it("from an address, with what lies beside it there", async () => {
    const server = await webServer({
      "/Roads.xsd": { body: sample("roads/Roads.xsd") },
      "/Surfaces.xsd": { body: sample("roads/Surfaces.xsd") },
      "/base/BaseTypes.xsd": { body: sample("roads/base/BaseTypes.xsd") },
    });
    const address = `${server.url}/Roads.xsd`;
    const made = await create({ source: { kind: "url", address } });
    await server.close();
    expect(made).toMatchObject({ source: { kind: "url", address }, featureTypes: 2, namespaces: [roadsNamespace] });
    expect(made).not.toHaveProperty("problem");
  });

  it.each([
    ["a preset that is not there", { kind: "preset", preset: "inspire" }, "source.preset"],
    ["a schema that is not there", { kind: "schema", schema: "org.2.none" }, "source.schema"],
    ["an address where nobody is", { kind: "url", address: "http://127.0.0.1:9/a.xsd" }, "source.address"],
    ["an address of another kind", { kind: "url", address: "file:///etc/passwd" }, "source.address"],
    ["a preset without its id", { kind: "preset" }, "source.preset"],
  ])("from %s: refused, and nothing is made", async (_, source, field) => {
    const before = await listed(admin, "schemas");
    expect(invalidFields(await admin.post("/schemas/schemas/org/2", { name: "x", source }))).toEqual([field]);
    expect(await listed(admin, "schemas")).toEqual(before);
  });
});

describe("who may do what with schemas", () => {
  let hidden: Schema;
  let open: Schema;
  beforeAll(async () => {
    hidden = await create(ofPreset);
    open = await create({ ...ofPreset, public: true });
  });

  it("everybody sees public ones and their content, even without a login", async () => {
    for (const somebody of [platform.anonymous, stranger, themeManager]) {
      expect((await somebody.get(addressOf(open))).status).toBe(200);
      expect((await somebody.get(`${addressOf(open)}/featureTypes`)).body).toHaveLength(6);
    }
  });

  it("others answer 404 to those whose organisation does not reach them", async () => {
    for (const somebody of [platform.anonymous, stranger]) {
      for (const place of ["", "/featureTypes", "/namespaces", "/locations"]) {
        expect((await somebody.get(`${addressOf(hidden)}${place}`)).status).toBe(404);
      }
      const list = (await somebody.get("/schemas/schemas?limit=500")).body as Schema[];
      expect(list.map(({ id }) => id)).not.toContain(hidden.id);
      expect(list.map(({ id }) => id)).toContain(open.id);
    }
    const source = { kind: "schema", schema: hidden.id };
    expect(invalidFields(await stranger.post("/schemas/schemas/org/4", { name: "x", source }))).toEqual([
      "source.schema",
    ]);
  });

  it("data managers of suborganisations read, and theme managers of the organisation also write", async () => {
    const below = await user(admin, "below", "3", "dataManager");
    expect((await below.get(addressOf(hidden))).status).toBe(200);
    expect((await below.put(addressOf(hidden), { version: "2" })).status).toBe(403);
    expect((await below.delete(addressOf(hidden))).status).toBe(403);
    expect((await below.post("/schemas/schemas/org/3", { name: "x", ...ofPreset })).status).toBe(403);
    expect((await themeManager.put(addressOf(hidden), { version: "2" })).status).toBe(200);
    const own = await create(ofPreset, themeManager);
    expect((await themeManager.delete(addressOf(own))).status).toBe(200);
    expect((await themeManager.post("/schemas/schemas/org/4", { name: "x", ...ofPreset })).status).toBe(404);
  });
});
