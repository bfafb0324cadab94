import path from "node:path";
import { readContractFile } from "../../../../provider/binding/file/read";
import { head, read, removeFiles, withOperations } from "./written-file";

afterAll(removeFiles);

describe("a contract file", () => {
  it("with nothing but its servers leaves every operation as the provider has it", () => {
    expect(read(`${head}operations: {}\n`)).toEqual({
      haleconnect: "contract/1",
      servers: ["https://geo.example"],
      documents: {},
      operations: {},
    });
  });

  it("keeps what it says of an operation", () => {
    const { operations } = read(
      withOperations(
        "createUser:",
        "  confirmed: true",
        "  method: POST",
        "  path: /accounts",
        "  body: { username: login, organisation: { to: home.id, as: integer }, screenName: null }",
        "  answer: { id: account_id, status: { expression: '\"active\"' }, created: { from: at, as: iso } }",
        "  values: { role: { orgAdmin: superuser } }",
        "  remarks: [compared with the document]",
      ),
    );
    expect(operations["createUser"]).toEqual({
      confirmed: true,
      method: "POST",
      path: "/accounts",
      body: { username: "login", organisation: { to: "home.id", as: "integer" }, screenName: null },
      answer: { id: "account_id", status: { expression: '"active"' }, created: { from: "at", as: "iso" } },
      values: { role: { orgAdmin: "superuser" } },
      remarks: ["compared with the document"],
    });
  });

  it("of a list gets the usual names of its pages", () => {
    const pagingOf = (paging: string) => read(withOperations(`getUsers: { paging: ${paging} }`)).operations["getUsers"];
    expect(pagingOf("{ by: page }")).toEqual({ paging: { by: "page", page: "page", size: "size", first: 1 } });
    expect(pagingOf("{ by: offset }")).toEqual({ paging: { by: "offset", offset: "offset", limit: "limit" } });
    expect(pagingOf("{ by: cursor, next: more }")).toEqual({
      paging: { by: "cursor", cursor: "cursor", limit: "limit", next: "more" },
    });
    expect(pagingOf("{ by: none }")).toEqual({ paging: { by: "none" } });
  });

  it("may be JSON, may begin with a byte order mark, and may end its lines as Windows does", () => {
    const json = JSON.stringify({ haleconnect: "contract/1", servers: ["https://geo.example"], operations: {} });
    expect(read(json).servers).toEqual(["https://geo.example"]);
    expect(read(`\ufeff${head}operations: {}\n`).operations).toEqual({});
    expect(read(withOperations("login: { same: true }").replaceAll("\n", "\r\n")).operations).toEqual({
      login: { same: true },
    });
  });

  it("takes a server with a slash at its end", () => {
    expect(read("haleconnect: contract/1\nservers: [https://geo.example/]\noperations: {}\n").servers).toHaveLength(1);
  });

  it("of the foreign platform is a good one", () => {
    const file = path.resolve(__dirname, "../../../foreign/contract/haleconnect.contract.yaml");
    expect(Object.keys(readContractFile(file).operations).length).toBeGreaterThan(40);
  });
});

describe("what a contract file says once", () => {
  it("is repeated by an alias", () => {
    const { operations } = read(
      withOperations("getUsers:", "  answer: &user { id: account_id }", "getProfile:", "  answer: *user"),
    );
    expect(operations["getProfile"]).toEqual({ answer: { id: "account_id" } });
  });

  it("is repeated, with a difference, by a merge key", () => {
    const { operations } = read(
      withOperations(
        "getUsers:",
        "  answer: &user { id: account_id, email: mail }",
        "getProfile:",
        "  answer: { <<: *user, email: contact.mail }",
      ),
    );
    expect(operations["getProfile"]).toEqual({ answer: { id: "account_id", email: "contact.mail" } });
  });

  it("is taken from several maps by a merge key with a list", () => {
    const { operations } = read(
      withOperations(
        "getUsers: { answer: &one { id: a, email: first } }",
        "createUser: { answer: &two { username: b, email: second } }",
        "getProfile:",
        "  answer:",
        "    <<: [*one, *two]",
      ),
    );
    expect(operations["getProfile"]).toEqual({ answer: { id: "a", username: "b", email: "first" } });
  });

  it("may be repeated as often as there are operations", () => {
    const uses = Array.from({ length: 300 }, () => "*list").join(", ");
    const lines = ["login:", "  remarks: &list [one]", "getUsers:", `  fixed: { "query:all": [${uses}] }`];
    expect(read(withOperations(...lines)).operations["getUsers"]?.fixed?.["query:all"]).toHaveLength(300);
  });
});
