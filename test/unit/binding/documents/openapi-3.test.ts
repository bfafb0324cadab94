import { answering, inShort, only, readOpenApi } from "./small-documents";

const responses = { 200: { description: "OK" } };
const sending = (content: Record<string, unknown>) =>
  readOpenApi({ paths: { "/it": { post: { requestBody: { content }, responses } } } });

describe("of OpenAPI 3", () => {
  it.each([
    ["a whole address", [{ url: "https://example.org/accounts/v1/" }], "/accounts/v1/users"],
    ["a path", [{ url: "/accounts" }], "/accounts/users"],
    ["a relative path", [{ url: "accounts" }], "/accounts/users"],
    ["nothing", undefined, "/users"],
    [
      "variables, which take their defaults",
      [{ url: "https://{host}/{version}", variables: { host: { default: "a.org" }, version: { default: "v2" } } }],
      "/v2/users",
    ],
    ["several servers, of which the first counts", [{ url: "/one" }, { url: "/two" }], "/one/users"],
  ])("the server's path is the prefix: %s", (_, servers, path) => {
    expect(only(readOpenApi({ servers, paths: { "/users": { get: { responses } } } })).path).toBe(path);
  });

  it("parameters, bodies and responses may be referred to", () => {
    const document = readOpenApi({
      paths: {
        "/users/{id}": {
          put: {
            parameters: [{ $ref: "#/components/parameters/Id" }],
            requestBody: { $ref: "#/components/requestBodies/User" },
            responses: { 200: { $ref: "#/components/responses/User" } },
          },
        },
      },
      components: {
        parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "integer" } } },
        requestBodies: { User: { content: { "application/json": { schema: { $ref: "#/components/schemas/User" } } } } },
        responses: { User: { content: { "application/json": { schema: { $ref: "#/components/schemas/User" } } } } },
        schemas: { User: { type: "object", properties: { name: { type: "string" } } } },
      },
    });
    const { pathParameters, body, answer } = only(document);
    expect([inShort(pathParameters), inShort(body?.fields ?? []), inShort(answer.fields)]).toEqual([
      ["id: integer!"],
      ["name: string"],
      ["name: string"],
    ]);
    expect(document.remarks).toEqual([]);
  });

  it("JSON is preferred to text, and text to a form", () => {
    const schema = { type: "object", properties: { file: { type: "string", format: "binary" } } };
    const form = { "multipart/form-data": { schema } };
    const text = { "text/plain": { schema: { type: "string" } } };
    expect(only(sending({ ...form, ...text, "application/json": {} })).body?.sends).toBe("json");
    expect(only(sending({ ...form, ...text })).body?.sends).toBe("text");
    expect(only(sending(form)).body).toEqual({ sends: "file", fields: [], filePart: "file" });
  });

  it.each([["application/json;charset=UTF-8"], ["application/hal+json"], ["*/*"]])("%s is JSON", (media) => {
    expect(only(sending({ [media]: { schema: { type: "object" } } })).body?.sends).toBe("json");
  });

  it("a file may be the whole body, or one of several files in a part", () => {
    expect(only(sending({ "application/zip": {} })).body).toEqual({ sends: "file", fields: [] });
    const files = { type: "array", items: { type: "string", format: "binary" } };
    expect(only(sending({ "multipart/form-data": { schema: { properties: { files } } } })).body).toMatchObject({
      sends: "file",
      filePart: "files",
    });
  });

  it("a form may take a file in each of several parts", () => {
    const file = { type: "string", format: "binary" };
    const properties = { thumbnail: file, upload: file, title: { type: "string" } };
    expect(only(sending({ "multipart/form-data": { schema: { properties } } })).body).toMatchObject({
      filePart: "thumbnail",
      otherFileParts: ["upload"],
      fields: [{ path: ["title"] }],
    });
  });

  it.each([
    ["application/zip", {}, "file"],
    ["application/octet-stream", { type: "string", format: "binary" }, "file"],
    ["*/*", { type: "string", format: "binary" }, "file"],
    ["text/plain", { type: "string" }, "json"],
    ["application/xml", { type: "object", properties: {} }, "json"],
  ])("an answer as %s is read", (media, schema, gives) => {
    const get = { responses: { 200: { content: { [media]: { schema } } } } };
    expect(only(readOpenApi({ paths: { "/it": { get } } })).answer.gives).toBe(gives);
  });

  it.each([
    ["nullable", { type: "string", nullable: true }],
    ["a list of types", { type: ["string", "null"] }],
    ["a choice with null", { anyOf: [{ type: "string" }, { type: "null" }] }],
    ["an enumeration with null", { enum: ["a", null] }],
  ])("what may be null is what it is otherwise: %s", (_, name) => {
    expect(inShort(answering({ type: "object", properties: { name } }).fields)).toEqual(["name: string"]);
  });

  it("an object in the query is listed with its members", () => {
    const schema = { type: "object", properties: { page: { type: "integer" } } };
    const get = { parameters: [{ name: "pageable", in: "query", schema }], responses };
    expect(inShort(only(readOpenApi({ paths: { "/it": { get } } })).query)).toEqual([
      "pageable: object",
      "pageable.page: integer",
    ]);
  });

  it("a cookie is not read, and a remark says so", () => {
    const get = { parameters: [{ name: "session", in: "cookie", schema: { type: "string" } }], responses };
    expect(readOpenApi({ paths: { "/it": { get } } }).remarks).toEqual([
      'GET /it: the parameter "session" is a cookie and is not read.',
    ]);
  });
});

describe("beside the answer, an operation says", () => {
  const json = (schema: object) => ({ description: "", content: { "application/json": { schema } } });
  const reason = { type: "object", properties: { reason: { type: "string" } } };
  const read = (responses: object) => only(readOpenApi({ paths: { "/it": { get: { responses } } } }));

  it("what a refusal has in its body, from the first that is described", () => {
    const responses = { 200: { description: "OK" }, 401: { description: "No" }, 404: json(reason) };
    expect(read(responses).refusal?.map(({ path }) => path)).toEqual([["reason"]]);
    expect(read({ 200: { description: "OK" } })).not.toHaveProperty("refusal");
  });

  it("which headers the answer has", () => {
    const { answer } = read({ 200: { ...json(reason), headers: { "X-Total-Count": {} } } });
    expect(answer.headers).toEqual(["X-Total-Count"]);
  });
});
