import { World } from "./client";

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

const organizations = "/directory/v2/organizations";

it("shows null for what is absent", async () => {
  const organization = await world.admin.want("POST", organizations, { display_name: "Land Beispiel" });
  expect(organization).toEqual({
    organization_id: expect.any(Number) as number,
    parent_organization_id: null,
    display_name: "Land Beispiel",
    legal: { entity_name: null },
    about: null,
    contact: {
      street_address: null,
      postal_code: null,
      town: null,
      country_code: null,
      mail: null,
      telephone: null,
      homepage: null,
    },
    extra_attributes: {},
    audit: { created_on: expect.stringMatching(/\+00:00$/) as string, created_by_account_id: 1 },
  });
});

it("has a name once below one parent, without regard to case, and again below another one", async () => {
  const parent = await world.organization();
  const children = `${organizations}/${parent}/children`;
  expect((await world.admin.call("POST", children, { display_name: "Kreis Nord" })).status).toBe(201);
  expect((await world.admin.call("POST", children, { display_name: "kreis nord" })).status).toBe(409);
  expect((await world.admin.call("POST", organizations, { display_name: "Kreis Nord" })).status).toBe(201);
});

it("changes what a change names, clears with null, and replaces a map as a whole", async () => {
  const path = `${organizations}/${await world.organization()}`;
  const contact = { town: "Aheim", country_code: "DE" };
  await world.admin.want("PATCH", path, { about: "Old", contact, extra_attributes: { a: "1", b: "2" } });
  const changed = { about: null, contact: { town: "Bedorf" }, extra_attributes: { b: "3" } };
  expect(await world.admin.want("PATCH", path, changed)).toMatchObject({
    about: null,
    contact: { town: "Bedorf", country_code: "DE" },
    legal: { entity_name: null },
    extra_attributes: { b: "3" },
  });
  expect((await world.admin.want("GET", path))["extra_attributes"]).toEqual({ b: "3" });
});

it("never changes its name", async () => {
  const path = `${organizations}/${await world.organization()}`;
  expect(await world.admin.call("PATCH", path, { display_name: "Other" })).toMatchObject({
    status: 422,
    body: { fault: { details: [{ attribute: "display_name", problem: "cannot be given here" }] } },
  });
});

it("comes in pages, counted from 1", async () => {
  await world.organization();
  const all = await world.admin.want("GET", organizations);
  const { total_elements } = all["page"] as { total_elements: number };
  const last = await world.admin.want("GET", `${organizations}?page=${total_elements}&size=1`);
  expect(last["content"]).toEqual((all["content"] as unknown[]).slice(-1));
  expect((await world.admin.want("GET", `${organizations}?page=${total_elements + 1}&size=1`))["content"]).toEqual([]);
  for (const query of ["page=0", "size=0", "size=201", "page=x"]) {
    expect((await world.admin.call("GET", `${organizations}?${query}`)).status).toBe(400);
  }
});

it("gives a member one role, the last one assigned", async () => {
  const id = await world.organization();
  const { id: account } = await world.account(id, "viewer");
  const path = `${organizations}/${id}/members`;
  await world.admin.want("PUT", `${path}/${account}`, { role_id: "editor" });
  expect((await world.admin.want("GET", path))["content"]).toMatchObject([{ account_id: account, role_id: "editor" }]);
  await world.admin.want("DELETE", `${path}/${account}`);
  expect((await world.admin.want("GET", path))["content"]).toEqual([]);
  expect((await world.admin.call("DELETE", `${path}/${account}`)).status).toBe(404);
});

describe("a removal", () => {
  const removals = "/jobs/v1/organization-removals";

  it("tells what would go, then takes it, with everything below", async () => {
    const top = await world.organization();
    const below = await world.organization(top);
    const { id: account, login } = await world.account(below);
    const { id: guest } = await world.account(await world.organization());
    await world.admin.want("PUT", `${organizations}/${top}/members/${guest}`, { role_id: "viewer" });
    const buckets = [await world.bucket(below), await world.bucket(account, "account")];
    const affected = {
      organizations: [{ organization_id: top }, { organization_id: below }],
      accounts: [{ account_id: account, login }],
      buckets: buckets.map((bucket_uuid) => ({ bucket_uuid })),
    };

    const plan = await world.admin.want("POST", removals, { organization_id: top, dry_run: true });
    expect(plan).toMatchObject({ state: "planned", affected });
    await world.admin.want("GET", `${organizations}/${below}`);

    const done = await world.admin.want("POST", removals, { organization_id: top, dry_run: false });
    expect(done).toMatchObject({ state: "done", affected });
    const gone = [
      `${organizations}/${top}`,
      `${organizations}/${below}`,
      `/identity/v2/accounts/${account}`,
      ...buckets.map((uuid) => `/storage/v3/buckets/${uuid}`),
      `/catalogue/v1/organizations/${below}/csw-settings`,
    ];
    for (const path of gone) {
      expect([path, (await world.admin.call("GET", path)).status]).toEqual([path, 404]);
    }
    const { memberships } = await world.admin.want("GET", `/identity/v2/accounts/${guest}`);
    expect(memberships).toHaveLength(1);
  });

  it("does not take the caller", async () => {
    const top = await world.organization();
    const superuser = await world.somebody(top, "superuser");
    for (const dry_run of [true, false]) {
      expect((await superuser.call("POST", removals, { organization_id: top, dry_run })).status).toBe(409);
    }
    const below = await world.organization(top);
    expect((await superuser.call("POST", removals, { organization_id: below, dry_run: false })).status).toBe(200);
  });

  it("wants an organization that is there", async () => {
    expect(await world.admin.call("POST", removals, { organization_id: 4711, dry_run: true })).toMatchObject({
      status: 422,
      body: { fault: { details: [{ attribute: "organization_id" }] } },
    });
  });
});
