import { createClient, readSettings, type Client } from "../../../provider/client";
import { accounts } from "../../../provider/contract";
import { lookUp } from "../../../provider/functions/look-up-organisations";
import { startEmulator, type Emulator } from "../../../emulator";

let emulator: Emulator;
let client: Client;
const id = { land: "", kreis: "", stadt: "", other: "" };
beforeAll(async () => {
  emulator = await startEmulator();
  client = createClient(
    readSettings({
      HALECONNECT_URL: emulator.url,
      HALECONNECT_USERNAME: emulator.username,
      HALECONNECT_PASSWORD: emulator.password,
    }),
  );
  const make = async (orgId: string, name: string) =>
    (await client.call(accounts.createSuborganisation, { path: { orgId }, body: { name, city: name } })).id;
  id.land = await make("1", "Land");
  id.kreis = await make(id.land, "Kreis");
  id.stadt = await make(id.kreis, "Stadt");
  id.other = await make(id.land, "Stadt");
});
afterAll(async () => {
  client.close();
  await emulator.close();
});

const find = (args: Parameters<ReturnType<typeof lookUp>["findOrganisation"]>[0]) =>
  lookUp(client).findOrganisation(args);

describe("getOrganisation", () => {
  it("finds by id, by a name that is there once, and by path", async () => {
    const expected = { id: id.kreis, name: "Kreis", parent: id.land, path: ["Operator", "Land", "Kreis"] };
    expect(await find({ id: id.kreis })).toMatchObject(expected);
    expect(await find({ name: "Kreis" })).toMatchObject(expected);
    expect(await find({ path: "Operator/Land/Kreis" })).toMatchObject(expected);
    expect(await find({ path: ["Operator", "Land", "Kreis"] })).toMatchObject(expected);
  });

  it("gives what there is, and nothing for what there is not", async () => {
    const found = await find({ id: id.kreis });
    expect(found.contact).toEqual({ city: "Kreis" });
    expect(found).not.toHaveProperty("description");
  });

  it("says of a name that is there more than once where each of them is", async () => {
    await expect(find({ name: "Stadt" })).rejects.toThrow(
      /^HC3005 There are 2 organisations named "Stadt"[^]*"Operator" > "Land" > "Kreis" > "Stadt" \(\d+\)[^]*`path` or `id`/,
    );
  });

  it.each([{ id: "4711" }, { name: "Nowhere" }, { path: "Land/Kreis" }])("says that there is no %j", async (args) => {
    await expect(find(args)).rejects.toThrow(/^HC3005 There is no organisation/);
  });

  it.each([{}, { id: "1", name: "Land" }])("takes exactly one of id, name and path, not %j", async (args) => {
    await expect(find(args)).rejects.toThrow(/^HC3001 getOrganisation takes exactly one/);
  });
});

describe("getOrganisations", () => {
  const names = async (args: Parameters<ReturnType<typeof lookUp>["listOrganisations"]>[0]) =>
    (await lookUp(client).listOrganisations(args)).map(({ name }) => name);

  it("lists all, those directly below one, and all below one, in the order of their ids", async () => {
    expect(await names({})).toEqual(["Operator", "Land", "Kreis", "Stadt", "Stadt"]);
    expect(await names({ parent: id.land })).toEqual(["Kreis", "Stadt"]);
    expect(await names({ parent: id.land, recursive: true })).toEqual(["Kreis", "Stadt", "Stadt"]);
  });

  it("asks once for all that is looked up at the same time", async () => {
    const before = client.counts().requests;
    await Promise.all([names({}), find({ name: "Kreis" }), find({ id: id.stadt })]);
    expect(client.counts().requests).toBe(before);
  });
});

it("getDefaultBaseMap gives the map, and says when there is no such organisation", async () => {
  const { baseMapOf } = lookUp(client);
  expect(await baseMapOf(id.kreis)).toMatchObject({ address: expect.stringMatching(/^https:/) as string });
  await expect(baseMapOf("4711")).rejects.toThrow(/^HC3005/);
});
