import { Client, secretOfAll, World } from "./client";

let world: World;
let organization: number;
beforeAll(async () => {
  world = await World.start();
  organization = await world.organization();
});
afterAll(() => world.close());

const accounts = "/identity/v2/accounts";

it("registers an account at home in an organization, with its role", async () => {
  const account = await world.admin.want("POST", accounts, {
    login: "ada",
    person: { full_name: "Ada Example", mail: "ada@somewhere.example" },
    organization_id: organization,
    role_id: "editor",
  });
  expect(account).toMatchObject({
    login: "ada",
    active: true,
    home_organization_id: organization,
    memberships: [{ organization_id: organization, role_id: "editor" }],
    audit: { created_by_account_id: 1 },
  });
  expect(JSON.stringify(account)).not.toContain("secret");
});

it("lets nobody log in without a secret, until it is reset", async () => {
  const draft = { ...world.accountDraft(organization, "viewer"), secret: null };
  const { account_id, login } = await world.admin.want("POST", accounts, draft);
  await expect(Client.login(world.foreign.url, String(login), "")).rejects.toThrow("401");
  await world.admin.want("POST", `${accounts}/${String(account_id)}/secret-reset`, { new_secret: secretOfAll });
  await Client.login(world.foreign.url, String(login), secretOfAll);
});

it("ends the other sessions when a secret is reset", async () => {
  const first = await world.somebody(organization, "viewer");
  const { login } = await first.want("GET", `${accounts}/me`);
  const second = await Client.login(world.foreign.url, String(login), secretOfAll);
  await second.want("POST", `${accounts}/${first.id}/secret-reset`, { new_secret: "another secret" });
  expect((await first.call("GET", `${accounts}/me`)).status).toBe(401);
  expect((await second.call("GET", `${accounts}/me`)).status).toBe(200);
  await expect(Client.login(world.foreign.url, String(login), secretOfAll)).rejects.toThrow("401");
});

it("says all that is wrong with a draft", async () => {
  const draft = { login: "?", person: { full_name: "", mail: "nowhere" }, role_id: "king", colour: "red" };
  const { status, body } = await world.admin.call("POST", accounts, draft);
  expect(status).toBe(422);
  const { details } = (body as { fault: { details: { attribute: string }[] } }).fault;
  expect(details.map(({ attribute }) => attribute).sort()).toEqual([
    "colour",
    "login",
    "organization_id",
    "person.full_name",
    "person.mail",
    "role_id",
  ]);
});

it("keeps a login taken after its account is gone, without regard to case", async () => {
  const { id, login } = await world.account(organization);
  await world.admin.want("DELETE", `${accounts}/${id}`);
  expect((await world.admin.call("GET", `${accounts}/${id}`)).status).toBe(404);
  const draft = { ...world.accountDraft(organization, "viewer"), login: login.toUpperCase() };
  expect(await world.admin.call("POST", accounts, draft)).toMatchObject({
    status: 409,
    body: { fault: { details: [{ attribute: "login", problem: "is taken" }] } },
  });
});

it("changes what a change names", async () => {
  const { id, login } = await world.account(organization);
  const account = await world.admin.want("PATCH", `${accounts}/${id}`, { person: { full_name: "Ada Changed" } });
  expect(account).toMatchObject({
    active: true,
    person: { full_name: "Ada Changed", mail: `${login}@somewhere.example` },
  });
  expect((await world.admin.call("PATCH", `${accounts}/${id}`, { login: "other" })).status).toBe(422);
});

it("lets people change their own name, and neither switch themselves off nor close their account", async () => {
  const superuser = await world.somebody(organization, "superuser");
  const viewer = await world.somebody(organization, "viewer");
  const own = `${accounts}/${superuser.id}`;
  expect((await viewer.call("PATCH", `${accounts}/${viewer.id}`, { person: { full_name: "Me" } })).status).toBe(200);
  expect((await viewer.call("PATCH", own, { person: { full_name: "You" } })).status).toBe(403);
  expect((await superuser.call("PATCH", own, { active: false })).status).toBe(409);
  expect((await superuser.call("DELETE", own)).status).toBe(409);
});

it("does not close an account that owns buckets", async () => {
  const { id } = await world.account(organization);
  const bucket = await world.bucket(id, "account");
  expect((await world.admin.call("DELETE", `${accounts}/${id}`)).status).toBe(409);
  await world.admin.want("DELETE", `/storage/v3/buckets/${bucket}`);
  expect((await world.admin.call("DELETE", `${accounts}/${id}`)).status).toBe(204);
});

it("lists the accounts of one organization", async () => {
  const other = await world.organization();
  const { id } = await world.account(other);
  const { content, page } = await world.admin.want("GET", `${accounts}?organization_id=${other}`);
  expect(content).toMatchObject([{ account_id: id }]);
  expect(page).toEqual({ number: 1, size: 50, total_elements: 1, total_pages: 1 });
  expect((await world.admin.call("GET", `${accounts}?organization_id=x`)).status).toBe(400);
});
