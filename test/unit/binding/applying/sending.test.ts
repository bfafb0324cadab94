import { bodyOf, sent } from "./sent-call";

describe("a call in the server's words", () => {
  it("has the server's method and path, or else the provider's", async () => {
    expect(await sent({ method: "PATCH", path: "/accounts/{id}" })).toMatchObject({
      method: "PATCH",
      path: "/accounts/{id}",
    });
    expect(await sent({})).toMatchObject({ method: "PUT", path: "/accounts/v1/users/{userId}" });
  });

  it("keeps what the binding does not name", async () => {
    const call = { parameters: { userId: "7" }, query: { all: true }, body: { name: "Soest" } };
    expect(await sent({}, call)).toMatchObject(call);
  });

  it("leaves what it was made from as it is", async () => {
    const body = Object.freeze({ name: "Soest", contact: Object.freeze({ mail: "a@b" }) });
    await sent({ body: { name: "title", "contact.mail": "mail" } }, { body });
    expect(body).toEqual({ name: "Soest", contact: { mail: "a@b" } });
  });
});

describe("a parameter", () => {
  const path = "/accounts/{account_id}";

  it("goes into the path under another name, and keeps its name without a word", async () => {
    const call = { parameters: { userId: "7" } };
    expect(await sent({ path, parameters: { userId: "account_id" } }, call)).toMatchObject({
      parameters: { account_id: "7" },
    });
    expect(await sent({ path: "/x/{userId}" }, call)).toMatchObject({ parameters: { userId: "7" } });
  });

  it("goes into the query or into the body", async () => {
    const call = { parameters: { userId: "7" } };
    const place = { method: "PUT", path: "/accounts", parameters: {}, query: {} };
    expect(await sent({ path: "/accounts", parameters: { userId: "query:id" } }, call)).toEqual({
      ...place,
      query: { id: "7" },
    });
    const inBody = { path: "/accounts", parameters: { userId: { to: "body:owner.id", as: "integer" } } } as const;
    expect(await sent(inBody, call)).toEqual({ ...place, body: { owner: { id: 7 } } });
    expect((await sent(inBody, { ...call, body: { name: "x" } })).body).toEqual({ name: "x", owner: { id: 7 } });
  });

  it("of the query is renamed, or moves into the path or the body", async () => {
    const call = { query: { deleted: true } };
    expect((await sent({ parameters: { deleted: "include_closed" } }, call)).query).toEqual({ include_closed: true });
    expect(await sent({ parameters: { deleted: "path:state" } }, call)).toMatchObject({ parameters: { state: true } });
    expect(await sent({ parameters: { deleted: "body:closed" } }, call)).toMatchObject({ body: { closed: true } });
  });

  it("goes nowhere where the file says null, or the server's path does not have it", async () => {
    const call = { parameters: { userId: "7" }, query: { deleted: true } };
    const binding = { path: "/accounts/me", parameters: { deleted: null } };
    expect(await sent(binding, call)).toEqual({ method: "PUT", path: "/accounts/me", parameters: {}, query: {} });
  });

  it("has the server's name for a value, in the path, in the query and in the body", async () => {
    const values = { userId: { org: "organization" } };
    const call = { parameters: { userId: "org" } };
    const given = async (to: string) => sent({ path: "/{kind}", parameters: { userId: to }, values }, call);
    expect((await given("kind")).parameters).toEqual({ kind: "organization" });
    expect((await given("query:kind")).query).toEqual({ kind: "organization" });
    expect((await given("body:owner.kind")).body).toEqual({ owner: { kind: "organization" } });
    expect((await sent({ values }, call)).parameters).toEqual({ userId: "organization" });
  });

  it("is left out where the server calls its value null", async () => {
    const values = { state: { any: null } };
    expect((await sent({ values }, { query: { state: "any" } })).query).toEqual({});
    const inBody = await sent({ values, parameters: { state: "body:state" } }, { query: { state: "any" } });
    expect(inBody.body).toEqual({ state: null });
  });

  it("does not mean all fields of the body", async () => {
    expect((await sent({ values: { "*": { x: "y" } } }, { query: { state: "x" } })).query).toEqual({ state: "x" });
  });

  it("has a default, also where the provider does not mention it", async () => {
    const parameters = { deleted: { to: "closed", default: false } };
    expect((await sent({ parameters })).query).toEqual({ closed: false });
    expect((await sent({ parameters }, { query: { deleted: true } })).query).toEqual({ closed: true });
    expect((await sent({ parameters: { deleted: { to: "body:closed", default: false } } })).body).toEqual({
      closed: false,
    });
  });
});

