import { bucket, listed, type TestBucket } from "../../support/buckets";
import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../../support/visitor";

let platform: Platform;
let admin: Visitor;
let time: number;
beforeEach(async () => {
  time = 1_800_000_000_000;
  platform = await startPlatform({ now: () => time });
  admin = platform.admin;
  await organisation(admin, "Land", "1");
});
afterEach(() => platform.emulator.close());

const stores = [
  ["data", "bucket"],
  ["schemas", "schema"],
  ["projects", "transformationproject"],
  ["metadata", "metadata"],
  ["attachments", "attachment"],
] as const;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const infoOf = async (of: TestBucket) => (await admin.get(of.path)).body as Record<string, unknown>;
const lastModified = async (of: TestBucket) => (await infoOf(of))["lastModified"] as number;

describe.each(stores)("a bucket of the store of %s", (store, key) => {
  it("is created empty, and the answer is an ident with the owner and its own key", async () => {
    const { status, body } = await admin.post(`/store/${store}/buckets/org/2`, { name: "Bestand", driver: "git" });
    expect(status).toBe(201);
    expect(body).toEqual({ orgId: "2", [key]: expect.stringMatching(uuid) as string });
    const id = String((body as Record<string, unknown>)[key]);
    expect((await admin.get(`/store/${store}/buckets/org/2/${id}`)).body).toEqual({
      id: body,
      combinedId: `org.2.${id}`,
      owner: { type: "org", id: "2" },
      name: "Bestand",
      driver: "git",
      properties: {},
      files: [],
      created: time,
      createdBy: "1",
      lastModified: time,
    });
  });

  it("belongs to this store alone", async () => {
    const { id } = await bucket(admin, store, "org/2");
    for (const [other] of stores.filter(([name]) => name !== store)) {
      expect((await admin.get(`/store/${other}/buckets/org/2/${id}`)).status).toBe(404);
      expect(await listed(admin, other)).toEqual([]);
    }
  });
});

describe("creating a bucket", () => {
  it("works without a name and a driver: the bucket has no name then, and no version control", async () => {
    const made = await bucket(admin, "data", "org/2");
    expect(await infoOf(made)).not.toHaveProperty("name");
    expect(await infoOf(made)).toMatchObject({ driver: "s3" });
  });

  it("may make a user its owner", async () => {
    const { status, body } = await admin.post("/store/data/buckets/user/1", {});
    expect(status).toBe(201);
    expect(body).toEqual({ userId: "1", bucket: expect.stringMatching(uuid) as string });
  });

  it("says everything that is wrong with the form at once", async () => {
    const refused = await admin.post("/store/data/buckets/org/2", { name: "a\nb", driver: "ftp", colour: "red" });
    expect(invalidFields(refused).sort()).toEqual(["colour", "driver", "name"]);
    expect(invalidFields(await admin.post("/store/data/buckets/org/2", { name: "x".repeat(251) }))).toEqual(["name"]);
    expect(invalidFields(await admin.post("/store/data/buckets/club/2", {}))).toEqual(["ownerType"]);
  });

  it("needs an existing owner", async () => {
    expect((await admin.post("/store/data/buckets/org/4711", {})).status).toBe(404);
    expect((await admin.post("/store/data/buckets/user/4711", {})).status).toBe(404);
  });

  it("works twice with the same name", async () => {
    await bucket(admin, "data", "org/2", { name: "Bestand" });
    await bucket(admin, "data", "org/2", { name: "Bestand" });
    expect(await listed(admin, "data")).toHaveLength(2);
  });
});

describe("a bucket's name", () => {
  it("is a bare text of 1 to 250 characters", async () => {
    const made = await bucket(admin, "projects", "org/2");
    expect(await admin.say(`${made.path}/name`, "Größe der Flüsse")).toMatchObject({
      status: 200,
      body: { error: false },
    });
    expect(await infoOf(made)).toMatchObject({ name: "Größe der Flüsse" });
    expect((await admin.say(`${made.path}/name`, "x".repeat(251))).status).toBe(422);
    expect((await admin.put(`${made.path}/name`, "as JSON")).status).toBe(400);
  });
});

describe("a bucket's properties", () => {
  it("are bare texts, and sharingOptions an object", async () => {
    const made = await bucket(admin, "projects", "org/2");
    const set = (name: string, value: unknown) => admin.put(`${made.path}/p/${name}`, value);
    for (const name of ["author", "description", "version", "type"]) {
      expect(await set(name, `${name} ü`)).toMatchObject({ status: 200, body: { error: false } });
    }
    await set("sharingOptions", { public: true });
    expect(await infoOf(made)).toMatchObject({
      properties: {
        author: "author ü",
        description: "description ü",
        version: "version ü",
        type: "type ü",
        sharingOptions: { public: true },
      },
    });
    expect((await admin.delete(`${made.path}/p/author`)).status).toBe(200);
    expect((await infoOf(made))["properties"]).not.toHaveProperty("author");
    expect((await admin.delete(`${made.path}/p/author`)).status).toBe(404);
  });

  it("have known names, and values that fit the name", async () => {
    const { path } = await bucket(admin, "data", "org/2");
    expect(invalidFields(await admin.put(`${path}/p/colour`, "red"))).toEqual(["property"]);
    expect(invalidFields(await admin.put(`${path}/p/toString`, "red"))).toEqual(["property"]);
    expect(invalidFields(await admin.put(`${path}/p/author`, { name: "Erika" }))).toEqual(["body"]);
    expect(invalidFields(await admin.put(`${path}/p/author`, "x".repeat(10_001)))).toEqual(["body"]);
    expect(invalidFields(await admin.put(`${path}/p/sharingOptions`, { public: "yes" }))).toEqual(["public"]);
    expect(invalidFields(await admin.put(`${path}/p/sharingOptions`, { public: true, undeclared: 1 }))).toEqual([
      "undeclared",
    ]);
    expect((await admin.delete(`${path}/p/colour`)).status).toBe(404);
  });
});

