import { BrokenDocument, documentLimits, readApiDocument } from "../../../../provider/binding/documents";
import { answering, inShort, only, readOpenApi, readSwagger } from "./small-documents";

function refusal(text: string): string {
  try {
    readApiDocument("accounts", text);
  } catch (error) {
    expect(error).toBeInstanceOf(BrokenDocument);
    expect((error as Error).stack).toBe((error as Error).message);
    return (error as Error).message;
  }
  throw new Error("it was read");
}

const minimal = 'swagger: "2.0"\npaths: { /it: { get: {} } }\n';
const levels = 12;
const bomb = Array.from({ length: levels }, (_, level) =>
  level === 0
    ? "x0: &x0 [a]"
    : `x${level}: &x${level} [${Array(9)
        .fill(`*x${level - 1}`)
        .join(", ")}]`,
).join("\n");

describe("a document is refused with one line that says what to do", () => {
  it.each([
    ["it is too large", `${minimal}#${" ".repeat(documentLimits.bytes)}`, /^accounts: it is larger than 16 MB; give/],
    ["it is empty", " \n", /^accounts: it is empty; give the address of the document itself/],
    [
      "it is a page",
      "\n<!DOCTYPE html>\n<p>",
      /^accounts: this is an HTML page, not an API document; give the address/,
    ],
    ["it is XML", "<?xml version='1.0'?><application/>", /^accounts: this is XML, not an API document; give/],
    ["its aliases multiply", `${minimal}${bomb}`, /^accounts: written out, its YAML aliases .*; have it published/],
    ["its aliases are endless", `${minimal}x: &x [*x]`, /^accounts: it is nested more than 200 levels.*alias/],
    ["its merges multiply", mergeBomb(), /^accounts:\d+:\d+: it is neither JSON nor YAML: merge keys exceeded/],
    ["it is nested too deeply as JSON", `{"swagger":"2.0","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, /200/],
    ["it is nested too deeply as YAML", `${minimal}x: ${"[".repeat(100_000)}`, /^accounts:3:\d+: .* nesting exceeded/],
    ["it is no YAML", "swagger: '2.0'\npaths:\n  a: b: c\n", /^accounts:3:\d+: it is neither JSON nor YAML: .*; fetch/],
    [
      "it is cut off",
      '{"swagger": "2.0",\n "paths": {',
      /^accounts:\d+:\d+: it is neither JSON nor YAML: .*end of the stream/,
    ],
    ["it has a key twice", `${minimal}swagger: "2.0"\n`, /^accounts:\d+:\d+: .*duplicated mapping key/],
    [
      "it is something else",
      '{"code": 401, "message": "No"}',
      /neither "swagger" nor "openapi".*"code", "message"; check/,
    ],
    ["it is a list", "[]", /neither "swagger" nor "openapi" at its top; it is no object; check the address/],
    ["it is a text", "Not found", /neither "swagger" nor "openapi"/],
    [
      "it is too old",
      '{"swagger": "1.2"}',
      /^accounts: it is written in Swagger 1\.2; have it published as Swagger 2\.0/,
    ],
    ["its version is odd", '{"openapi": {"toString": 1, "valueOf": 1}}', /written in OpenAPI of an unknown version/],
    ["it has no paths", '{"openapi": "3.1.0", "webhooks": {}}', /^accounts: it has no paths; give the address/],
    ["its paths are no paths", '{"openapi": "3.1.0", "paths": []}', /^accounts: it has no paths/],
  ])("if %s", (_, text, message) => {
    const line = refusal(text);
    expect(line).toMatch(message);
    expect(line).not.toContain("\n");
    expect(line).toContain("; ");
  });

  it("without what would steer a terminal", () => {
    expect(refusal('{"\\u001b[31mred\\n": 1}')).toMatch(/its keys are "\[31mred";/);
  });
});

function mergeBomb(): string {
  const keys = Array.from({ length: 200 }, (_, index) => `k${index}: 1`).join(", ");
  return `${minimal}a: &a { ${keys} }\nb:\n${Array.from({ length: 200 }, () => "  - { <<: *a }\n").join("")}`;
}

describe("a reference", () => {
  const withRef = ($ref: string, schemas = {}) =>
    answering({ type: "object", properties: { owner: { $ref }, name: { type: "string" } } }, { schemas });

  it.each([
    ["https://example.org/models.json#/User", "leads out of the document and is not fetched"],
    ["file:///etc/passwd", "leads out of the document and is not fetched"],
    ["models.yaml", "leads out of the document and is not fetched"],
    ["#/components/schemas/Nobody", "leads to nothing"],
    ["#/components/schemas/__proto__/constructor", "leads to nothing"],
    ["#/%E0%A4%A", "leads to nothing"],
  ])("to %s gives a field of unknown type, and a remark", ($ref, what) => {
    const { fields, remarks } = withRef($ref);
    expect(inShort(fields)).toEqual(["owner: unknown", "name: string"]);
    expect(remarks).toEqual([`The $ref "${$ref}" ${what}. What refers to it is of unknown type.`]);
  });

  it("in a circle of references ends", () => {
    const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const { fields, remarks } = withRef("#/components/schemas/A", { A: to("B"), B: to("A") });
    expect(inShort(fields)).toEqual(["owner: unknown", "name: string"]);
    expect(remarks).toEqual([expect.stringMatching(/leads from one \$ref to the next without end/)]);
  });

  it("in a circle of compositions ends", () => {
    const schemas = {
      A: { allOf: [{ $ref: "#/components/schemas/B" }], properties: { a: { type: "string" } } },
      B: { allOf: [{ $ref: "#/components/schemas/A" }], properties: { b: { type: "string" } } },
    };
    expect(inShort(answering({ $ref: "#/components/schemas/A" }, { schemas }).fields)).toEqual([
      "a: string",
      "b: string",
    ]);
  });

  it("reaches keys with slashes and tildes", () => {
    const schemas = { "a/b~c d": { type: "integer" } };
    expect(inShort(withRef("#/components/schemas/a~1b~0c%20d", schemas).fields)[0]).toBe("owner: integer");
  });

  it("to models that all refer to each other lists the upper levels only", () => {
    const names = Array.from({ length: 30 }, (_, index) => `M${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const schemas = Object.fromEntries(names.map((name) => [name, { type: "object", properties }]));
    const { fields, remarks } = answering({ $ref: "#/components/schemas/M0" }, { schemas });
    expect(fields.length).toBeGreaterThanOrEqual(30);
    expect(fields.length).toBeLessThanOrEqual(documentLimits.fields);
    expect(remarks).toEqual([expect.stringMatching(/more than 2000 fields\. Only its upper levels are read\./)]);
  });
});

describe("an operation that is broken is left out, and the others are read", () => {
  const good = { responses: { 200: {} } };

  it.each([
    ["it is no object", { "/bad": { get: null } }, "GET /bad is left out: it is no object."],
    ["its path is no object", { "/bad": "x" }, "/bad: the path is no object and is left out."],
    [
      "its path leads upwards",
      { "/a/../b": { get: good } },
      "GET /a/../b is left out: its path has characters or steps",
    ],
    ["its path has a query", { "/a?b=c": { get: good } }, "GET /a?b=c is left out: its path has characters or steps"],
    ["its path breaks the line", { "/a\r\nX: y": { get: good } }, "GET /a X: y is left out: its path has"],
    ["its path is endless", { [`/${"a".repeat(5_000)}`]: { get: good } }, "its path has more than 2000 characters"],
    ["it is there twice", { "//good": { get: good } }, "GET /good is there twice. The second one is left out."],
  ])("%s", (_, paths, remark) => {
    const document = readSwagger({ paths: { "/good": { get: good }, ...paths } });
    expect(document.operations.map(({ id }) => id)).toEqual(["GET /good"]);
    expect(document.remarks).toEqual([expect.stringContaining(remark)]);
  });

  it("unless it only lacks something", () => {
    const document = readSwagger({ paths: { "/users/{id}": { get: { parameters: [null, {}, { name: 1 }] } } } });
    expect(only(document)).toMatchObject({
      pathParameters: [{ path: ["id"], type: "string", required: true }],
      answer: { status: 200, gives: "nothing" },
    });
    expect(document.remarks).toEqual([
      'GET /users/{id}: the parameter "id" of the path is not declared. It is taken as a text.',
      "GET /users/{id}: the document does not say what it answers. It is taken as 200 with nothing.",
    ]);
  });

  it("two operations with one id are told apart by their paths", () => {
    const paths = Object.fromEntries(["/a", "/b"].map((path) => [path, { get: { ...good, operationId: "get" } }]));
    const { operations, remarks } = readSwagger({ paths });
    expect(operations.map(({ id }) => id)).toEqual(["get", "GET /b"]);
    expect(remarks).toEqual(['GET /b: another operation has the id "get" too, so it goes by its path.']);
  });

  it("a document with very many mistakes does not bury its reader in remarks", () => {
    const paths = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`/${index}`, { get: null }]));
    const { remarks } = readSwagger({ paths });
    expect(remarks).toHaveLength(documentLimits.remarks + 1);
    expect(remarks.at(-1)).toBe("There are 800 more remarks.");
  });
});