describe("a fixed value", () => {
  it("is sent with every call, wherever it stands", async () => {
    const fixed = { "query:overwrite": true, "body:owner.kind": "account", "path:scope": "all", dry_run: false };
    expect(await sent({ path: "/{scope}", fixed }, { body: { name: "x" } })).toEqual({
      method: "PUT",
      path: "/{scope}",
      parameters: { scope: "all" },
      query: { overwrite: true },
      body: { name: "x", owner: { kind: "account" }, dry_run: false },
    });
  });

  it("comes after what the provider sends", async () => {
    expect(await bodyOf({ fixed: { "body:active": false } }, { active: true })).toEqual({ active: false });
  });

  it("may be null in the body", async () => {
    expect(await bodyOf({ fixed: { "body:until": null } }, {})).toEqual({ until: null });
  });
});

describe("a field of the body", () => {
  it("has another name, or stands within objects, or comes out of them", async () => {
    const binding = { body: { username: "login", fullName: "person.full_name", "contact.mail": "mail" } };
    expect(await bodyOf(binding, { username: "a", fullName: "A", contact: { mail: "a@b", town: "Soest" } })).toEqual({
      login: "a",
      person: { full_name: "A" },
      mail: "a@b",
      contact: { town: "Soest" },
    });
  });

  it("with a dot in its name on the other side is written with a backslash", async () => {
    expect(await bodyOf({ body: { name: "meta\\.title" } }, { name: "x" })).toEqual({ "meta.title": "x" });
  });

  it("goes into the path or the query, and leaves the body", async () => {
    const binding = { path: "/{person}", body: { user: "path:person", note: "query:remark", role: "role_id" } };
    const call = await sent(binding, { body: { user: "7", note: "hi", role: "x" } });
    expect(call).toMatchObject({ parameters: { person: "7" }, query: { remark: "hi" }, body: { role_id: "x" } });
    expect(call.body).toEqual({ role_id: "x" });
  });

  it("within an object may go into the path", async () => {
    const call = await sent({ path: "/{id}", body: { "owner.id": "path:id" } }, { body: { owner: { id: "7" } } });
    expect(call.parameters).toEqual({ id: "7" });
    expect(call.body).toEqual({});
  });

  it("has a default, which replaces nothing that the provider sends", async () => {
    const body = { driver: { to: "engine", default: "s3" } };
    expect(await bodyOf({ body }, {})).toEqual({ engine: "s3" });
    expect(await bodyOf({ body }, { driver: "git" })).toEqual({ engine: "git" });
    const inQuery = { body: { driver: { to: "query:engine", default: "s3" } } };
    expect(await sent(inQuery, { body: {} })).toMatchObject({ query: { engine: "s3" } });
  });

  it("in the items of a list has a default for each item", async () => {
    const body = { "members[].role": { to: "people[].role_id", default: "viewer" }, "members[].user": "people[].id" };
    const members = [{ user: "1", role: "editor" }, { user: "2" }];
    expect(await bodyOf({ body }, { members })).toEqual({
      people: [
        { id: "1", role_id: "editor" },
        { id: "2", role_id: "viewer" },
      ],
    });
  });

  it("may be the whole body, and the whole body may be a field", async () => {
    expect(await bodyOf({ body: { "": "extra.attributes" } }, { a: "1" })).toEqual({
      extra: { attributes: { a: "1" } },
    });
    expect(await bodyOf({ body: { "": "title" } }, "Soest")).toEqual({ title: "Soest" });
  });

  it("of a list of objects becomes a list of values", async () => {
    expect(await bodyOf({ body: { "members[].user": "ids[]" } }, { members: [{ user: 1 }, { user: 2 }] })).toEqual({
      ids: [1, 2],
    });
  });
});

describe("what is no JSON", () => {
  it("goes as it is: a text", async () => {
    expect(await bodyOf({ path: "/x" }, "Soest")).toBe("Soest");
  });

  it("goes as it is: a file", async () => {
    const file = { name: "a.gml", bytes: 1, type: "text/xml", open: () => undefined };
    expect(await bodyOf({ path: "/x", part: null, values: { "*": { "a.gml": "b" } } }, file)).toBe(file);
  });
});
