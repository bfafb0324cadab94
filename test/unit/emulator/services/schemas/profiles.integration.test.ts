import { bucket, type TestBucket } from "../../support/buckets";
import { addRoads, roadsNamespace } from "../../support/samples";
import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../../support/visitor";

// 1 Operator > 2 Land > 3 Kreis; 4 Anderes Land.
let platform: Platform;
let admin: Visitor;
let stranger: Visitor;
let schema: TestBucket;
beforeAll(async () => {
  platform = await startPlatform();
  admin = platform.admin;
  for (const [name, parent] of [["Land", "1"], ["Kreis", "2"], ["Anderes Land"]] as const) {
    await organisation(admin, name, parent);
  }
  stranger = await user(admin, "stranger", "4", "themeManager");
  schema = await bucket(admin, "schemas", "org/2", { name: "Straßen" });
  await addRoads(admin, schema);
});
afterAll(() => platform.emulator.close());

const profiles = "/schemas/profiles";
const addressOf = ({ id }: { readonly id: string }) => `${profiles}/${id.split(".").join("/")}`;
const send = (form: object, by = admin, owner = "org/2") =>
  by.post(`${profiles}/${owner}`, { name: "Kreisstraßen", schema: schema.combinedId, ...form });

interface Profile {
  readonly id: string;
  readonly [field: string]: unknown;
}

async function create(form: object = {}, by = admin, owner = "org/2"): Promise<Profile> {
  const { status, body } = await send(form, by, owner);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as Profile;
}

const demands = {
  mandatoryFeatureTypes: ["Road"],
  constraints: [
    { featureType: `{${roadsNamespace}}Road`, property: "number", contentRequired: true, minOccurs: 1 },
    { featureType: "RoadType", property: "identifier/localId", allowedValues: ["A 1"] },
    { featureType: "Road", property: "lanes", minimum: 1, maximum: 12, maxOccurs: 2 },
  ],
  conditions: [
    {
      name: "wide-roads",
      if: { operator: "and", terms: [{ featureType: "Road", property: "lanes", comparison: "atLeast", value: "4" }] },
      then: { operator: "or", terms: [{ featureType: "Road", property: "surface", comparison: "exists" }] },
    },
  ],
  taggedValues: [
    { tag: "ATS-Titel", value: "Straßen" },
    { featureType: "Road", property: "survey", tag: "module-id", value: "7" },
  ],
};

describe("a profile", () => {
  it("narrows a schema", async () => {
    const made = await create({ ...demands, author: "Erika Muster", version: "1", description: "Für Kreise" });
    expect(made).toMatchObject({
      ownerType: "org",
      ownerId: "2",
      schema: schema.combinedId,
      name: "Kreisstraßen",
      author: "Erika Muster",
      public: false,
      ...demands,
    });
    expect((await admin.get(addressOf(made))).body).toEqual(made);
    expect((await admin.get(`${profiles}?limit=500`)).body).toContainEqual(made);
  });

  it("is changed list by list: a list that is left out stays, and an empty list or text is cleared", async () => {
    const made = await create({ ...demands, author: "Erika Muster", version: "1" });
    const { body } = await admin.put(addressOf(made), { author: "", version: "2", constraints: [], public: true });
    const { author: _author, ...rest } = made;
    expect(body).toEqual({
      ...rest,
      version: "2",
      constraints: [],
      public: true,
      lastModified: (body as { lastModified: number }).lastModified,
    });
    expect((body as { lastModified: number }).lastModified).toBeGreaterThan(made["lastModified"] as number);
  });

  it("can be deleted, and after it its schema", async () => {
    const other = await bucket(admin, "schemas", "org/2");
    const made = await create({ schema: other.combinedId });
    expect((await admin.delete(other.path)).status).toBe(409);
    expect((await admin.delete(addressOf(made))).status).toBe(200);
    expect((await admin.get(addressOf(made))).status).toBe(404);
    expect((await admin.delete(other.path)).status).toBe(200);
  });

  it("is deleted with its organisation", async () => {
    const gone = await organisation(admin, "Altes Land");
    const made = await create({}, admin, `org/${gone}`);
    expect((await admin.delete(`/actions/organisations/${gone}`)).status).toBe(200);
    expect((await admin.get(addressOf(made))).status).toBe(404);
  });
});

