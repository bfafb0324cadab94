import { Readable } from "node:stream";
import { createClient, readSettings, type Client } from "../../../provider/client";
import { accounts, schemas, store } from "../../../provider/contract";
import { lookUpBuckets } from "../../../provider/functions/buckets/look-up";
import { lookUpProjects } from "../../../provider/functions/projects/look-up";
import { lookUpSchemas } from "../../../provider/functions/schemas/look-up";
import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";
import { roads, roadsNamespace, sample } from "../emulator/support/samples";

let emulator: Emulator;
let client: Client;
let county = "";
beforeAll(async () => {
  emulator = await startForTest();
  client = createClient(
    readSettings({
      HALECONNECT_URL: emulator.url,
      HALECONNECT_USERNAME: emulator.username,
      HALECONNECT_PASSWORD: emulator.password,
    }),
  );
  const made = await client.call(accounts.createSuborganisation, { path: { orgId: "1" }, body: { name: "Kreis" } });
  county = made.id;
});
afterAll(async () => {
  client.close();
  await emulator.close();
});

const ownedBy = (ownerId: string) => ({ ownerType: "org" as const, ownerId });

async function bucket(
  storeName: store.StoreName,
  ownerId: string,
  name: string,
  files: Readonly<Record<string, Buffer>> = {},
): Promise<string> {
  const api = store[storeName];
  const ident = await client.call(api.createBucketWithOwner, { path: ownedBy(ownerId), body: { name } });
  const bucketId = ident[api.variant.identKey] ?? "";
  for (const [file, bytes] of Object.entries(files)) {
    const body = { name: file, bytes: bytes.length, type: "text/plain", open: () => Readable.from([bytes]) };
    await client.call(api.replaceFile, { path: { ...ownedBy(ownerId), bucketId, file }, body });
  }
  return `${storeName}/org.${ownerId}.${bucketId}`;
}

async function preset(ownerId: string, name: string): Promise<string> {
  const body = { name, source: { kind: "preset" as const, preset: "inspire-ad-4.0" } };
  return `schemas/${(await client.call(schemas.createSchema, { path: ownedBy(ownerId), body })).id}`;
}

const missing = (storeName: string) => `${storeName}/org.1.00000000-0000-4000-8000-000000000000`;

describe("schemas", () => {
  const ask = () => lookUpSchemas(client);
  let roadsId = "";
  let addresses = "";
  beforeAll(async () => {
    roadsId = await bucket(
      "schemas",
      county,
      "Roads",
      Object.fromEntries(roads.map((name) => [name, sample(`roads/${name}`)])),
    );
    addresses = await preset("1", "Addresses");
  });

  it("getSchemas lists all, or those of an organisation", async () => {
    expect((await ask().listSchemas({})).map(({ name }) => name).sort()).toEqual(["Addresses", "Roads"]);
    expect(await ask().listSchemas({ organisation: county })).toMatchObject([{ id: roadsId, organisation: county }]);
    expect(await ask().listSchemas({ organisation: "4711" })).toEqual([]);
  });

  it("getSchema finds by id and by name, with what the files hold, and leaves out members without a value", async () => {
    const found = await ask().findSchema({ id: roadsId });
    expect(found).toMatchObject({ name: "Roads", public: false, namespaces: [roadsNamespace] });
    expect(found.featureTypes).toContain(`{${roadsNamespace}}Road`);
    expect(found).not.toHaveProperty("files");
    expect(found).not.toHaveProperty("author");
    expect(await ask().findSchema({ name: "Roads" })).toEqual(found);
    expect(await ask().findSchema({ name: "Addresses", organisation: "1" })).toMatchObject({
      id: addresses,
      preset: "inspire-ad-4.0",
    });
  });

  it("getSchema fails if it finds none, or more than one", async () => {
    await expect(ask().findSchema({ name: "Roads", organisation: "1" })).rejects.toThrow(
      /^HC3005 There is no schema named "Roads" of organisation 1/,
    );
    await expect(ask().findSchema({ id: missing("schemas") })).rejects.toThrow(
      /^HC3005 There is no schema schemas\/org\.1/,
    );
    const twins = [await preset("1", "Twins"), await preset(county, "Twins")];
    await expect(ask().findSchema({ name: "Twins" })).rejects.toThrow(/^HC3005 There are 2 schemas named "Twins"/);
    for (const id of twins) {
      await expect(ask().findSchema({ name: "Twins" })).rejects.toThrow(id);
    }
    expect(await ask().findSchema({ name: "Twins", organisation: county })).toMatchObject({ id: twins[1] });
  });

  it.each([
    [{}, /^HC3001 getSchema takes exactly one of `id` and `name`, and got none/],
    [{ id: "schemas/org.1.x", name: "y" }, /^HC3001 getSchema takes exactly one/],
    [{ id: "schemas/org.1.x", organisation: "1" }, /^HC3001 getSchema takes `organisation` with `name` only/],
    [{ id: "4711" }, /^HC3001 `id` of getSchema is "4711": expected an id such as schemas\/org/],
    [{ id: "data/org.1.x" }, /^HC3001 `id` of getSchema is "data\/org.1.x": expected an id such as schemas\/org/],
  ])("getSchema refuses %j", async (args, error) => {
    await expect(ask().findSchema(args)).rejects.toThrow(error);
  });

  it("getPresets lists the presets of which a Schema can be made", async () => {
    expect(await ask().listPresets()).toContainEqual(
      expect.objectContaining({ id: "inspire-ad-4.0", name: "INSPIRE Addresses 4.0" }),
    );
  });

  it("getFeatureTypes lists feature types with their properties", async () => {
    const road = (await ask().featureTypesOf({ schema: roadsId })).find(({ name }) => name === "Road");
    expect(road).toMatchObject({
      namespace: roadsNamespace,
      description: "What vehicles drive on.",
      isAbstract: false,
    });
    expect(road?.properties).toContainEqual(expect.objectContaining({ name: "number", minOccurs: 0, maxOccurs: 1 }));
    await expect(ask().featureTypesOf({ schema: missing("schemas") })).rejects.toThrow(/^HC3005 There is no schema/);
  });
});