describe("the moment of a bucket's last change", () => {
  it("moves on with each change, even if the clock stands still or goes back", async () => {
    await user(admin, "erika", "2", "user");
    const made = await bucket(admin, "data", "org/2");
    const moments = [await lastModified(made)];
    const changes = [
      () => admin.say(`${made.path}/name`, "Bestand"),
      () => admin.put(`${made.path}/p/author`, "Erika"),
      () => admin.delete(`${made.path}/p/author`),
      () => admin.add(made.files, "1", "eins"),
      () => admin.upload(`${made.files}/eins`, "2"),
      () => admin.delete(`${made.files}/eins`),
      () => admin.send("POST", `${made.path}/sharing/1`),
      () => admin.delete(`${made.path}/sharing/1`),
      () => admin.send("POST", `${made.path}/collaborators/2`),
      () => admin.delete(`${made.path}/collaborators/2`),
    ];
    for (const change of changes) {
      expect((await change()).status).toBeLessThan(300);
      moments.push(await lastModified(made));
      time -= 1000;
    }
    expect([...new Set(moments)].sort((a, b) => a - b)).toEqual(moments);
    time += 1_000_000;
    await admin.put(`${made.path}/p/author`, "Max");
    expect(await lastModified(made)).toBe(time);
  });
});

describe("lists of buckets", () => {
  it("have everything about all visible buckets, sorted by combined id, page by page", async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => bucket(admin, "data", "org/2")));
    await admin.add(made[0]?.files ?? "", "1", "eins");
    expect(await listed(admin, "data")).toEqual(made.map(({ combinedId }) => combinedId).sort());
    const page = await admin.get("/store/data/overview?offset=3&limit=5");
    expect(page.body).toHaveLength(2);
    expect(page.headers.get("x-total-count")).toBe("5");
    const [bare] = (await admin.get("/store/data/overview?limit=1")).body as object[];
    expect(bare).not.toHaveProperty("files");
    const withFiles = (await admin.get("/store/data/overview?includeFiles=true")).body as { files: object[] }[];
    expect(withFiles.flatMap(({ files }) => files)).toMatchObject([{ name: "eins", bytes: 1 }]);
  });

  it("are those of an organisation, or one's own with public and shared ones (docs/platform.md#bucket-service)", async () => {
    const erika = await user(admin, "erika", "2", "dataManager");
    const own = await bucket(admin, "data", "user/2", { name: "Eigenes" });
    const ofLand = await bucket(admin, "data", "org/2", { name: "des Landes" });
    const open = await bucket(admin, "data", "org/1", { name: "Öffentliches" });
    await admin.put(`${open.path}/p/sharingOptions`, { public: true });
    await bucket(admin, "data", "org/1", { name: "Verborgenes" });
    const names = async (by: Visitor, query: string) => {
      const { body } = await by.get(`/store/data/buckets?${query}`);
      return (body as { name: string }[]).map(({ name }) => name).sort();
    };
    expect(await names(erika, "details=true")).toEqual(["Eigenes", "Öffentliches"]);
    expect(await names(erika, "contextOrganisation=2&details=true")).toEqual(["des Landes"]);
    expect(await names(platform.anonymous, "details=true")).toEqual(["Öffentliches"]);
    for (const id of ["1", "4711"]) {
      expect((await erika.get(`/store/data/buckets?contextOrganisation=${id}`)).status).toBe(403);
    }
    expect((await platform.anonymous.get("/store/data/buckets?contextOrganisation=2")).status).toBe(403);
    expect((await erika.get("/store/data/buckets?contextOrganisation=2")).body).toEqual([
      { id: { orgId: "2", bucket: ofLand.id }, name: "des Landes", lastModified: time },
    ]);
    expect(await listed(erika, "data")).toEqual([own, ofLand, open].map(({ combinedId }) => combinedId).sort());
  });
});

describe("deleting a bucket", () => {
  it("deletes it and its files, once", async () => {
    const made = await bucket(admin, "data", "org/2");
    await admin.add(made.files, "1", "eins");
    expect(await admin.delete(made.path)).toMatchObject({ status: 200, body: { error: false } });
    for (const path of [made.path, made.files, `${made.files}/eins`, made.zip]) {
      expect((await admin.get(path)).status).toBe(404);
    }
    expect((await admin.delete(made.path)).status).toBe(404);
    expect(await listed(admin, "data")).toEqual([]);
  });

  it("has to come before the deletion of its organisation, which names what is in the way", async () => {
    const schema = await bucket(admin, "schemas", "org/2", { name: "Schema" });
    const data = await bucket(admin, "data", "org/2", { name: "Bestand" });
    const project = await bucket(admin, "projects", "org/2");
    const preview = (await admin.get("/actions/organisations/2/deletion")).body as Record<string, object[]>;
    expect(preview["schemas"]).toEqual([{ id: schema.combinedId, name: "Schema" }]);
    expect(preview["buckets"]).toHaveLength(2);
    expect(preview["buckets"]).toContainEqual({ id: data.combinedId, name: "Bestand" });
    expect(preview["buckets"]).toContainEqual({ id: project.combinedId });
    const refused = await admin.delete("/actions/organisations/2");
    expect(refused).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining("2 buckets, 1 schemas") as string },
    });
    for (const { path } of [schema, data, project]) {
      await admin.delete(path);
    }
    expect((await admin.delete("/actions/organisations/2")).status).toBe(200);
  });
});
