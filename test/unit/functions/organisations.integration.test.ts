import { createClient, readSettings, type Client } from "../../../provider/client";
import { accounts, resources, store } from "../../../provider/contract";
import { lookUp } from "../../../provider/functions/organisations/look-up";
import type { Emulator } from "../../../emulator";
import { startForTest } from "../../support/emulator";

let emulator: Emulator;
let client: Client;
const clients: Client[] = [];
const id = { land: "", kreis: "", stadt: "", other: "" };
const newClient = (): Client =>
  createClient(
    readSettings({
      HALECONNECT_URL: emulator.url,
      HALECONNECT_USERNAME: emulator.username,
      HALECONNECT_PASSWORD: emulator.password,
    }),
  );
beforeAll(async () => {
  emulator = await startForTest();
  client = newClient();
  const make = async (orgId: string, name: string) =>
    (await client.call(accounts.createSuborganisation, { path: { orgId }, body: { name, city: name } })).id;
  id.land = await make("1", "Land");
  id.kreis = await make(id.land, "Kreis");
  id.stadt = await make(id.kreis, "Stadt");
  id.other = await make(id.land, "Stadt");
});
afterAll(async () => {
  [client, ...clients].forEach((it) => {
    it.close();
  });
  await emulator.close();
});

const find = (args: Parameters<ReturnType<typeof lookUp>["findOrganisation"]>[0]) =>
  lookUp(client).findOrganisation(args);

describe("getOrganisation", () => {
  it("finds by id, by a unique name, and by path", async () => {
    const expected = { id: id.kreis, name: "Kreis", parent: id.land, path: ["Operator", "Land", "Kreis"] };
    expect(await find({ id: id.kreis })).toMatchObject(expected);
    expect(await find({ name: "Kreis" })).toMatchObject(expected);
    expect(await find({ path: "Operator/Land/Kreis" })).toMatchObject(expected);
    expect(await find({ path: ["Operator", "Land", "Kreis"] })).toMatchObject(expected);
  });

  it("gives all values, and leaves out members without a value", async () => {
    const found = await find({ id: id.kreis });
    expect(found.contact).toEqual({ city: "Kreis" });
    expect(found).not.toHaveProperty("description");
  });

  it("lists the paths of all organisations that share a name", async () => {
    await expect(find({ name: "Stadt" })).rejects.toThrow(
      /^HC3005 There are 2 organisations named "Stadt"[^]*"Operator" > "Land" > "Kreis" > "Stadt" \(\d+\)[^]*`path` or `id`/,
    );
  });

  it.each([{ id: "4711" }, { name: "Nowhere" }, { path: "Land/Kreis" }])("fails if there is no %j", async (args) => {
    await expect(find(args)).rejects.toThrow(/^HC3005 There is no organisation/);
  });

  it.each([{}, { id: "1", name: "Land" }])("takes exactly one of id, name and path, and refuses %j", async (args) => {
    await expect(find(args)).rejects.toThrow(/^HC3001 getOrganisation takes exactly one/);
  });
});

describe("getOrganisations", () => {
  const names = async (args: Parameters<ReturnType<typeof lookUp>["listOrganisations"]>[0]) =>
    (await lookUp(client).listOrganisations(args)).map(({ name }) => name);

  it("lists all, those directly below one, and all below one, sorted by id", async () => {
    expect(await names({})).toEqual(["Operator", "Land", "Kreis", "Stadt", "Stadt"]);
    expect(await names({ parent: id.land })).toEqual(["Kreis", "Stadt"]);
    expect(await names({ parent: id.land, recursive: true })).toEqual(["Kreis", "Stadt", "Stadt"]);
  });

  it("asks once for all calls at the same time", async () => {
    const before = client.counts().requests;
    await Promise.all([names({}), find({ name: "Kreis" }), find({ id: id.stadt })]);
    expect(client.counts().requests).toBe(before);
  });
});

it("getDefaultBaseMap gives the map, and fails if there is no such organisation", async () => {
  const { baseMapOf } = lookUp(client);
  const map = await baseMapOf({ organisation: id.kreis });
  expect(map).toMatchObject({ address: expect.stringMatching(/^https:/) as string });
  await expect(baseMapOf({ organisation: "4711" })).rejects.toThrow(/^HC3005/);
});

it("getCapacity gives the limit and the points in use, and fails if there is no such organisation", async () => {
  const { capacityOf } = lookUp(client);
  expect(await capacityOf({ organisation: id.kreis })).toEqual({ usage: 0 });
  await client.call(resources.updateCapacity, { path: { orgId: id.kreis }, body: { points: 5 } });
  expect(await capacityOf({ organisation: id.kreis })).toEqual({ points: 5, usage: 0 });
  await expect(capacityOf({ organisation: "4711" })).rejects.toThrow(/^HC3005 There is no organisation 4711/);
});

