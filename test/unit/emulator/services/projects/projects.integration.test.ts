import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { writeZip } from "../../../../../provider/formats";
import { bucket, type TestBucket } from "../../support/buckets";
import { addRoads, addSample, hasRealFiles, realFile, roadsNamespace, sample } from "../../support/samples";
import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../../support/visitor";
import { webServer } from "../../support/web-server";

// 1 Operator > 2 Land > 3 Kreis; 4 Anderes Land.
let platform: Platform;
let admin: Visitor;
let stranger: Visitor;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  for (const [name, parent] of [["Land", "1"], ["Kreis", "2"], ["Anderes Land"]] as const) {
    await organisation(admin, name, parent);
  }
  stranger = await user(admin, "stranger", "4", "themeManager");
});
afterEach(() => platform.emulator.close());

const addressOf = ({ combinedId }: TestBucket) => `/projects/projects/${combinedId.split(".").join("/")}`;
const shown = async (it: TestBucket, by = admin) => (await by.get(addressOf(it))).body;
const targetOf = async (it: TestBucket, by = admin) =>
  ((await shown(it, by)) as { targetSchemas: { schema?: string; link?: string }[] }).targetSchemas;

async function project(form: object = {}, owner = "org/2"): Promise<TestBucket> {
  const made = await bucket(admin, "projects", owner, form);
  await addSample(admin, made, "project/roads.halex", "roads.halex");
  await addSample(admin, made, "project/roads.halex.alignment.xml", "roads.halex.alignment.xml");
  return made;
}

async function roadsSchema(owner = "org/2"): Promise<TestBucket> {
  const made = await bucket(admin, "schemas", owner, { name: "Straßen" });
  await addRoads(admin, made);
  return made;
}

describe("a transformation project", () => {
  it("shows what its files say, if its bucket says nothing", async () => {
    const made = await project({ driver: "git" });
    expect(await shown(made)).toMatchObject({
      id: made.combinedId,
      name: "Roads to transport networks",
      author: "Surveyor's office",
      description: "Maps roads of a county.",
      driver: "git",
      public: false,
      cells: 2,
      sourceSchemas: [{ location: "roads.csv", namespace: "http://www.esdi-humboldt.eu/hale/csv" }],
      targetSchemas: [{ location: "http://example.org/schemas/Roads.xsd", namespace: roadsNamespace }],
    });
    await admin.say(`${made.path}/name`, "Straßen");
    await admin.put(`${made.path}/p/author`, "Erika Muster");
    expect(await shown(made)).toMatchObject({
      name: "Straßen",
      author: "Erika Muster",
      description: "Maps roads of a county.",
    });
  });

  it("is read from the archive that hale studio sends", async () => {
    const files = {
      "project.halex": sample("project/roads.halex"),
      "alignment.xml": sample("project/roads.halex.alignment.xml"),
    };
    const list = Object.entries(files).map(([path, content]) => ({ path, open: () => Readable.from([content]) }));
    const made = await bucket(admin, "projects", "org/2");
    await admin.add(made.files, await buffer(writeZip(list)), "project.halez", "application/zip");
    expect(await shown(made)).toMatchObject({ name: "Roads to transport networks", cells: 2 });
  });

  it("shows its mapping", async () => {
    const made = await project();
    expect((await admin.get(`${addressOf(made)}/alignment`)).body).toEqual({
      file: "roads.halex.alignment.xml",
      cells: 2,
      typeCells: 1,
      propertyCells: 1,
      functions: [
        { function: "eu.esdihumboldt.hale.align.formattedstring", cells: 1 },
        { function: "eu.esdihumboldt.hale.align.retype", cells: 1 },
      ],
      baseAlignments: ["../base.alignment.xml"],
    });
    const { body, headers } = await admin.get(`${addressOf(made)}/cells?offset=1`);
    expect(headers.get("x-total-count")).toBe("2");
    expect(body).toEqual([
      {
        id: "C2",
        function: "eu.esdihumboldt.hale.align.formattedstring",
        isOfTypes: false,
        source: [{ type: "roads", path: ["ref"] }],
        target: [{ type: "RoadType", namespace: roadsNamespace, path: ["identifier", "localId"] }],
        parameters: [{ name: "pattern", value: "{ref}" }],
        priority: "normal",
      },
    ]);
  });

  it("says why its files cannot be read as a project, and nothing as long as there are none", async () => {
    const made = await bucket(admin, "projects", "org/2", { name: "Leer" });
    expect(await shown(made)).toMatchObject({ name: "Leer", cells: 0, sourceSchemas: [], targetSchemas: [] });
    expect(await shown(made)).not.toHaveProperty("problem");
    await admin.add(made.files, "x", "readme.txt");
    expect(await shown(made)).toMatchObject({ problem: expect.stringContaining("there is no project file") as string });
    await admin.upload(
      `${made.files}/a.halex`,
      "<hale-project><file name='alignment.xml' location='x.xml'/></hale-project>",
    );
    expect(await shown(made)).toMatchObject({ problem: 'a.halex: its alignment "x.xml" is not there: add that file' });
    expect((await admin.get(`${addressOf(made)}/alignment`)).body).toMatchObject({ cells: 0, functions: [] });
  });

  it("is visible only to those who see its bucket", async () => {
    const made = await project();
    for (const somebody of [platform.anonymous, stranger]) {
      for (const place of ["", "/alignment", "/cells"]) {
        expect((await somebody.get(`${addressOf(made)}${place}`)).status).toBe(404);
      }
      expect((await somebody.get("/projects/projects")).body).toEqual([]);
    }
    await admin.put(`${made.path}/p/sharingOptions`, { public: true });
    expect(await shown(made, platform.anonymous)).toMatchObject({ public: true, cells: 2 });
    expect((await stranger.get("/projects/projects")).body).toMatchObject([{ id: made.combinedId }]);
  });
});

