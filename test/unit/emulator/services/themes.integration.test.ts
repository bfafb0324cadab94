import { bucket, type TestBucket } from "../support/buckets";
import { addRoads } from "../support/samples";
import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

// 1 Operator > 2 Land > 3 Kreis; 4 Anderes Land.
let platform: Platform;
let admin: Visitor;
let manager: Visitor;
let inKreis: Visitor;
let stranger: Visitor;
let schema: TestBucket;
let project: TestBucket;
beforeAll(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  for (const [name, parent] of [["Land", "1"], ["Kreis", "2"], ["Anderes Land"]] as const) {
    await organisation(admin, name, parent);
  }
  manager = await user(admin, "manager", "2", "themeManager");
  inKreis = await user(admin, "data", "3", "dataManager");
  stranger = await user(admin, "stranger", "4", "themeManager");
  schema = await bucket(admin, "schemas", "org/2", { name: "Straßen" });
  await addRoads(admin, schema);
  project = await bucket(admin, "projects", "org/2", { name: "Nach INSPIRE" });
});
afterAll(() => platform.emulator.close());

const themes = "/resources/themes";
const addressOf = ({ id }: { readonly id: string }) => `${themes}/${id.split(".").join("/")}`;
const send = (form: object, by = manager, owner = "org/2") =>
  by.post(`${themes}/${owner}`, { name: "Straßen", ...form });

interface Theme {
  readonly id: string;
  readonly [field: string]: unknown;
}

async function create(form: object = {}, by = manager, owner = "org/2"): Promise<Theme> {
  const { status, body } = await send(form, by, owner);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as Theme;
}

/** Every field of a theme, but its base theme. */
const whole = () => ({
  type: "Custom",
  version: "1",
  description: "Straßen im Land",
  public: false,
  subscribed: false,
  metadataOnly: false,
  uploadInstructions: { single: "Eine Datei", batch: "Ein Archiv" },
  featureTypes: [
    {
      schema: schema.combinedId,
      featureType: "Road",
      alias: "Straße",
      properties: [
        { property: "number", display: true, alias: "Nummer" },
        { property: "lanes", display: false, renderer: { type: "number", format: "###.##" } },
        { property: "surface", renderer: { type: "codelist", labels: { a: "Asphalt" } } },
      ],
    },
  ],
  removeZ: true,
  datasetNamePattern: "{{file.name}}",
  showMetadataEditor: true,
  datasetMetadata: {
    source: "editor",
    language: "ger",
    profiles: ["gdi-de", "!crs-info-anchor"],
    configuration: [
      {
        name: "general",
        title: "Allgemein",
        expand: false,
        fields: [
          { name: "md-dataset.citation.title", required: true, type: "string", schema: null, targets: { bsp: "a" } },
        ],
      },
    ],
  },
  serviceMetadata: { source: "link" },
  viewServices: { wms: ["1.1.1", "1.3.0"], srs: ["EPSG:25832"], getFeatureInfo: true, rasterLayers: true },
  downloadServices: [
    { type: "predefinedDataset", formats: ["shapefile", "gml"], srs: ["EPSG:4258"], attachmentLinks: true },
    { type: "wfs", srs: ["EPSG:25832"] },
  ],
  transformations: [],
  automation: { execution: "later", interval: "monthly", day: 1, time: "01:30" },
  aggregateServices: true,
  validation: { activated: true, data: ["INSPIRE GML"] },
});

describe("a theme", () => {
  it("has everything that it was given", async () => {
    const made = await create(whole());
    expect(made).toMatchObject({ ownerType: "org", ownerId: "2", name: "Straßen", ...whole() });
    expect((await manager.get(addressOf(made))).body).toEqual(made);
    expect((await manager.get(`${themes}?limit=500`)).body).toContainEqual(made);
  });

  it("is changed member by member: what is left out stays, and an empty text or list is cleared", async () => {
    const made = await create(whole());
    const { body } = await manager.put(addressOf(made), {
      version: "",
      viewServices: { srs: [], getFeatureInfo: false },
      downloadServices: [],
      automation: { execution: "manually" },
    });
    const { version: _version, ...rest } = made;
    expect(body).toEqual({
      ...rest,
      viewServices: { wms: ["1.1.1", "1.3.0"], getFeatureInfo: false, rasterLayers: true },
      downloadServices: [],
      automation: { execution: "manually" },
      lastModified: (body as { lastModified: number }).lastModified,
    });
    expect((body as { lastModified: number }).lastModified).toBeGreaterThan(made["lastModified"] as number);
  });

  it("copies its base theme once, and keeps what it was given itself", async () => {
    const base = await create(whole());
    const copy = await create({ name: "Kreisstraßen", baseTheme: base.id, removeZ: false });
    await manager.put(addressOf(base), { datasetNamePattern: "{{organisation.name}}" });
    const { body } = await manager.get(addressOf(copy));
    const { type: _type, version: _version, description: _description, ...configuration } = whole();
    expect(body).toMatchObject({ ...configuration, name: "Kreisstraßen", baseTheme: base.id, removeZ: false });
    expect(body).not.toHaveProperty("version");
  });

  it("transforms with a project into another theme", async () => {
    const target = await create({ name: "Ziel" });
    const transformations = [{ project: project.combinedId, theme: target.id }];
    expect(await create({ transformations })).toMatchObject({ transformations });
  });
});

