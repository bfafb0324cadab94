import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { inMemory } from "../../provider/formats/bytes";
import { readZip, writeZip } from "../../provider/formats/zip";
import { FactClient, type Reply } from "./client";

let accounts: FactClient;
let projects: FactClient;
let bearer: string;
beforeEach(async () => {
  accounts = await FactClient.start("/accounts");
  projects = await accounts.service("/store/projects");
  bearer = `Bearer ${await accounts.token()}`;
});
afterEach(() => accounts.emulator.close());

const call = (id: string, args: readonly string[], body?: unknown, by: string | undefined = bearer): Promise<Reply> =>
  projects.call(id, args, by, body);
const address = (id: string) => `/store/projects/buckets/org/1/${id}`;
const files = { "project.halex": "<hale-project/>", "schemas/Address.xsd": "<schema/>" };

/** The archive that hale studio sends, and what is in one that comes back. */
const archive = () =>
  buffer(writeZip(Object.entries(files).map(([path, text]) => ({ path, open: () => Readable.from([text]) }))));
async function contentsOf(zip: Buffer): Promise<Record<string, string>> {
  const entries = await readZip(inMemory(zip), "archive");
  const read = entries.map(async ({ path, open }) => [path, (await buffer(await open())).toString()] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function create(form: object = { name: "Adressen", driver: "git" }): Promise<string> {
  return String((await call("createBucketWithOwner", ["org", "1"], form)).body["transformationproject"]);
}

describe("the upload of a project, as hale studio does it (docs/platform.md#bucket-service)", () => {
  it("goes step by step, and waits for nothing", async () => {
    // (1) Is there anybody in whose name it may be?
    const { body: info } = await accounts.call(
      "getResourcePermissionInfo",
      ["TransformationProject", "create"],
      bearer,
    );
    expect((info["organisations"] as Record<string, unknown>)["1"]).toContain("organisation");

    // (2) The bucket, (3) the author as a bare JSON text, (4) the sharing options as an object.
    const ident = await call("createBucketWithOwner", ["org", "1"], { name: "Adressen", driver: "git" });
    expect(ident.body).toEqual({ orgId: "1", transformationproject: expect.any(String) as string });
    const id = String(ident.body["transformationproject"]);
    expect((await projects.send("PUT", `${address(id)}/p/author`, "Erika Müller", bearer)).body["error"]).toBe(false);
    const sharing = await projects.send("PUT", `${address(id)}/p/sharingOptions`, { public: true }, bearer);
    expect(sharing).toMatchObject({ status: 200, body: { error: false } });

    // (5) The archive in one piece, (6) the name as plain text.
    const sent = await projects.upload("addFiles", ["org", "1", id], await archive(), "hc-arc.zip", bearer);
    expect(sent).toMatchObject({ status: 200, body: { error: false } });
    const named = await projects.say(`${address(id)}/name`, "Adressen für Größe", bearer);
    expect(named).toMatchObject({ status: 200, body: { error: false } });

    // (7) The moment of the last change.
    const { body } = await call("getBucketInfo", ["org", "1", id]);
    expect(body).toMatchObject({
      id: { orgId: "1", transformationproject: id },
      name: "Adressen für Größe",
      properties: { author: "Erika Müller", sharingOptions: { public: true } },
    });
    expect(Math.abs(Number(body["lastModified"]) - Date.now())).toBeLessThan(60_000);

    // And back.
    const zip = await projects.bytes("getProjectFilesAsZip", ["org", "1", id], bearer);
    expect(await contentsOf(zip)).toEqual(files);
  });

  it("is told apart from a later change by lastModified alone, which then is another", async () => {
    const id = await create();
    const moment = async () => (await call("getBucketInfo", ["org", "1", id])).body["lastModified"] as number;
    const before = await moment();
    await projects.upload("addFiles", ["org", "1", id], await archive(), "hc-arc.zip", bearer);
    expect(await moment()).toBeGreaterThan(before);
  });
});

describe("buckets", () => {
  it("docs/platform.md#ids-and-common-models: a bucket has exactly one owner, a user or an organisation, by the types `user` and `org`", async () => {
    const ofUser = await call("createBucketWithOwner", ["user", "1"], { driver: "s3" });
    expect(ofUser.body).toEqual({ userId: "1", transformationproject: expect.any(String) as string });
    for (const type of ["organisation", "ORG", "users"]) {
      expect((await call("createBucketWithOwner", [type, "1"], { driver: "s3" })).status).toBe(422);
    }
  });

  it("docs/platform.md#ids-and-common-models: ids look like UUIDs of version 4", async () => {
    expect(await create()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("docs/platform.md#bucket-service: the driver is `git` or `s3`, a text", async () => {
    for (const [driver, status] of [
      ["git", 201],
      ["s3", 201],
      ["svn", 422],
      [true, 422],
    ] as const) {
      expect((await call("createBucketWithOwner", ["org", "1"], { name: "n", driver })).status).toBe(status);
    }
  });

  it("docs/platform.md#bucket-service: those of an organisation are listed with sufficient permission: otherwise 403 (docs/platform.md#refusals)", async () => {
    const id = await create();
    const list = (query: string, by?: string) =>
      projects.send("GET", `/store/projects/buckets?${query}`, undefined, by);
    expect((await list("contextOrganisation=1&details=true", bearer)).body).toMatchObject([
      { id: { transformationproject: id }, properties: {} },
    ]);
    const { body } = await accounts.call("createOrganisation", [], bearer, { name: "Land" });
    const form = { username: "erika", fullName: "Erika", email: "erika@users.example", password: "Sunshine-42" };
    await accounts.call("createUser", [], bearer, { ...form, organisation: String(body["id"]), role: "orgAdmin" });
    const stranger = `Bearer ${String((await accounts.login("erika", "Sunshine-42")).body["token"])}`;
    expect((await list("contextOrganisation=1", stranger)).status).toBe(403);
    expect((await list("details=true", stranger)).body).toEqual([]);
  });

  it("docs/platform.md#bucket-service: a public one is read without a login; docs/platform.md#refusals: a hidden one is not there", async () => {
    const id = await create();
    expect((await call("getBucketInfo", ["org", "1", id], undefined, "")).status).toBe(404);
    await projects.send("PUT", `${address(id)}/p/sharingOptions`, { public: true }, bearer);
    expect((await call("getBucketInfo", ["org", "1", id], undefined, "")).status).toBe(200);
    expect((await projects.bytes("getProjectFilesAsZip", ["org", "1", id])).length).toBeGreaterThan(0);
    const listed = await projects.send("GET", "/store/projects/buckets?details=true");
    expect(listed.body).toMatchObject([{ id: { transformationproject: id } }]);
  });

  it("docs/platform.md#refusals, docs/platform.md#operations-of-public-clients: the permission test says 2xx or 403, and takes the combined id", async () => {
    const id = await create();
    const test = (permission: string, combinedId: string, by = bearer) =>
      projects.status("testBucketPermission", [permission, combinedId], by);
    expect(await test("edit", `org.1.${id}`)).toBe(200);
    expect(await test("edit", `org.1.${id}`, "")).toBe(403);
    expect(await test("edit", "org.1.gone")).toBe(403);
  });
});

describe("the five stores (docs/platform.md#the-five-stores)", () => {
  it.each([
    ["data", "bucket"],
    ["schemas", "schema"],
    ["projects", "transformationproject"],
    ["metadata", "metadata"],
    ["attachments", "attachment"],
  ])("/store/%s names the id of a bucket %s", async (name, key) => {
    const store = await accounts.service(`/store/${name}`);
    expect(store.document.basePath).toBe(`/store/${name}`);
    expect(store.document.tags.map((tag) => tag.name)).toEqual(["Buckets", "Files", "Permissions"]);
    const { body } = await store.call("createBucketWithOwner", ["org", "1"], bearer, { driver: "s3" });
    expect(Object.keys(body).sort()).toEqual([key, "orgId"].sort());
  });

  it("docs/platform.md#attachment-names: the names of attachments have no dots but the one before the extension", async () => {
    const store = await accounts.service("/store/attachments");
    const { body } = await store.call("createBucketWithOwner", ["org", "1"], bearer, {});
    const send = async (name: string) =>
      (await store.upload("addFiles", ["org", "1", String(body["attachment"])], Buffer.from("1"), name, bearer)).status;
    expect(await send("plan.pdf")).toBe(200);
    expect(await send("plan.2026.pdf")).toBe(422);
  });
});
