import { boundAnswer } from "../../../../provider/binding/applying/receiving";
import type { Asked } from "../../../../provider/binding/applying/asked";
import type { Binding } from "../../../../provider/binding/file/model";

const nothing: Asked = { path: {}, query: {} };

const object = (binding: Binding, answer: unknown, asked = nothing) => boundAnswer(binding, answer, asked, false);
const list = (binding: Binding, answer: unknown, asked = nothing) => boundAnswer(binding, answer, asked, true);

describe("an answer in the provider's words", () => {
  it("has its fields under the provider's names, out of the objects in which they stood", async () => {
    const answer = { account_id: "1", person: { full_name: "A", mail: "a@b" }, more: 1 };
    const binding = { answer: { id: "account_id", fullName: "person.full_name", email: "person.mail" } };
    expect(await object(binding, answer)).toEqual({ id: "1", fullName: "A", email: "a@b", more: 1 });
  });

  it("has them within objects, where the provider has them there", async () => {
    expect(await object({ answer: { "csw.date": "on" } }, { on: "2026-01-01" })).toEqual({
      csw: { date: "2026-01-01" },
    });
  });

  it("takes no field by chance that has the right name and another meaning", async () => {
    const binding = { answer: { name: "display_name", owner: null, id: { expression: "nothing" } } };
    expect(await object(binding, { display_name: "Soest", name: "so-1", owner: "x", id: 7 })).toEqual({
      name: "Soest",
    });
  });

  it("lacks what the server does not give, and what is renamed to nothing", async () => {
    expect(await object({ answer: { email: "person.mail" } }, { id: "1", email: "by chance" })).toEqual({
      id: "1",
      email: "by chance",
    });
  });

  it("of a server without a body is empty", async () => {
    expect(await object({ answer: { id: "account_id" } }, {})).toEqual({});
    expect(await object({}, {})).toEqual({});
  });

  it("leaves what it was made from as it is", async () => {
    const answer = Object.freeze({ person: Object.freeze({ mail: "a@b" }) });
    await object({ answer: { email: "person.mail" } }, answer);
    expect(answer).toEqual({ person: { mail: "a@b" } });
  });
});

describe("what the provider sent itself", () => {
  const asked: Asked = { path: { orgId: "7" }, query: { all: true }, body: { role: "user" } };

  it("is taken from the call", async () => {
    const answer = { organisation: "asked:path.orgId", role: "asked:body.role" };
    expect(await object({ answer }, { id: "1", role: "by chance" }, asked)).toEqual({
      id: "1",
      organisation: "7",
      role: "user",
    });
  });

  it("and did not send stays away, without an empty object around it", async () => {
    expect(await object({ answer: { "csw.date": "asked:query.date" } }, {}, asked)).toEqual({});
  });

  it("is there for each item of a list", async () => {
    const binding = { answer: { organisation: "asked:path.orgId" } };
    expect(await list(binding, [{ id: "1" }, { id: "2" }], asked)).toEqual([
      { id: "1", organisation: "7" },
      { id: "2", organisation: "7" },
    ]);
  });
});

describe("a list", () => {
  it("is taken from where it stands, each of its items in the provider's words", async () => {
    const binding = { list: "page.content", answer: { id: "account_id" } };
    expect(await list(binding, { page: { content: [{ account_id: 1 }, { account_id: 2 }] } })).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
    expect(await list({ answer: { id: "account_id" } }, [{ account_id: 1 }])).toEqual([{ id: 1 }]);
    expect(await list({ list: "items" }, { items: [] })).toEqual([]);
  });

  it("that is none is left to the model", async () => {
    expect(await list({ list: "items", answer: { id: "x" } }, { content: [] })).toBeUndefined();
    expect(await list({ answer: { a: "asked:path.b" } }, { items: [] })).toEqual({ items: [] });
  });

  it("within the answer has its fields renamed in each item", async () => {
    const binding = { answer: { "users[].id": "people[].account_id", "users[].name": "people[].login" } };
    expect(await object(binding, { people: [{ account_id: 1, login: "a" }] })).toEqual({
      users: [{ id: 1, name: "a" }],
    });
  });

  it("of values becomes a list of objects", async () => {
    expect(await object({ answer: { "users[].id": "ids[]" } }, { ids: [1, 2] })).toEqual({
      users: [{ id: 1 }, { id: 2 }],
    });
  });

  it("may stand around a single object, which is then the answer", async () => {
    expect(await object({ list: "data" }, { data: { id: "1" } })).toEqual({ id: "1" });
  });
});

