import { createHash } from "node:crypto";
import { form, World } from "./client";

let world: World;
let organization: number;
beforeAll(async () => {
  world = await World.start();
  organization = await world.organization();
});
afterAll(() => world.close());

const buckets = "/storage/v3/buckets";
const freshBucket = async (): Promise<string> => `${buckets}/${await world.bucket(organization)}`;

it("goes through a list with cursors, also while items go", async () => {
  const owner = await world.organization();
  const viewer = await world.somebody(owner, "viewer");
  const all = [await world.bucket(owner), await world.bucket(owner), await world.bucket(owner)];
  const uuids = ({ items }: Record<string, unknown>) =>
    (items as { bucket_uuid: string }[]).map((one) => one.bucket_uuid);
  const first = await viewer.want("GET", `${buckets}?limit=2`);
  expect(uuids(first)).toEqual(all.slice(0, 2));
  await world.admin.want("DELETE", `${buckets}/${all[0] ?? ""}`);
  const second = await viewer.want("GET", `${buckets}?limit=2&cursor=${String(first["next_cursor"])}`);
  expect(uuids(second)).toEqual(all.slice(2));
  expect(second["next_cursor"]).toBeNull();
  expect((await viewer.call("GET", `${buckets}?cursor=made-up`)).status).toBe(400);
  expect((await viewer.call("GET", `${buckets}?limit=101`)).status).toBe(400);
});

it("makes no bucket of an owner who is not there", async () => {
  for (const kind of ["organization", "account"]) {
    const draft = { title: "Roads", owner: { kind, id: 4711 }, engine: "git" };
    expect(await world.admin.call("POST", buckets, draft)).toMatchObject({
      status: 422,
      body: { fault: { details: [{ attribute: "owner.id" }] } },
    });
  }
});

it("keeps the bucket of an account for the account and those who manage it", async () => {
  const owner = await world.somebody(organization, "viewer");
  const bucket = `${buckets}/${await world.bucket(owner.id, "account")}`;
  const superuser = await world.somebody(organization, "superuser");
  const viewer = await world.somebody(organization, "viewer");
  expect((await owner.call("PATCH", bucket, { title: "Mine" })).status).toBe(200);
  expect((await superuser.call("GET", bucket)).status).toBe(200);
  expect((await viewer.call("GET", bucket)).status).toBe(404);
});

it("sets and removes properties", async () => {
  const bucket = await freshBucket();
  await world.admin.want("PUT", `${bucket}/properties/theme`, { value: "roads" });
  await world.admin.want("PUT", `${bucket}/properties/scale`, { value: "1:5000" });
  await world.admin.want("PUT", `${bucket}/properties/theme`, { value: "rivers" });
  expect((await world.admin.want("GET", bucket))["properties"]).toEqual({ theme: "rivers", scale: "1:5000" });
  await world.admin.want("DELETE", `${bucket}/properties/theme`);
  expect((await world.admin.want("GET", bucket))["properties"]).toEqual({ scale: "1:5000" });
  expect((await world.admin.call("DELETE", `${bucket}/properties/theme`)).status).toBe(404);
  expect((await world.admin.call("PUT", `${bucket}/properties/a%20b`, { value: "" })).status).toBe(422);
});

it("stores a file with its checksum, hands it out and deletes it", async () => {
  const files = `${await freshBucket()}/files`;
  const name = "Flüsse & Seen.gml";
  const entry = await world.admin.want("POST", files, form(name, "<gml/>"));
  const value = createHash("sha256").update("<gml/>").digest("hex");
  expect(entry).toMatchObject({ file_name: name, byte_count: 6, checksum: { algorithm: "sha-256", value } });
  const path = `${files}/${encodeURIComponent(name)}`;
  const { headers, body } = await world.admin.call("GET", `${path}/content`);
  expect(String(body)).toBe("<gml/>");
  expect(headers.get("content-type")).toBe("application/octet-stream");
  await world.admin.want("DELETE", path);
  expect(await world.admin.want("GET", files)).toEqual({ items: [], next_cursor: null });
});

it("hands a JSON file out as the bytes it got", async () => {
  const files = `${await freshBucket()}/files`;
  await world.admin.want("POST", files, form("a.json", '{ "a":1 }'));
  expect((await world.admin.call("GET", `${files}/a.json/content`)).body).toEqual(Buffer.from('{ "a":1 }'));
});

it("overwrites a file only when asked to", async () => {
  const files = `${await freshBucket()}/files`;
  await world.admin.want("POST", files, form("a.gml", "old"));
  expect((await world.admin.call("POST", files, form("a.gml", "new"))).status).toBe(409);
  await world.admin.want("POST", `${files}?overwrite=true`, form("a.gml", "new"));
  expect(String((await world.admin.call("GET", `${files}/a.gml/content`)).body)).toBe("new");
  expect((await world.admin.want("GET", files))["items"]).toHaveLength(1);
});

it("takes a file by the part `payload` alone, with a name that can be stored", async () => {
  const files = `${await freshBucket()}/files`;
  expect((await world.admin.call("POST", files, form("a.gml", "x", "file"))).status).toBe(422);
  expect((await world.admin.call("POST", files, form("../a.gml", "x"))).status).toBe(422);
  expect((await world.admin.call("POST", files, { payload: "x" })).status).toBe(400);
});

it("lets a data uploader store files and change nothing else", async () => {
  const uploader = await world.somebody(organization, "datauploader");
  const bucket = await freshBucket();
  expect((await uploader.call("POST", `${bucket}/files`, form("a.gml", "x"))).status).toBe(201);
  expect((await uploader.call("PATCH", bucket, { title: "Changed" })).status).toBe(403);
  expect((await uploader.call("DELETE", bucket)).status).toBe(403);
});