describe("names that JavaScript gives a meaning to", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const properties = `{ ${names.map((name) => `"${name}": { "type": "string" }`).join(", ")} }`;
  const schema = `{ "type": "object", "required": ["__proto__"], "properties": ${properties} }`;
  const parameters = `[${names.map((name) => `{ "name": "${name}", "in": "query", "type": "string" }`).join(", ")}]`;
  const text = `{ "swagger": "2.0", "__proto__": { "basePath": "/stolen" }, "definitions": { "__proto__": ${schema} },
    "paths": { "/{__proto__}": { "__proto__": {}, "get": { "parameters": ${parameters}, "responses": {
      "200": { "schema": { "$ref": "#/definitions/__proto__" } }, "constructor": {} } } } } }`;

  it.each([
    ["JSON", text],
    ["YAML", `# as YAML\n${text}`],
  ])("are names like others in %s", (_, given) => {
    const { path, query, answer } = only(readApiDocument("test", given));
    expect(path).toBe("/{__proto__}");
    expect(query.map((field) => field.path[0])).toEqual(names);
    expect(inShort(answer.fields)).toEqual(names.map((name) => `${name}: string${name === "__proto__" ? "!" : ""}`));
    expect(({} as Record<string, unknown>)["basePath"]).toBeUndefined();
  });

  it("are names like others in forms", () => {
    const part = (name: string, type: string) => ({ name, in: "formData", type, required: true });
    const parameters = [part("file", "file"), part("__proto__", "string")];
    const post = { parameters, responses: { 200: {} } };
    expect(inShort(only(readSwagger({ paths: { "/it": { post } } })).body?.fields ?? [])).toEqual([
      "__proto__: string!",
    ]);
  });
});

it("texts of a document do not steer a terminal", () => {
  const get = { summary: "\u001b[2JAll\ngone", description: "a\u202Eb\nc", tags: ["t\u0007"], responses: { 200: {} } };
  expect(only(readOpenApi({ paths: { "/it": { get } } }))).toMatchObject({
    summary: "[2JAll gone",
    description: "ab\nc",
    tags: ["t"],
  });
});