describe("an organisation by its id", () => {
  const clientAt = (now: () => number) => {
    const { url, username, password } = emulator;
    const made = createClient(
      readSettings({ HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password }),
      { now },
    );
    clients.push(made);
    return made;
  };
  const asked = async () => {
    const answer = await fetch(`${emulator.url}/_emulator/requests`);
    const { requests } = (await answer.json()) as { requests: { operation: string | null }[] };
    await fetch(`${emulator.url}/_emulator/requests`, { method: "DELETE" });
    return requests.map(({ operation }) => operation).filter((it) => it?.startsWith("getOrganisation") === true);
  };
  let time = 0;
  let other: Client;
  beforeEach(async () => {
    time = 0;
    other = clientAt(() => time);
    await asked();
  });

  it("is read alone, and each organisation above it once", async () => {
    const path = ["Operator", "Land", "Kreis"];
    expect(await lookUp(other).findOrganisation({ id: id.kreis })).toMatchObject({ path });
    expect(await asked()).toEqual(["getOrganisation", "getOrganisation", "getOrganisation"]);
    time = 1000;
    expect(await lookUp(other).findOrganisation({ id: id.stadt })).toMatchObject({ path: [...path, "Stadt"] });
    expect(await asked()).toEqual(["getOrganisation"]);
  });

  it("is the same as in the list", async () => {
    const alone = await lookUp(other).findOrganisation({ id: id.stadt });
    const listed = await lookUp(other).listOrganisations({});
    expect(listed).toContainEqual(alone);
  });

  it("is looked up in a list that was read lately, and found even if it is newer than the list", async () => {
    await lookUp(other).listOrganisations({});
    const made = await client.call(accounts.createSuborganisation, {
      path: { orgId: id.other },
      body: { name: "Amt" },
    });
    await asked();
    expect(await lookUp(other).findOrganisation({ id: id.stadt })).toMatchObject({ name: "Stadt" });
    expect(await asked()).toEqual([]);
    expect(await lookUp(other).findOrganisation({ id: made.id })).toMatchObject({
      path: ["Operator", "Land", "Stadt", "Amt"],
    });
    expect(new Set(await asked())).toEqual(new Set(["getOrganisation"]));
  });

  it("is read again, so later changes show", async () => {
    const before = await lookUp(other).findOrganisation({ id: id.other });
    expect(before).not.toHaveProperty("legalName");
    await client.call(accounts.updateOrganisation, { path: { orgId: id.other }, body: { legalName: "Stadt" } });
    time = 1;
    expect(await lookUp(other).findOrganisation({ id: id.other })).toMatchObject({ legalName: "Stadt" });
  });

  it("is looked up in a new list if there are many calls at the same time", async () => {
    const many = Array.from({ length: 100 }, () => lookUp(other).findOrganisation({ id: id.kreis }));
    expect((await Promise.all(many)).every(({ name }) => name === "Kreis")).toBe(true);
    const requests = await asked();
    expect(requests.filter((it) => it === "getOrganisations")).toHaveLength(1);
    expect(requests.length).toBeLessThan(30);
  });
});

it("getOrganisations goes as far up as it can see", async () => {
  const partner = await client.call(accounts.createOrganisation, { body: { name: "Other tree" } });
  const body = {
    username: "super.user",
    fullName: "Super User",
    email: "super@muster.example",
    organisation: partner.id,
    role: "orgAdmin",
    password: "Geheim-12345",
  };
  await client.call(accounts.createUser, { body });
  await client.call(accounts.shareOrganisation, { path: { orgId: id.kreis, otherOrgId: partner.id } });
  const settings = { HALECONNECT_URL: emulator.url, HALECONNECT_USERNAME: "super.user" };
  const theirs = createClient(readSettings({ ...settings, HALECONNECT_PASSWORD: body.password }));
  clients.push(theirs);
  const below = async (parent: string) =>
    (await lookUp(theirs).listOrganisations({ parent, recursive: true })).map(({ name }) => name);
  expect(await below(partner.id)).toEqual([]);
  expect(await below(id.kreis)).toEqual(["Stadt"]);
  expect(await lookUp(theirs).findOrganisation({ id: id.stadt })).toMatchObject({ path: ["Kreis", "Stadt"] });
});

describe("getPublicMetadata", () => {
  /** Each time as a program that runs anew: within one, a list is shared for a moment. */
  const ask = (organisation: string) => {
    const asking = newClient();
    clients.push(asking);
    return lookUp(asking).publicMetadataOf({ organisation });
  };

  it("tells whether the download is offered, where it is, and what is in it", async () => {
    const address = `${emulator.url}/services/bsp/metadata/org/${id.other}`;
    expect(await ask(id.other)).toEqual({ isOffered: false, address, files: [] });
    const owner = { ownerType: "org" as const, ownerId: id.other };
    const { createBucketWithOwner, setBucketProperty, linkFile } = store.metadata;
    const dataset = await client.call(store.data.createBucketWithOwner, { path: owner, body: { name: "Roads" } });
    const made = await client.call(createBucketWithOwner, { path: owner, body: { name: "Metadata" } });
    const path = { ...owner, bucketId: made.metadata ?? "" };
    const combinedId = `org.${id.other}.${dataset.bucket ?? ""}`;
    const url = `${emulator.url}/accounts/swagger.yaml`;
    await client.call(setBucketProperty, { path: { ...path, property: "dataset" }, body: combinedId });
    await client.call(linkFile, { path: { ...path, file: "roads.xml" }, body: { url } });
    await client.call(resources.updateOtherSettings, {
      path: { orgId: id.other },
      body: { metadataDownloadLink: true },
    });
    const found = await ask(id.other);
    const named = { bucket: `metadata/org.${id.other}.${path.bucketId}`, dataset: `data/${combinedId}` };
    expect(found).toMatchObject({ isOffered: true, files: [{ ...named, name: "roads.xml", url }] });
    expect((await fetch(`${found.address}?includeremote=true`)).status).toBe(200);
    expect((await ask(id.kreis)).files).toEqual([]);
  });

  it("fails if there is no such organisation", async () => {
    await expect(ask("4711")).rejects.toThrow(/^HC3005 There is no organisation 4711/);
  });
});
