import { Client, secretOfAll, World } from "./client";

let world: World;
let top: number;
let middle: number;
let below: number;
let elsewhere: number;
beforeAll(async () => {
  world = await World.start();
  top = await world.organization();
  middle = await world.organization(top);
  below = await world.organization(middle);
  elsewhere = await world.organization();
});
afterAll(() => world.close());

const organizations = async (client: Client): Promise<unknown[]> => {
  const { content } = await client.want("GET", "/directory/v2/organizations");
  return (content as { organization_id: number }[]).map(({ organization_id }) => organization_id);
};

const status = async (client: Client, method: string, path: string, body?: Record<string, unknown>): Promise<number> =>
  (await client.call(method, path, body)).status;

describe("a login", () => {
  it("wants the right secret, and says nothing of which half is wrong", async () => {
    const anybody = new Client(world.foreign.url);
    const wrong = { login: world.foreign.username, secret: "wrong" };
    const replies = [
      await anybody.call("POST", "/identity/v2/sessions", wrong),
      await anybody.call("POST", "/identity/v2/sessions", { ...wrong, login: "nobody" }),
    ];
    const fault = { status: 401, reason: "The login or the secret is wrong.", details: [] };
    expect(replies.map((reply) => [reply.status, reply.body])).toEqual([
      [401, { fault }],
      [401, { fault }],
    ]);
    expect(replies[0]?.headers.get("www-authenticate")).toBe("Bearer");
  });

  it("hands out a token for an hour and says whose it is", async () => {
    const { username, password, url } = world.foreign;
    const session = await new Client(url).want("POST", "/identity/v2/sessions", { login: username, secret: password });
    expect(session).toMatchObject({ expires_in: 3600, account: { account_id: 1, login: username } });
  });

  it("ends after an hour", async () => {
    const somebody = await world.somebody(top, "viewer");
    const later = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 3_601_000);
    try {
      expect(await status(somebody, "GET", "/identity/v2/accounts/me")).toBe(401);
    } finally {
      later.mockRestore();
    }
  });

  it("is refused for an account that is switched off, and its sessions end", async () => {
    const somebody = await world.somebody(top, "viewer");
    const { login } = await somebody.want("GET", "/identity/v2/accounts/me");
    await world.admin.want("PATCH", `/identity/v2/accounts/${somebody.id}`, { active: false });
    expect(await status(somebody, "GET", "/identity/v2/accounts/me")).toBe(401);
    await expect(Client.login(world.foreign.url, String(login), secretOfAll)).rejects.toThrow("401");
  });
});

describe("a list", () => {
  it("shows a member the organization and all below it", async () => {
    expect(await organizations(await world.somebody(middle, "viewer"))).toEqual([middle, below]);
    expect(await organizations(world.admin)).toEqual([top, middle, below, elsewhere]);
  });

  it("shows a member the accounts and buckets there and no others", async () => {
    const viewer = await world.somebody(elsewhere, "viewer");
    await world.account(top);
    const bucket = await world.bucket(elsewhere);
    await world.bucket(top);
    const { content } = await viewer.want("GET", "/identity/v2/accounts");
    expect((content as { account_id: number }[]).map(({ account_id }) => account_id)).toEqual([viewer.id]);
    expect(await viewer.want("GET", "/storage/v3/buckets")).toMatchObject({ items: [{ bucket_uuid: bucket }] });
  });
});

describe("a role", () => {
  const change = { about: "Changed" };
  const at = (id: number) => `/directory/v2/organizations/${id}`;

  it("of a viewer only reads", async () => {
    const viewer = await world.somebody(middle, "viewer");
    const bucket = `/storage/v3/buckets/${await world.bucket(below)}`;
    expect(await status(viewer, "GET", at(below))).toBe(200);
    expect(await status(viewer, "GET", bucket)).toBe(200);
    expect(await status(viewer, "PATCH", at(below), change)).toBe(403);
    expect(await status(viewer, "PATCH", bucket, { title: "Changed" })).toBe(403);
    expect(await status(viewer, "POST", `${bucket}/files`)).toBe(403);
    expect(await status(viewer, "POST", `${at(middle)}/children`, { display_name: "New" })).toBe(403);
    expect(await status(viewer, "PUT", `${at(middle)}/members/${viewer.id}`, { role_id: "superuser" })).toBe(403);
    expect(await status(viewer, "DELETE", `/identity/v2/accounts/${viewer.id}`)).toBe(403);
    const csw = `/catalogue/v1/organizations/${middle}/csw-settings`;
    expect(await status(viewer, "GET", csw)).toBe(200);
    expect(await status(viewer, "PATCH", csw, { service_title: "New" })).toBe(403);
    const order = { organization_id: below, dry_run: true };
    expect(await status(viewer, "POST", "/jobs/v1/organization-removals", order)).toBe(403);
  });

  it("of a superuser does everything in the organization and below, and nothing above", async () => {
    const superuser = await world.somebody(middle, "superuser");
    expect(await status(superuser, "PATCH", at(below), change)).toBe(200);
    expect(await status(superuser, "POST", `${at(below)}/children`, { display_name: "New" })).toBe(201);
    expect(await status(superuser, "POST", "/identity/v2/accounts", world.accountDraft(below, "editor"))).toBe(201);
    expect(await status(superuser, "PATCH", at(top), change)).toBe(404);
    expect(await status(superuser, "POST", "/directory/v2/organizations", { display_name: "New" })).toBe(403);
    expect(await status(superuser, "POST", "/identity/v2/accounts", world.accountDraft(top, "editor"))).toBe(422);
  });

  it("of an editor manages buckets and the catalogue, not the organization", async () => {
    const editor = await world.somebody(middle, "editor");
    const draft = { title: "Roads", owner: { kind: "organization", id: below }, engine: "git" };
    expect(await status(editor, "POST", "/storage/v3/buckets", draft)).toBe(201);
    const csw = `/catalogue/v1/organizations/${below}/csw-settings`;
    expect(await status(editor, "PATCH", csw, { service_title: "New" })).toBe(200);
    expect(await status(editor, "PATCH", at(below), change)).toBe(403);
  });

  it("ends when it is withdrawn", async () => {
    const guest = await world.somebody(elsewhere, "viewer");
    await world.admin.want("PUT", `${at(top)}/members/${guest.id}`, { role_id: "viewer" });
    expect(await status(guest, "GET", at(below))).toBe(200);
    await world.admin.want("DELETE", `${at(top)}/members/${guest.id}`);
    expect(await status(guest, "GET", at(below))).toBe(404);
  });
});
