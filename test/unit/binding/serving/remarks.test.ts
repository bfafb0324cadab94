import { withoutExpressions } from "../../../../provider/binding/serving/own-form";
import { remarksOn } from "../../../../provider/binding/serving/remarks";
import { FORM, type Binding, type ContractFile } from "../../../../provider/binding/file/model";

const fileOf = (operations: Record<string, Binding>): ContractFile => ({
  haleconnect: FORM,
  servers: ["https://somewhere.example"],
  documents: {},
  operations,
});

const told = (operations: Record<string, Binding>): string[] =>
  remarksOn(fileOf(operations), () => false).map(({ path, message }) => `${path.join("/")}: ${message}`);

describe("what a rehearsal says of a contract file", () => {
  it("is nothing where each part of the file has an inverse", () => {
    const body = { name: "title", city: { to: "place.town", as: "text" as const } };
    expect(told({ createOrganisation: { method: "POST", path: "/orgs", body, answer: { id: "number" } } })).toEqual([]);
  });

  it("names each expression", () => {
    const lines = told({
      createOrganisation: { bodyExpression: "$" },
      getOrganisation: { answerExpression: "$" },
      getUsers: { answer: { status: { expression: "1" }, id: { expression: "2" }, email: "mail" } },
    });
    expect(lines).toEqual([
      expect.stringMatching(/^operations\/createOrganisation\/bodyExpression: the body comes from an expression/),
      expect.stringMatching(/^operations\/getOrganisation\/answerExpression: the answer comes from an expression/),
      expect.stringMatching(/^operations\/getUsers\/answer\/status: `status` and `id` come from expressions/),
    ]);
  });

  it("names values that have one place on the server", () => {
    expect(
      told({ createOrganisation: { body: { name: "a", city: "a" }, answer: { id: "uuid", parent: "uuid" } } }),
    ).toEqual([
      "operations/createOrganisation: `name` and `city` go to one place, `body:a`. Each gets the value that arrives there.",
      "operations/createOrganisation/answer/id: `id` and `parent` come from one place, `uuid`. The server gives the last of them there.",
    ]);
  });

  it("names values that the server calls alike", () => {
    expect(
      told({ assignRole: { values: { role: { user: "viewer", dataManager: "viewer", orgAdmin: "admin" } } } }),
    ).toEqual([
      'operations/assignRole/values/role: "viewer" stands for `user` and `dataManager`. The server takes it as `user`.',
    ]);
  });

  it("names a path parameter that no call carries, unless the server finds it", () => {
    const operations: Record<string, Binding> = {
      getMembers: { method: "GET", path: "/members", parameters: { orgId: null } },
    };
    expect(told(operations)).toEqual([expect.stringContaining("no call gives `orgId`")]);
    expect(remarksOn(fileOf(operations), () => true)).toEqual([]);
  });

  it("names a place for which a bare list has no room, and a file without a name", () => {
    expect(
      told({
        getUsers: { paging: { by: "cursor", cursor: "after", limit: "take", next: "meta.next" } },
        getMembers: { list: "items", paging: { by: "page", page: "p", size: "s", first: 1, total: "count" } },
        "store/data.addFiles": { part: null },
      }),
    ).toEqual([
      expect.stringContaining("operations/getUsers/paging: the answer is a bare list"),
      expect.stringContaining("operations/store/data.addFiles/part: a file that is the whole body has no name"),
    ]);
  });

  it("names operations whose calls may look the same, and no others", () => {
    const at = { method: "PATCH", path: "/users/{userId}", shared: true } as const;
    const lines = told({
      updateUser: at,
      deactivateUser: { ...at, fixed: { "body:active": false } },
      reactivateUser: { ...at, fixed: { "body:active": true } },
      updateOrganisation: { method: "PATCH", path: "/orgs/{orgId}", shared: true },
      setOrganisationCustomFields: { method: "PATCH", path: "/orgs/{orgId}", shared: true, body: { "": "more" } },
      addMember: { method: "PUT", path: "/m/{orgId}/{who}", shared: true, body: { user: "path:who" } },
      assignRole: { method: "PUT", path: "/m/{orgId}/{id}", shared: true, parameters: { userId: "id" } },
    });
    expect(lines).toEqual([expect.stringMatching(/^operations\/assignRole\/path: a call may mean addMember as well/)]);
  });

  it("says nothing of operations that are not served", () => {
    const answer = { id: { expression: "1" } };
    expect(
      told({
        getUsers: { missing: true, answer },
        getRoles: { candidates: ["GET /a"], answer },
        getMember: { foundIn: { list: "getMembers", where: { user: "userId" } }, answer },
      }),
    ).toEqual([]);
  });
});

it("a file without its expressions keeps all else", () => {
  const answer = { id: "number", status: { expression: "1" }, email: null };
  const before = fileOf({
    getUsers: { path: "/u", answer },
    createUser: { bodyExpression: "$", body: { email: "mail" }, values: { role: { user: "u" } } },
    getRoles: { answerExpression: "$", answer },
  });
  expect(withoutExpressions(before).operations).toEqual({
    getUsers: { path: "/u", answer: { id: "number", email: null } },
    createUser: { values: { role: { user: "u" } } },
    getRoles: {},
  });
});
