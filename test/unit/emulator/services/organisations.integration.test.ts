import { invalidFields, organisation, startPlatform, user, type Platform, type Visitor } from "../support/visitor";

let platform: Platform;
let admin: Visitor;
beforeEach(async () => {
  platform = await startPlatform();
  admin = platform.admin;
});
afterEach(() => platform.emulator.close());

const root = "/accounts/v1/organisations";

describe("creating an organisation", () => {
  it("fills in who made it and when, and keeps the form", async () => {
    const form = { name: "Land Beispiel", legalName: "Das Land", city: "Musterstadt", email: "a@land.example" };
    const made = await admin.post(`${root}/1/suborganisations`, form);
    expect(made).toMatchObject({ status: 201, body: { ...form, id: "2", parent: "1", createdBy: "1" } });
    expect((made.body as { created: number }).created).toBeGreaterThan(0);
    expect((await admin.get(`${root}/2`)).body).toEqual(made.body);
  });

  it("treats an empty text as a field that is left out", async () => {
    const made = await admin.post(root, { name: "Land", email: "", city: "" });
    expect(made.body).not.toHaveProperty("email");
    expect(made.body).not.toHaveProperty("city");
  });

  it("refuses the name of a sibling, and says whose it is", async () => {
    const first = await organisation(admin, "Kreis Muster", "1");
    const again = await admin.post(`${root}/1/suborganisations`, { name: "Kreis Muster" });
    expect(again).toMatchObject({ status: 409, body: { code: 409, error: true } });
    expect((again.body as { message: string }).message).toContain(`organisation ${first}`);
    expect((await admin.post(root, { name: "Operator" })).status).toBe(409);
    expect((await admin.post(root, { name: "Kreis Muster" })).status).toBe(201);
    expect((await admin.post(`${root}/${first}/suborganisations`, { name: "Kreis Muster" })).status).toBe(201);
  });

  it("gives a name only once, even for many requests at the same time", async () => {
    const asked = Array.from({ length: 20 }, () => admin.post(`${root}/1/suborganisations`, { name: "Kreis" }));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
  });

  it("refuses an unknown parent", async () => {
    expect((await admin.post(`${root}/99/suborganisations`, { name: "Kreis" })).status).toBe(404);
  });

  it("lists every field that is invalid, unknown ones included", async () => {
    const { status, body } = await admin.post(root, { name: " Land", email: "nobody", colour: "red", web: 7 });
    expect(status).toBe(422);
    const fields = (body as { fields: { field: string }[] }).fields.map(({ field }) => field).sort();
    expect(fields).toEqual(["colour", "email", "name", "web"]);
  });

  it.each([undefined, [], "text"])("refuses the body %p", async (body) => {
    expect((await admin.post(root, body)).status).toBe(422);
  });
});

describe("changing an organisation", () => {
  it("keeps fields that are left out, and clears empty ones", async () => {
    await admin.post(root, { name: "Land", city: "Musterstadt", zip: "12345" });
    const changed = await admin.put(`${root}/2`, { zip: "", description: "Ein Land" });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: "Land", city: "Musterstadt", description: "Ein Land" },
    });
    expect(changed.body).not.toHaveProperty("zip");
  });

  it("refuses another name (docs/platform.md#organisations)", async () => {
    expect(await admin.put(`${root}/1`, { name: "Other" })).toMatchObject({
      status: 422,
      body: { fields: [{ field: "name" }] },
    });
    expect((await admin.get(`${root}/1`)).body).toMatchObject({ name: "Operator" });
  });
});

describe("custom fields of an organisation", () => {
  const set = (fields: unknown) => admin.put(`${root}/1/customFields`, fields);

  it("are replaced as a whole, and removed by an empty set", async () => {
    await set({ a: "1", b: "2" });
    expect(await set({ b: "3", "Höhe über NN": "144 m" })).toMatchObject({ status: 200 });
    const { customFields } = (await admin.get(`${root}/1`)).body as { customFields: unknown };
    expect(customFields).toEqual({ b: "3", "Höhe über NN": "144 m" });
    expect((await set({})).body).not.toHaveProperty("customFields");
  });

  it("may be called like something that every object has", async () => {
    await admin.send("PUT", `${root}/1/customFields`, JSON.parse('{"constructor":"1","toString":"2"}'));
    expect((await admin.get(`${root}/1`)).body).toMatchObject({ customFields: { constructor: "1", toString: "2" } });
  });

  it("are texts with names on one line", async () => {
    expect(invalidFields(await set({ a: 1, "two\nlines": "x" }))).toEqual(["a", "two\nlines"]);
  });
});