describe("transformation projects", () => {
  let project = "";
  beforeAll(async () => {
    const names = ["roads.halex", "roads.halex.alignment.xml", "roads.halex.styles.sld"];
    project = await bucket(
      "projects",
      county,
      "Roads",
      Object.fromEntries(names.map((name) => [name, sample(`project/${name}`)])),
    );
  });

  it("getAlignment gives the figures of the mapping", async () => {
    expect(await lookUpProjects(client).alignmentOf({ project })).toMatchObject({
      file: "roads.halex.alignment.xml",
      cells: 2,
      typeCells: 1,
      propertyCells: 1,
      functions: expect.arrayContaining([{ function: "eu.esdihumboldt.hale.align.retype", cells: 1 }]) as unknown,
    });
  });

  it("getCells lists the cells, in the order of the file", async () => {
    const cells = await lookUpProjects(client).cellsOf({ project });
    expect(cells.map(({ id, isOfTypes }) => [id, isOfTypes])).toEqual([
      ["C1", true],
      ["C2", false],
    ]);
    expect(cells[1]?.target).toEqual([
      { type: "RoadType", namespace: roadsNamespace, path: ["identifier", "localId"] },
    ]);
  });

  it.each(["alignmentOf", "cellsOf"] as const)("%s fails if there is no such project", async (name) => {
    const ask = lookUpProjects(client)[name];
    await expect(ask({ project: missing("projects") })).rejects.toThrow(/^HC3005 There is no transformation project/);
    await expect(ask({ project: "data/org.1.x" })).rejects.toThrow(/^HC3001 `project` of get\w+ is "data\/org.1.x"/);
  });
});

describe("buckets", () => {
  let trees = "";
  let notes = "";
  beforeAll(async () => {
    trees = await bucket("data", county, "Trees", { "b/trees.csv": Buffer.from("id"), "a.txt": Buffer.from("") });
    notes = await bucket("attachments", "1", "Notes");
  });

  it("getBuckets lists a store, or the buckets of one organisation in it", async () => {
    expect(await lookUpBuckets(client).listBuckets({})).toMatchObject([{ id: trees, store: "data", name: "Trees" }]);
    expect(await lookUpBuckets(client).listBuckets({ organisation: "1" })).toEqual([]);
    expect(await lookUpBuckets(client).listBuckets({ store: "attachments", organisation: "1" })).toMatchObject([
      { id: notes },
    ]);
  });

  it("getBucket finds by id and by name, in any store", async () => {
    const found = await lookUpBuckets(client).findBucket({ id: trees });
    expect(found).toMatchObject({ name: "Trees", organisation: county, driver: "s3", public: false });
    expect(found).not.toHaveProperty("files");
    expect(await lookUpBuckets(client).findBucket({ name: "Trees", organisation: county })).toEqual(found);
    expect(await lookUpBuckets(client).findBucket({ name: "Notes", store: "attachments" })).toMatchObject({
      id: notes,
    });
  });

  it("getBucket fails if there is none", async () => {
    await expect(lookUpBuckets(client).findBucket({ name: "Notes" })).rejects.toThrow(
      /^HC3005 There is no bucket named "Notes" in the store `data`/,
    );
    await expect(lookUpBuckets(client).findBucket({ id: missing("data") })).rejects.toThrow(
      /^HC3005 There is no bucket/,
    );
  });

  it("refuses unknown stores", async () => {
    const error = /^HC3001 `store` of getBuckets is "cellar": expected one of data, schemas/;
    await expect(lookUpBuckets(client).listBuckets({ store: "cellar" })).rejects.toThrow(error);
  });

  it("getBucketFiles lists files by their names, with size and checksum", async () => {
    const { filesOfBucket } = lookUpBuckets(client);
    const sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(await filesOfBucket({ bucket: trees })).toMatchObject([
      { name: "a.txt", bytes: 0, sha256 },
      { name: "b/trees.csv", bytes: 2, type: "text/plain" },
    ]);
    expect(await filesOfBucket({ bucket: notes })).toEqual([]);
    await expect(filesOfBucket({ bucket: missing("data") })).rejects.toThrow(/^HC3005 There is no bucket/);
  });
});