describe("a profile only narrows", () => {
  const constraint = (form: object) => ({ constraints: [{ featureType: "Road", property: "number", ...form }] });
  const term = (form: object) => ({ featureType: "Road", property: "lanes", comparison: "exists", ...form });
  const condition = (form: object) => ({
    conditions: [
      { name: "c", if: { operator: "and", terms: [term({})] }, then: { operator: "and", terms: [term(form)] } },
    ],
  });

  it.each<[string, object, string, string]>([
    ["feature type", { mandatoryFeatureTypes: ["Raod"] }, "mandatoryFeatureTypes.0", 'did you mean "Road"?'],
    [
      "type of data",
      { mandatoryFeatureTypes: ["Toll"] },
      "mandatoryFeatureTypes.0",
      "is no feature type of the schema",
    ],
    [
      "feature type of a constraint",
      constraint({ featureType: "Rail" }),
      "constraints.0.featureType",
      "no feature type",
    ],
    [
      "property",
      constraint({ property: "numbr" }),
      "constraints.0.property",
      'Road has no property "numbr"; did you mean "number"?',
    ],
    [
      "property within",
      constraint({ property: "identifier/locId" }),
      "constraints.0.property",
      "identifier has no property",
    ],
    [
      "property of a value",
      constraint({ property: "number/x" }),
      "constraints.0.property",
      'number has no property "x"',
    ],
    ["property of a condition", condition({ property: "width" }), "conditions.0.then.terms.0.property", "no property"],
    ["property of a tagged value", tagged("Road", "width"), "taggedValues.0.property", "no property"],
    ["feature type for a property", tagged(undefined, "lanes"), "taggedValues.0.featureType", "is needed"],
  ])("and refuses a %s that the schema does not have", async (_, form, field, message) => {
    const reply = await send(form);
    expect(invalidFields(reply)).toEqual([field]);
    expect(JSON.stringify(reply.body)).toContain(JSON.stringify(message).slice(1, -1));
  });

  it.each([
    ["fewer than it demands", { property: "identifier", minOccurs: 0 }, "constraints.0.minOccurs", "is below 1"],
    ["more than it allows", { property: "crossing", maxOccurs: 4 }, "constraints.0.maxOccurs", "is above 3"],
    ["at most fewer than it demands", { property: "identifier", maxOccurs: 0 }, "constraints.0.maxOccurs", "at least"],
    ["a range of what is no number", { property: "number", maximum: 9 }, "constraints.0.maximum", "is for numbers"],
  ])("and refuses a profile that allows %s", async (_, form, field, message) => {
    const reply = await send(constraint(form));
    expect(invalidFields(reply)).toEqual([field]);
    expect(JSON.stringify(reply.body)).toContain(message);
  });

  it("and accepts what lies in missing documents, since nobody can know", async () => {
    await create(constraint({ property: "name", contentRequired: true }));
    await create(constraint({ property: "line/LineString/posList" }));
  });

  it("and names every mistake at once, also in a change", async () => {
    const wrong = { mandatoryFeatureTypes: ["Rail"], ...constraint({ property: "x", minOccurs: 0 }) };
    const both = ["mandatoryFeatureTypes.0", "constraints.0.property"];
    expect(invalidFields(await send(wrong))).toEqual(both);
    const made = await create(demands);
    expect(invalidFields(await admin.put(addressOf(made), wrong))).toEqual(both);
    expect((await admin.get(addressOf(made))).body).toEqual(made);
  });

  it("and needs an existing schema, with readable files if the profile demands something", async () => {
    expect(invalidFields(await send({ schema: "org.2.none" }))).toEqual(["schema"]);
    const empty = await bucket(admin, "schemas", "org/2");
    expect(invalidFields(await send({ ...demands, schema: empty.combinedId }))).toEqual(["schema"]);
    await create({ schema: empty.combinedId });
  });

  function tagged(featureType: string | undefined, property: string): object {
    return { taggedValues: [{ ...(featureType && { featureType }), property, tag: "example", value: "x" }] };
  }
});

describe("who may do what with profiles", () => {
  it("the same people as for schemas; others see only public profiles", async () => {
    const hidden = await create();
    const open = await create({ public: true });
    for (const somebody of [platform.anonymous, stranger]) {
      expect((await somebody.get(addressOf(hidden))).status).toBe(404);
      expect((await somebody.get(addressOf(open))).status).toBe(200);
      const list = (await somebody.get(`${profiles}?limit=500`)).body as Profile[];
      expect(list.map(({ id }) => id)).not.toContain(hidden.id);
    }
    expect((await stranger.put(addressOf(open), { version: "9" })).status).toBe(403);
    expect((await stranger.delete(addressOf(open))).status).toBe(403);
    const below = await user(admin, "below", "3", "dataManager");
    expect((await below.get(addressOf(hidden))).status).toBe(200);
    expect((await send({}, below, "org/3")).status).toBe(403);
  });

  it("a schema has to be visible to those who narrow it", async () => {
    expect(invalidFields(await send({}, stranger, "org/4"))).toEqual(["schema"]);
  });
});

describe("a copy of a profile", () => {
  const copy = (of: Profile, by = admin, query = "") => by.send("POST", `${addressOf(of)}/copy${query}`);

  it("is the same, with «copy» after its name, and not public", async () => {
    const made = await create({ ...demands, public: true, version: "1" });
    const { body } = await copy(made);
    expect(body).toMatchObject({
      name: "Kreisstraßen copy",
      public: false,
      version: "1",
      schema: schema.combinedId,
      ...demands,
    });
    expect((body as Profile).id).not.toBe(made.id);
  });

  it("can go to another organisation only if profile and schema are public", async () => {
    const made = await create({ public: true });
    expect((await copy(made, stranger, "?organisation=4")).status).toBe(403);
    await admin.put(`${schema.path}/p/sharingOptions`, { public: true });
    expect((await copy(made, stranger, "?organisation=4")).body).toMatchObject({ ownerId: "4" });
    expect((await copy(made, stranger)).status).toBe(404);
    await admin.put(`${schema.path}/p/sharingOptions`, { public: false });
  });
});
