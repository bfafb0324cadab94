import { head, problemsOf, removeFiles, withOperations } from "./written-file";

afterAll(removeFiles);

const binding = (line: string) => withOperations("getUsers:", `  ${line}`);

describe("a key that is not known is told with its place, and the key that may be meant:", () => {
  it.each([
    [`${head}server: x\noperations: {}\n`, "3:1: `server` is not known here. Did you mean `servers`?"],
    [binding("metod: GET"), "5:5: `operations.getUsers.metod` is not known here. Did you mean `method`?"],
    [
      binding("parameters: { deleted: { too: x, to: y } }"),
      "5:30: `operations.getUsers.parameters.deleted.too` is not known here. Did you mean `to`?",
    ],
    [
      binding("answer: { id: { frm: x, from: y } }"),
      "5:21: `operations.getUsers.answer.id.frm` is not known here. Did you mean `from`?",
    ],
    [
      binding("paging: { by: page, cursor: x }"),
      "5:25: `operations.getUsers.paging.cursor` is not known here. The keys are `by`, `page`, `size`, `first`, `most`, `total`.",
    ],
    [
      binding("foundIn: { list: getUsers, where: {}, wher: {} }"),
      "5:43: `operations.getUsers.foundIn.wher` is not known here. Did you mean `where`?",
    ],
    [
      binding("with: { orgRoles: { list: getUsers, paths: {} } }"),
      "5:41: `operations.getUsers.with.orgRoles.paths` is not known here. Did you mean `path`?",
    ],
    [
      `${head}errors: { message: m, feld: f }\noperations: {}\n`,
      "3:23: `errors.feld` is not known here. Did you mean `field`?",
    ],
    [
      `${head}documents: { users: { from: a.yaml, digset: x } }\noperations: {}\n`,
      "3:37: `documents.users.digset` is not known here. Did you mean `digest`?",
    ],
    [
      `${head}1: x\noperations: {}\n`,
      expect.stringContaining("3:1: `1` is not known here. The keys are `haleconnect`"),
    ],
  ])("%j", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe("a value of another form is told with what stands there and what should:", () => {
  const at = (place: string, rest: string) => `${place} ${rest}`;
  const sent = "expected null, a text or a map with `to`";
  const received = "expected null, a text, a map with `from` or a map with `expression`";
  const forms = 'expected "integer", "number", "text", "boolean", "iso" or "seconds"';
  const user = "`operations.getUsers";

  it.each([
    [binding("parameters: { deleted: 7 }"), at("5:19:", `${user}.parameters.deleted\` is 7: ${sent}`)],
    [binding("parameters: { deleted: [a] }"), at("5:19:", `${user}.parameters.deleted\` is a list: ${sent}`)],
    [binding('parameters: { deleted: "" }'), at("5:19:", `${user}.parameters.deleted\` is empty: ${sent}`)],
    [
      binding("parameters: { deleted: { as: text } }"),
      at("5:19:", `${user}.parameters.deleted.to\` is missing: expected a text`),
    ],
    [
      binding("parameters: { deleted: { to: x, as: date } }"),
      at("5:37:", `${user}.parameters.deleted.as\` is "date": ${forms}`),
    ],
    [binding("answer: { id: true }"), at("5:15:", `${user}.answer.id\` is true: ${received}`)],
    [binding("answer: { id: {} }"), at("5:15:", `${user}.answer.id\` is an empty map: ${received}`)],
    [binding("answer: { id: { from: a, expression: b } }"), at("5:15:", `${user}.answer.id\` is a map: ${received}`)],
    [binding("answer: { id: { from: 3 } }"), at("5:21:", `${user}.answer.id.from\` is 3: expected a text`)],
    [binding("answer: { id: { from: x, as: day } }"), at("5:30:", `${user}.answer.id.as\` is "day": ${forms}`)],
    [
      binding("paging: { by: pages }"),
      at("5:15:", `${user}.paging.by\` is "pages": expected "offset", "page", "cursor" or "none"`),
    ],
    [binding("paging: { by: cursor }"), at("5:5:", `${user}.paging.next\` is missing: expected a text`)],
    [
      binding("paging: { by: page, most: 0 }"),
      at("5:25:", `${user}.paging.most\` is 0: expected a whole number of at least 1`),
    ],
    [binding("paging: { by: page, first: 2 }"), at("5:25:", `${user}.paging.first\` is 2: expected 0 or 1`)],
    [binding("values: { id: x }"), at("5:15:", `${user}.values.id\` is "x": expected a map`)],
    [
      binding("values: { id: { a: [1] } }"),
      at("5:21:", `${user}.values.id.a\` is a list: expected a text, a number, true or false or null`),
    ],
    [
      binding("method: get"),
      at("5:5:", `${user}.method\` is "get": expected "GET", "POST", "PUT", "PATCH" or "DELETE"`),
    ],
    [binding("path: users"), at("5:5:", `${user}.path\` is "users": expected a path that begins with /`)],
    [binding("same: false"), at("5:5:", `${user}.same\` is false: expected true`)],
    [binding("missing:"), at("5:5:", `${user}.missing\` has no value: expected true`)],
    [binding("confirmed: yes"), at("5:5:", `${user}.confirmed\` is "yes": expected true or false`)],
    [binding("candidates: one"), at("5:5:", `${user}.candidates\` is "one": expected a list`)],
    [withOperations("getUsers:"), at("4:3:", `${user}\` has no value: expected a map`)],
    [`${head}operations: []\n`, "3:1: `operations` is an empty list: expected a map"],
    [head, "1:1: `operations` is missing: expected a map"],
    [`${head}errors: { fields: x }\noperations: {}\n`, "3:1: `errors.message` is missing: expected a text"],
    [`${head}pulled: yesterday\noperations: {}\n`, '3:1: `pulled` is "yesterday": expected a date, such as 2026-01-31'],
    [
      `${head}documents: { users: { from: x, digest: y } }\noperations: {}\n`,
      '3:32: `documents.users.digest` is "y": expected 64 hexadecimal digits',
    ],
  ])("%j", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it("shows only the beginning of a long text", () => {
    const [problem = ""] = problemsOf(binding(`path: ${"x".repeat(1000)}`));
    expect(problem.length).toBeLessThan(200);
    expect(problem).toContain("xxx…: expected a path");
  });
});

describe("the first lines of a contract file", () => {
  const of = (form: string, servers: string) => `${form}\nservers: ${servers}\noperations: {}\n`;

  it("name a form that the provider knows", () => {
    expect(problemsOf(of("haleconnect: contract/2", "[https://a.example]"))).toEqual([
      '1:1: `haleconnect` is "contract/2": expected "contract/1"',
    ]);
    expect(problemsOf("servers: [https://a.example]\noperations: {}\n")).toEqual([
      '1:1: `haleconnect` is missing: expected "contract/1"',
    ]);
  });

  it.each(["geo.example", "ftp://geo.example", "https://geo.example/api", "https://geo.example?x=1"])(
    "name servers by their address, which %s is not",
    (address) => {
      expect(problemsOf(of("haleconnect: contract/1", `[https://a.example, "${address}"]`))).toEqual([
        `2:30: \`servers.1\` is "${address}": expected scheme, host and port of a server, such as https://haleconnect.com`,
      ]);
    },
  );

  it("name at least one server", () => {
    expect(problemsOf(of("haleconnect: contract/1", "[]"))).toEqual([
      "2:1: `servers` is an empty list: expected at least one address",
    ]);
  });
});

describe("several errors", () => {
  it("are told at once, each with its place", () => {
    expect(problemsOf(`${withOperations("login: { metod: POST }", "getUsers: { path: x }")}serverz: []\n`)).toEqual([
      "4:12: `operations.login.metod` is not known here. Did you mean `method`?",
      expect.stringContaining("5:15: `operations.getUsers.path` is"),
      "6:1: `serverz` is not known here. Did you mean `servers`?",
    ]);
  });

  it("behind an anchor are told once, where a person mends them", () => {
    expect(
      problemsOf(withOperations("getUsers:", "  answer: &user", "    id: 7", "getProfile:", "  answer: *user")),
    ).toEqual([expect.stringMatching(/^6:7: `operations\.getUsers\.answer\.id` is 7: /)]);
  });

  it("that came in by a merge key have the place of the key that was merged", () => {
    expect(
      problemsOf(
        withOperations("getUsers:", "  values: &names { a: x }", "getProfile:", "  values: { <<: *names, id: y }"),
      ),
    ).toEqual([expect.stringMatching(/^5:22: /), expect.stringMatching(/^7:27: /)]);
  });

  it("without end are counted, and fifty of them are told", () => {
    const keys = Array.from({ length: 70 }, (_, index) => `zzzzzz${index}: 1\n`).join("");
    const problems = problemsOf(`${head}operations: {}\n${keys}`);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe("and 20 more");
  });
});
