import { FactClient, type Reply } from "./client";

let accounts: FactClient;
let actions: FactClient;
let resources: FactClient;
let bearer: string;
beforeEach(async () => {
  accounts = await FactClient.start("/accounts");
  [actions, resources] = await Promise.all([accounts.service("/actions"), accounts.service("/resources")]);
  bearer = `Bearer ${await accounts.token()}`;
});
afterEach(() => accounts.emulator.close());

const call = (client: FactClient, id: string, args: readonly string[], body?: unknown, by = bearer): Promise<Reply> =>
  client.call(id, args, by, body);

async function organisation(name: string, parent = "1"): Promise<string> {
  return String((await call(accounts, "createSuborganisation", [parent], { name })).body["id"]);
}

async function superuserOf(id: string): Promise<string> {
  const form = { username: `of${id}`, fullName: `Superuser of ${id}`, email: `of${id}@users.example` };
  const more = { organisation: id, role: "orgAdmin", password: "Sunshine-42" };
  await call(accounts, "createUser", [], { ...form, ...more });
  return `Bearer ${String((await accounts.login(form.username, "Sunshine-42")).body["token"])}`;
}

describe("organisations", () => {
  it("docs/platform.md#organisations: the name cannot be edited after creation", async () => {
    const id = await organisation("Land");
    expect((await call(accounts, "updateOrganisation", [id], { name: "Other" })).status).toBe(422);
    expect((await call(accounts, "getOrganisation", [id])).body["name"]).toBe("Land");
  });

  it("docs/platform.md#organisations: root organisations are made by administrators only, suborganisations by Superusers too", async () => {
    const superuser = await superuserOf(await organisation("Land"));
    expect((await call(accounts, "createOrganisation", [], { name: "Neues Land" }, superuser)).status).toBe(403);
    expect((await call(accounts, "createSuborganisation", ["2"], { name: "Kreis" }, superuser)).status).toBe(201);
    expect((await call(accounts, "createSuborganisation", ["3"], { name: "Dorf" }, superuser)).status).toBe(201);
    expect((await call(accounts, "createSuborganisation", ["1"], { name: "Kreis" }, superuser)).status).toBe(403);
  });

  it("docs/platform.md#organisations: the tree has any depth", async () => {
    let parent = "1";
    for (let depth = 0; depth < 12; depth++) {
      parent = await organisation("Ebene", parent);
    }
    expect((await call(accounts, "getOrganisation", [parent])).body["parent"]).toBe(String(Number(parent) - 1));
  });

  it("docs/platform.md#organisations: custom fields are free pairs, as many as one wants", async () => {
    const fields = Object.fromEntries(Array.from({ length: 200 }, (_, number) => [`Feld ${number}`, `Wert ${number}`]));
    expect((await call(accounts, "setOrganisationCustomFields", ["1"], fields)).body["customFields"]).toEqual(fields);
  });

  it("docs/platform.md#organisations: a deleted organisation's users stay active, without organisation and role", async () => {
    const id = await organisation("Land");
    const superuser = await superuserOf(id);
    expect((await call(actions, "deleteOrganisation", [id])).status).toBe(200);
    const { body: current } = await call(accounts, "getProfileOfCurrentUser", [], undefined, superuser);
    expect((await call(accounts, "getProfile", [String(current["id"])], undefined, superuser)).body).toMatchObject({
      orgRoles: {},
      status: "active",
    });
  });

  it("docs/platform.md#actions-service: there is a default base map of an organisation", async () => {
    expect((await call(actions, "getDefaultBaseMap", ["1"])).status).toBe(200);
  });
});

describe("tokens for protected services", () => {
  const make = (by = bearer) =>
    call(accounts, "createOrganisationToken", [], { name: "Kartenportal", organisation: "1" }, by);

  it("docs/platform.md#datasets-and-services: a token is for two weeks, and is shown once", async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(body["token"]).toMatch(/^\S{20,}$/);
    expect(Number(body["validUntil"]) - Number(body["validFrom"])).toBe(14 * 24 * 3600 * 1000);
    for (const answer of [
      await call(accounts, "getOrganisationToken", [String(body["id"])]),
      await call(accounts, "getOrganisationTokens", []),
    ]) {
      expect(JSON.stringify(answer.body)).not.toContain(String(body["token"]));
    }
  });

  it("docs/platform.md#datasets-and-services: it is valid, expired or revoked, and can be regenerated and removed", async () => {
    const { id, token } = (await make()).body;
    const state = async () => (await call(accounts, "getOrganisationToken", [String(id)])).body["state"];
    expect(await state()).toBe("valid");
    await call(accounts, "revokeOrganisationToken", [String(id)]);
    expect(await state()).toBe("revoked");
    const renewed = await call(accounts, "regenerateOrganisationToken", [String(id)], {});
    expect(renewed.body["token"]).not.toBe(token);
    expect(await state()).toBe("valid");
    const past = { validFrom: Date.now() - 2 * 24 * 3600 * 1000, validDays: 1 };
    await call(accounts, "regenerateOrganisationToken", [String(id)], past);
    expect(await state()).toBe("expired");
    expect((await call(accounts, "removeOrganisationToken", [String(id)])).status).toBe(200);
    expect((await call(accounts, "getOrganisationToken", [String(id)])).status).toBe(404);
  });
});

describe("settings of an organisation", () => {
  const fields = [
    "supportedLanguages",
    "defaultLanguage",
    "date",
    "gemetKeywords",
    "serviceConformity",
    "temporalExtent",
  ];

  it("docs/platform.md#csw: the CSW configuration has exactly six fields, with defaults, and only where there is an own endpoint", async () => {
    const id = await organisation("Land");
    expect((await call(resources, "getOrganisationSettings", [id])).body).not.toHaveProperty("csw");
    expect((await call(resources, "updateCswConfiguration", [id], { gemetKeywords: ["soil"] })).status).toBe(409);
    const { body } = await call(resources, "activateCswEndpoint", [id]);
    expect(Object.keys(body["csw"] as object).sort()).toEqual([...fields].sort());
    expect(Object.keys(resources.document.definitions["CswConfiguration"]?.properties ?? {})).toEqual(fields);
  });

  it("docs/platform.md#csw: it is edited by the organisation's Superusers, the endpoint is not theirs to activate", async () => {
    const id = await organisation("Land");
    const superuser = await superuserOf(id);
    expect((await call(resources, "activateCswEndpoint", [id], undefined, superuser)).status).toBe(403);
    await call(resources, "activateCswEndpoint", [id]);
    const changed = await call(resources, "updateCswConfiguration", [id], { gemetKeywords: ["soil"] }, superuser);
    expect(changed).toMatchObject({ status: 200, body: { csw: { gemetKeywords: ["soil"] } } });
  });

  it("docs/platform.md#organisations, docs/platform.md#limits: the capacity has a limit, which may be none, and a current usage", async () => {
    expect((await call(resources, "getOrganisationSettings", ["1"])).body["capacity"]).toEqual({ usage: 0 });
    const { body } = await call(resources, "updateCapacity", ["1"], { points: 18_706 });
    expect(body["capacity"]).toEqual({ points: 18_706, usage: 0 });
  });

  it("docs/platform.md#organisations: the map configuration has a base map, a copyright, which may hold links, and layers", async () => {
    const map = { baseMap: "https://maps.land.example/wms", copyright: '<a href="/">Land</a>', layers: ["a", "b"] };
    expect((await call(resources, "updateMapConfiguration", ["1"], map)).body["mapConfiguration"]).toEqual(map);
  });
});
