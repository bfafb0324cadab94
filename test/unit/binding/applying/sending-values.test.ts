import { bodyOf, sent } from "./sent-call";

describe("a value that the server calls otherwise", () => {
  const roles = { orgAdmin: "superuser", user: "viewer" };

  it("is renamed under both names of its field, and in a field that keeps its name", async () => {
    expect(await bodyOf({ body: { role: "role_id" }, values: { role: roles } }, { role: "orgAdmin" })).toEqual({
      role_id: "superuser",
    });
    expect(await bodyOf({ values: { role: roles } }, { role: "user", name: "user" })).toEqual({
      role: "viewer",
      name: "user",
    });
  });

  it("is renamed in lists and in maps", async () => {
    const binding = { values: { roles } };
    expect(await bodyOf(binding, { roles: ["user", "other"] })).toEqual({ roles: ["viewer", "other"] });
    expect(await bodyOf(binding, { roles: { 7: "orgAdmin" } })).toEqual({ roles: { 7: "superuser" } });
  });

  it("is renamed within an object, whether the object moves or not", async () => {
    const values = { "owner.type": { org: "organization" } };
    const body = { owner: { type: "org", id: "org" } };
    expect(await bodyOf({ values }, body)).toEqual({ owner: { type: "organization", id: "org" } });
    expect(await bodyOf({ values, body: { owner: "holder" } }, body)).toEqual({
      holder: { type: "organization", id: "org" },
    });
  });

  it("is renamed in the items of a list, and nowhere else in them", async () => {
    const values = { "members[].role": roles };
    expect(await bodyOf({ values }, { members: [{ role: "user", name: "user" }] })).toEqual({
      members: [{ name: "user", role: "viewer" }],
    });
  });

  it("may be null: an empty text clears a field", async () => {
    const values = { "*": { "": null } };
    expect(await bodyOf({ values }, { web: "", name: "x" })).toEqual({ web: null, name: "x" });
    expect(await bodyOf({ values, body: { web: "contact.homepage" } }, { web: "" })).toEqual({
      contact: { homepage: null },
    });
    expect(await bodyOf({ values }, { extent: { begin: "", end: "x" } })).toEqual({
      extent: { begin: null, end: "x" },
    });
  });

  it("of one field comes before that of all fields", async () => {
    const values = { "*": { "": null }, web: { "": "none" } };
    expect(await bodyOf({ values }, { web: "", email: "" })).toEqual({ web: "none", email: null });
  });

  it("is renamed before it is written in another form", async () => {
    const binding = { body: { role: { to: "level", as: "integer" } }, values: { role: { user: "1" } } } as const;
    expect(await bodyOf(binding, { role: "user" })).toEqual({ level: 1 });
  });

  it("is not one that JavaScript knows by that name", async () => {
    expect(await bodyOf({ values: { role: roles } }, { role: "constructor" })).toEqual({ role: "constructor" });
  });
});

describe("a body that is an expression", () => {
  it("gets the provider's body, and what was asked", async () => {
    const bodyExpression = '{ "person": fullName, "of": $asked.path.userId, "all": $asked.query.all }';
    const call = { parameters: { userId: "7" }, query: { all: true }, body: { fullName: "A" } };
    expect((await sent({ bodyExpression }, call)).body).toEqual({ person: "A", of: "7", all: true });
  });

  it("makes `body` idle", async () => {
    expect(await bodyOf({ bodyExpression: "{ 'a': 1 }", body: { name: "query:name" } }, { name: "x" })).toEqual({
      a: 1,
    });
  });

  it("that makes nothing sends no body", async () => {
    expect(await sent({ bodyExpression: "nothing" }, { body: { name: "x" } })).not.toHaveProperty("body");
  });

  it("that fails says which one, and does not show the value", async () => {
    const failure = bodyOf({ bodyExpression: "$number(password)" }, { password: "canary" });
    await expect(failure).rejects.toThrow(
      "the expression `$number(password)` fails: Unable to cast value to a number: its value",
    );
  });

  it("serves several calls at the same time", async () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ parameters: { userId: String(index) }, body: {} }));
    const bodies = await Promise.all(
      many.map((call) => sent({ bodyExpression: "{ 'id': $asked.path.userId }" }, call)),
    );
    expect(bodies.map(({ body }) => body)).toEqual(many.map(({ parameters }) => ({ id: parameters.userId })));
  });
});