describe("who may do what with a theme", () => {
  it("lets Theme Managers create themes, and nobody below", async () => {
    expect((await send({}, inKreis, "org/3")).status).toBe(403);
    expect((await send({}, stranger, "org/2")).status).toBe(404);
  });

  it("shows it to the organisations below, and to everybody once it is public", async () => {
    const made = await create();
    expect((await inKreis.get(addressOf(made))).status).toBe(200);
    expect((await stranger.get(addressOf(made))).status).toBe(404);
    expect((await platform.anonymous.get(addressOf(made))).status).toBe(404);
    await manager.put(addressOf(made), { public: true });
    expect((await stranger.get(addressOf(made))).status).toBe(200);
    expect((await platform.anonymous.get(`${themes}?limit=500`)).body).toContainEqual(
      expect.objectContaining({ id: made.id }),
    );
    expect((await stranger.put(addressOf(made), { version: "2" })).status).toBe(403);
    expect((await inKreis.delete(addressOf(made))).status).toBe(403);
  });

  it("lets everybody who sees it subscribe, each for themselves", async () => {
    const made = await create();
    expect((await inKreis.put(addressOf(made), { subscribed: true })).body).toEqual({ ...made, subscribed: true });
    expect((await manager.get(addressOf(made))).body).toMatchObject({ subscribed: false });
    expect((await inKreis.put(addressOf(made), { subscribed: false })).body).toEqual(made);
  });
});

describe("a theme that names what is not there", () => {
  it("is refused with the place of a feature type or a property that the schema does not have", async () => {
    const of = { schema: schema.combinedId };
    const featureTypes = [
      { ...of, featureType: "Rood" },
      { ...of, featureType: "Road", properties: [{ property: "lanez" }] },
      { schema: "org.2.gone", featureType: "Road" },
    ];
    const reply = await send({ featureTypes });
    expect(invalidFields(reply)).toEqual([
      "featureTypes.0.featureType",
      "featureTypes.1.properties.0.property",
      "featureTypes.2.schema",
    ]);
    expect(JSON.stringify(reply.body)).toContain('did you mean \\"Road\\"?');
  });

  it("is refused for an unknown base theme, project and target theme", async () => {
    expect(invalidFields(await send({ baseTheme: "org.2.gone" }))).toEqual(["baseTheme"]);
    const transformations = [{ project: "org.2.gone", theme: "org.2.gone" }];
    expect(invalidFields(await send({ transformations }))).toEqual([
      "transformations.0.project",
      "transformations.0.theme",
    ]);
  });

  it.each([
    ["styles that are no XML", { viewServices: { sld: "<StyledLayerDescriptor>" } }, ["viewServices.sld"]],
    ["another document instead of styles", { viewServices: { sld: "<Styles/>" } }, ["viewServices.sld"]],
    ["a test that a list has twice", { validation: { data: ["one", "two", "one"] } }, ["validation.data.2"]],
    [
      "a schedule without its time",
      { automation: { execution: "later", interval: "weekly", day: 2 } },
      ["automation.time", "automation.weekday", "automation.day"],
    ],
    [
      "a profile that is on and off",
      { datasetMetadata: { profiles: ["gdi-de", "!gdi-de"] } },
      ["datasetMetadata.profiles.1"],
    ],
    [
      "a field whose type does not exist, and a member that does not",
      { datasetMetadata: { configuration: [{ name: "a", fields: [{ name: "b", type: "text", requird: true }] }] } },
      ["datasetMetadata.configuration.0.fields.0.type", "datasetMetadata.configuration.0.fields.0.requird"],
    ],
    [
      "a field that two categories have",
      {
        datasetMetadata: {
          configuration: [
            { name: "a", fields: [{ name: "x" }] },
            { name: "b", fields: [{ name: "x" }] },
          ],
        },
      },
      ["datasetMetadata.configuration.1.fields.0.name"],
    ],
  ])("is refused for %s", async (_what, form, fields) => {
    expect(invalidFields(await send(form))).toEqual(fields);
  });
});

describe("the theme of a dataset", () => {
  it("is set as a property, and keeps the theme from being deleted", async () => {
    const theme = await create();
    const dataset = await bucket(manager, "data", "org/2", { name: "Kreisstraßen" });
    expect((await manager.put(`${dataset.path}/p/theme`, theme.id)).status).toBe(200);
    expect((await manager.get(dataset.path)).body).toMatchObject({ properties: { theme: theme.id } });
    const refused = await manager.delete(addressOf(theme));
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toContain(`\\"Kreisstraßen\\" (${dataset.combinedId})`);
    await manager.delete(`${dataset.path}/p/theme`);
    expect((await manager.delete(addressOf(theme))).status).toBe(200);
    expect((await manager.get(addressOf(theme))).status).toBe(404);
  });

  it("counts datasets that the caller does not see without their names", async () => {
    const theme = await create();
    const dataset = await bucket(admin, "data", "org/3", { name: "Geheimes" });
    await inKreis.put(`${dataset.path}/p/theme`, theme.id);
    const refused = await manager.delete(addressOf(theme));
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toContain("datasets: 1 more");
    expect(JSON.stringify(refused.body)).not.toContain("Geheimes");
  });

  it("has to be a theme that whoever sets it sees, and belongs to datasets only", async () => {
    const theme = await create();
    const dataset = await bucket(stranger, "data", "org/4");
    expect(invalidFields(await stranger.put(`${dataset.path}/p/theme`, theme.id))).toEqual(["theme"]);
    expect(invalidFields(await manager.put(`${project.path}/p/theme`, theme.id))).toEqual(["property"]);
  });
});

it("an organisation with a theme is not deleted, and its dry run names the theme", async () => {
  const id = await organisation(admin, "Mit Thema");
  const theme = await create({}, admin, `org/${id}`);
  expect((await admin.get(`/actions/organisations/${id}/deletion`)).body).toMatchObject({
    themes: [{ id: theme.id, name: "Straßen" }],
  });
  expect((await admin.delete(`/actions/organisations/${id}`)).status).toBe(409);
  await admin.delete(addressOf(theme));
  expect((await admin.delete(`/actions/organisations/${id}`)).status).toBe(200);
});