if (hasRealFiles) {
  describe("a real project that lies beside this repository", () => {
    it("has a link to the preset whose published schema it names", async () => {
      const source = { kind: "preset", preset: "inspire-ad-4.0" };
      const { body } = await admin.post("/schemas/schemas/org/2", { name: "Adressen", source });
      const made = await bucket(admin, "projects", "org/2");
      for (const name of ["hauskoordinaten-ad-01.halex", "hauskoordinaten-ad-01.halex.alignment.xml"]) {
        await admin.add(made.files, realFile(`projects/${name}`), name);
      }
      expect(await shown(made)).toMatchObject({
        name: "[Annex I] AdV Hauskoordinaten 5.0 zu INSPIRE Addresses",
        sourceSchemas: [{ location: "adressen.csv" }],
        targetSchemas: [
          {
            location: "https://inspire.ec.europa.eu/schemas/ad/4.0/Addresses.xsd",
            namespace: "http://inspire.ec.europa.eu/schemas/ad/4.0",
            schema: (body as { id: string }).id,
            link: "automatic",
          },
        ],
      });
    });
  });
}

describe("the schemas of a project", () => {
  it("are linked automatically by namespace", async () => {
    const schema = await roadsSchema();
    const made = await project();
    expect(await targetOf(made)).toEqual([
      {
        namespace: roadsNamespace,
        location: "http://example.org/schemas/Roads.xsd",
        schema: schema.combinedId,
        link: "automatic",
      },
    ]);
    await admin.delete(schema.path);
    expect(await targetOf(made)).toEqual([
      { namespace: roadsNamespace, location: "http://example.org/schemas/Roads.xsd" },
    ]);
  });

  it("are linked automatically by the address from which a schema came", async () => {
    const server = await webServer({ "/R.xsd": { body: '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>' } });
    const address = `${server.url}/R.xsd`;
    const { body } = await admin.post("/schemas/schemas/org/2", { name: "R", source: { kind: "url", address } });
    await server.close();
    const made = await bucket(admin, "projects", "org/2");
    const resource = `<resource action-id="eu.esdihumboldt.hale.io.schema.read.target"><setting name="source">${address}</setting></resource>`;
    await admin.upload(`${made.files}/a.halex`, `<hale-project>${resource}</hale-project>`);
    expect(await targetOf(made)).toEqual([
      { location: address, schema: (body as { id: string }).id, link: "automatic" },
    ]);
  });

  it("are linked only if the caller sees them; the owner's own come first", async () => {
    const others = await roadsSchema("org/4");
    const made = await project();
    await admin.put(`${made.path}/p/sharingOptions`, { public: true });
    expect(await targetOf(made)).toMatchObject([{ schema: others.combinedId }]);
    const own = await roadsSchema();
    expect(await targetOf(made)).toMatchObject([{ schema: own.combinedId }]);
    expect(await targetOf(made, stranger)).toMatchObject([{ schema: others.combinedId }]);
    expect((await targetOf(made, platform.anonymous))[0]).not.toHaveProperty("schema");
  });

  it("can be linked by hand, until these links are removed", async () => {
    const automatic = await roadsSchema();
    const other = await bucket(admin, "schemas", "org/2");
    const made = await project();
    const linked = await admin.put(`${addressOf(made)}/schemas`, { target: [other.combinedId] });
    expect(linked.body).toMatchObject({
      targetSchemas: [{ location: "http://example.org/schemas/Roads.xsd", schema: other.combinedId, link: "manual" }],
      sourceSchemas: [{ location: "roads.csv" }],
    });
    const { lastModified } = linked.body as { lastModified: number };
    await admin.put(`${addressOf(made)}/schemas`, { source: [automatic.combinedId] });
    expect(await targetOf(made)).toMatchObject([{ schema: other.combinedId, link: "manual" }]);
    const cleared = await admin.put(`${addressOf(made)}/schemas`, { target: [] });
    expect(cleared.body).toMatchObject({ targetSchemas: [{ schema: automatic.combinedId, link: "automatic" }] });
    expect((cleared.body as { lastModified: number }).lastModified).toBeGreaterThan(lastModified);
  });

  it("can be linked by hand only with schemas that the caller sees, by those who may change the project", async () => {
    const hidden = await roadsSchema("org/4");
    const made = await project();
    const themeManager = await user(admin, "themeManager", "2", "themeManager");
    const link = (by: Visitor, body: object) => by.put(`${addressOf(made)}/schemas`, body);
    expect(invalidFields(await link(themeManager, { source: ["org.2.none"], target: [hidden.combinedId] }))).toEqual([
      "source.0",
      "target.0",
    ]);
    expect(invalidFields(await link(admin, { target: [hidden.combinedId, hidden.combinedId] }))).toEqual(["target.1"]);
    expect((await link(stranger, { target: [] })).status).toBe(404);
    const below = await user(admin, "below", "3", "dataManager");
    expect((await link(below, { target: [] })).status).toBe(403);
  });
});