describe("lists of organisations", () => {
  it("come in pages, sorted by id, with the length of the whole list", async () => {
    for (let number = 2; number <= 12; number++) {
      await organisation(admin, `Kreis ${number}`, "1");
    }
    const idsOf = async (path: string) => {
      const { body, headers } = await admin.get(path);
      return [(body as { id: string }[]).map(({ id }) => id).join(), headers.get("x-total-count")];
    };
    expect(await idsOf(`${root}?limit=4&offset=7`)).toEqual(["8,9,10,11", "12"]);
    expect(await idsOf(`${root}?limit=4&offset=11`)).toEqual(["12", "12"]);
    expect(await idsOf(`${root}?offset=12`)).toEqual(["", "12"]);
    expect(await idsOf(`${root}/1/suborganisations?limit=2`)).toEqual(["2,3", "11"]);
  });

  it.each(["limit=0", "limit=501", "limit=x", "offset=-1", "limit=1.5"])("refuse %s", async (query) => {
    expect((await admin.get(`${root}?${query}`)).status).toBe(422);
  });

  it("leave out their length on demand", async () => {
    const silent = await startPlatform({ withTotalCount: false });
    expect((await silent.admin.get(root)).headers.has("x-total-count")).toBe(false);
    await silent.emulator.close();
  });
});

describe("who sees and changes which organisation", () => {
  // 1 Operator > 2 Land > 3 Kreis > 4 Gemeinde; 5 Nachbarkreis is below 2 too, 6 is another root.
  beforeEach(async () => {
    await organisation(admin, "Land", "1");
    await organisation(admin, "Kreis", "2");
    await organisation(admin, "Gemeinde", "3");
    await organisation(admin, "Nachbarkreis", "2");
    await organisation(admin, "Anderes Land");
  });

  const idsSeenBy = async (visitor: Visitor) =>
    ((await visitor.get(root)).body as { id: string }[]).map(({ id }) => id).join();

  it("shows only the own organisation, those above and those below", async () => {
    const member = await user(admin, "erika", "3", "user");
    expect(await idsSeenBy(member)).toBe("1,2,3,4");
    expect((await member.get(`${root}/4`)).status).toBe(200);
    expect((await member.get(`${root}/5`)).status).toBe(404);
    expect((await member.get(`${root}/6`)).status).toBe(404);
  });

  it("shows only those suborganisations that may be seen", async () => {
    const member = await user(admin, "erika", "3", "user");
    const below = await member.get(`${root}/2/suborganisations`);
    expect(below.body).toMatchObject([{ id: "3" }]);
    expect(below.headers.get("x-total-count")).toBe("1");
  });

  it("shows everything to an administrator", async () => {
    expect(await idsSeenBy(admin)).toBe("1,2,3,4,5,6");
  });

  it("lets a Superuser create and change only in the own organisation and below", async () => {
    const superuser = await user(admin, "erika", "2", "orgAdmin");
    expect((await superuser.post(`${root}/3/suborganisations`, { name: "Dorf" })).status).toBe(201);
    expect((await superuser.put(`${root}/4`, { city: "Dorf" })).status).toBe(200);
    expect(await superuser.put(`${root}/1`, { city: "Dorf" })).toMatchObject({ status: 403, body: { code: 403 } });
    expect((await superuser.post(`${root}/1/suborganisations`, { name: "Dorf" })).status).toBe(403);
    expect((await superuser.put(`${root}/6`, { city: "Dorf" })).status).toBe(404);
  });

  it.each(["user", "dataManager", "themeManager"])("refuses a %s who creates or changes one", async (role) => {
    const member = await user(admin, "erika", "2", role);
    expect((await member.post(`${root}/2/suborganisations`, { name: "Dorf" })).status).toBe(403);
    expect((await member.put(`${root}/2`, { city: "Dorf" })).status).toBe(403);
  });

  it("lets only administrators create root organisations", async () => {
    const superuser = await user(admin, "erika", "1", "orgAdmin");
    expect((await superuser.post(root, { name: "Neues Land" })).status).toBe(403);
  });

  it("refuses everybody without a login", async () => {
    for (const path of [root, `${root}/1`]) {
      expect(await platform.anonymous.get(path)).toMatchObject({ status: 401, body: { code: 401, error: true } });
    }
  });
});