describe("an expression", () => {
  it("makes a field of the whole answer", async () => {
    const answer = { combinedId: { expression: 'owner.kind & "." & uuid' }, id: "uuid" };
    expect(await object({ answer }, { uuid: "u", owner: { kind: "org" } })).toMatchObject({
      combinedId: "org.u",
      id: "u",
    });
  });

  it("makes a field of each item, and knows what was asked", async () => {
    const answer = { key: { expression: '$asked.path.orgId & "/" & id' } };
    expect(await list({ answer }, [{ id: 1 }, { id: 2 }], { path: { orgId: "7" }, query: {} })).toMatchObject([
      { key: "7/1" },
      { key: "7/2" },
    ]);
  });

  it("makes the whole answer, or each item of a list", async () => {
    const answerExpression = '{ "id": $string(n), "parts": [parts.name] }';
    expect(await object({ answerExpression, answer: { id: "idle" } }, { n: 1, parts: { name: "a" } })).toEqual({
      id: "1",
      parts: ["a"],
    });
    expect(await list({ answerExpression, list: "all" }, { all: [{ n: 1 }, { n: 2 }] })).toEqual([
      { id: "1", parts: [] },
      { id: "2", parts: [] },
    ]);
  });

  it("may take a text, or a number, for the whole answer", async () => {
    expect(await object({ answer: { bucket: { expression: "$" } } }, "u-1")).toEqual({ bucket: "u-1" });
  });

  it("that fails says which one, without the value", async () => {
    const failing = object({ answer: { id: { expression: "$number(secret)" } } }, { secret: "canary" });
    await expect(failing).rejects.toThrow(/the expression `\$number\(secret\)` fails: /);
    await expect(failing).rejects.not.toThrow(/canary/);
  });

  it("that makes a function fails as well", async () => {
    await expect(object({ answerExpression: "function($x) { $x }" }, {})).rejects.toThrow(/fails/);
  });
});

describe("a value of the server", () => {
  const role = { orgAdmin: "superuser", user: "viewer" };

  it("gets the provider's name, under either name of its field", async () => {
    expect(await object({ answer: { role: "role_id" }, values: { role } }, { role_id: "superuser" })).toEqual({
      role: "orgAdmin",
    });
    expect(await object({ values: { role } }, { role: "viewer", name: "viewer" })).toEqual({
      role: "user",
      name: "viewer",
    });
  });

  it("gets it in maps, in lists, in objects, in items, and in what an expression made", async () => {
    const values = { orgRoles: role, "owner.role": role, "members[].role": role };
    const answer = { orgRoles: { expression: "roles" } };
    expect(
      await object(
        { answer, values },
        {
          roles: { 7: "superuser", 8: "other" },
          owner: { role: "viewer" },
          members: [{ role: "viewer", name: "viewer" }],
        },
      ),
    ).toMatchObject({
      orgRoles: { 7: "orgAdmin", 8: "other" },
      owner: { role: "user" },
      members: [{ role: "user", name: "viewer" }],
    });
    expect(await object({ values: { roles: role } }, { roles: ["viewer"] })).toEqual({ roles: ["user"] });
  });

  it("gets it also within an object that moved", async () => {
    const binding = { answer: { owner: "holder" }, values: { "owner.role": role } };
    expect(await object(binding, { holder: { role: "viewer" } })).toEqual({ owner: { role: "user" } });
  });

  it("that has two names gets the first one", async () => {
    expect(await object({ values: { role: { user: "viewer", guest: "viewer" } } }, { role: "viewer" })).toEqual({
      role: "user",
    });
  });

  it("may be a number or a truth value there", async () => {
    const values = { status: { active: 1, deactivated: 0 }, open: { yes: true, no: false } };
    expect(await object({ values }, { status: 0, open: true })).toEqual({ status: "deactivated", open: "yes" });
  });

  it("that stands for no value is not turned into one", async () => {
    expect(await object({ values: { web: { "": null }, "*": { "": null } } }, { web: null })).toEqual({ web: null });
  });

  it("is read in its form first", async () => {
    const binding = { answer: { role: { from: "level", as: "integer" } }, values: { role: { user: "1" } } } as const;
    expect(await object(binding, { level: 1 })).toEqual({ role: "user" });
  });
});
