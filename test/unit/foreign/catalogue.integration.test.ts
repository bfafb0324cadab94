import { World } from "./client";

let world: World;
let settings: string;
beforeAll(async () => {
  world = await World.start();
});
beforeEach(async () => {
  settings = `/catalogue/v1/organizations/${await world.organization()}/csw-settings`;
});
afterAll(() => world.close());

it("begins switched off, without a title", async () => {
  expect(await world.admin.want("GET", settings)).toEqual({
    enabled: false,
    service_title: null,
    service_abstract: null,
    keywords: [],
    provider: { name: null, site: null, contact: { person: null, mail: null, telephone: null } },
    languages: { default: "ger", supported: ["ger"] },
  });
});

it("changes what a change names, at each depth", async () => {
  await world.admin.want("PATCH", settings, {
    keywords: ["roads"],
    provider: { name: "Aheim", contact: { person: "Ada" } },
  });
  const changed = await world.admin.want("PATCH", settings, {
    provider: { contact: { mail: "ada@aheim.example" } },
    languages: { supported: ["ger", "eng"] },
  });
  expect(changed).toMatchObject({
    keywords: ["roads"],
    provider: { name: "Aheim", site: null, contact: { person: "Ada", mail: "ada@aheim.example", telephone: null } },
    languages: { default: "ger", supported: ["ger", "eng"] },
  });
  expect(await world.admin.want("GET", settings)).toEqual(changed);
});

it("is switched on with a title, and keeps it while it is on", async () => {
  expect((await world.admin.call("POST", `${settings}/activation`)).status).toBe(422);
  await world.admin.want("PATCH", settings, { service_title: "Catalogue" });
  expect(await world.admin.want("POST", `${settings}/activation`)).toMatchObject({ enabled: true });
  expect((await world.admin.call("PATCH", settings, { service_title: null })).status).toBe(422);
  expect((await world.admin.call("DELETE", `${settings}/activation`)).status).toBe(204);
  expect(await world.admin.want("GET", settings)).toMatchObject({ enabled: false, service_title: "Catalogue" });
});

it("wants a default language that it supports", async () => {
  expect(await world.admin.call("PATCH", settings, { languages: { default: "fre" } })).toMatchObject({
    status: 422,
    body: { fault: { details: [{ attribute: "languages.default" }] } },
  });
});
