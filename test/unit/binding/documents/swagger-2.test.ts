import { inShort, only, readSwagger } from "./small-documents";

const responses = { 200: { description: "OK" } };

describe("of Swagger 2.0", () => {
  it("an operation is read with everything that it says of itself", () => {
    const document = readSwagger({
      basePath: "/accounts/v1/",
      paths: {
        "/users/{id}": {
          parameters: [{ name: "id", in: "path", required: true, type: "string", description: "Of the user." }],
          put: {
            operationId: "updateUser",
            tags: ["users"],
            summary: "Changes a user",
            description: "More of it.",
            deprecated: true,
            security: [{ bearer: [] }],
            parameters: [
              { name: "notify", in: "query", type: "boolean" },
              { name: "If-Match", in: "header", type: "string", required: true },
              { name: "body", in: "body", schema: { $ref: "#/definitions/User" } },
            ],
            responses: { 404: {}, 200: { schema: { $ref: "#/definitions/User" } }, 401: {}, default: {} },
          },
        },
      },
      definitions: {
        User: {
          type: "object",
          required: ["name"],
          properties: { name: { type: "string" }, age: { type: "integer" } },
        },
      },
    });
    const fields = [
      { path: ["name"], type: "string", required: true, description: "" },
      { path: ["age"], type: "integer", required: false, description: "" },
    ];
    expect(document).toMatchObject({ name: "test", title: "Test", form: "Swagger 2.0", remarks: [] });
    expect(only(document)).toEqual({
      document: "test",
      id: "updateUser",
      method: "PUT",
      path: "/accounts/v1/users/{id}",
      tags: ["users"],
      summary: "Changes a user",
      description: "More of it.",
      pathParameters: [{ path: ["id"], type: "string", required: true, description: "Of the user." }],
      query: [{ path: ["notify"], type: "boolean", required: false, description: "" }],
      headers: [{ path: ["If-Match"], type: "string", required: true, description: "" }],
      body: { sends: "json", fields },
      answer: { status: 200, gives: "json", isList: false, fields, beside: [] },
      refusals: [401, 404],
      needsLogin: true,
      deprecated: true,
    });
  });

  it("an operation without an id goes by its method and path", () => {
    expect(only(readSwagger({ basePath: "/v1", paths: { "/users": { get: { responses } } } })).id).toBe(
      "GET /v1/users",
    );
  });

  it("a parameter of the operation wins over the one of the path", () => {
    const of = (type: string) => [{ name: "id", in: "path", required: true, type }];
    const item = { parameters: of("string"), get: { parameters: of("integer"), responses } };
    expect(inShort(only(readSwagger({ paths: { "/users/{id}": item } })).pathParameters)).toEqual(["id: integer!"]);
  });

  it("parameters are in the order of the path", () => {
    const parameters = ["b", "a"].map((name) => ({ name, in: "path", required: true, type: "string" }));
    const { pathParameters } = only(readSwagger({ paths: { "/{a}/of/{b}": { get: { parameters, responses } } } }));
    expect(inShort(pathParameters)).toEqual(["a: string!", "b: string!"]);
  });

  it("a text is sent if the operation consumes text", () => {
    const body = { name: "body", in: "body", schema: { type: "string" } };
    const post = { consumes: ["text/plain"], parameters: [body], responses };
    expect(only(readSwagger({ paths: { "/name": { post } } })).body).toEqual({
      sends: "text",
      fields: [{ path: [], type: "string", required: true, description: "" }],
    });
  });

  it("a file is sent as the part that is a file, with the other parts beside it", () => {
    const parameters = [
      { name: "upload", in: "formData", type: "file", required: true },
      { name: "comment", in: "formData", type: "string" },
    ];
    const post = { consumes: ["multipart/form-data"], parameters, responses };
    const body = only(readSwagger({ paths: { "/files": { post } } })).body;
    expect(body).toMatchObject({ sends: "file", filePart: "upload" });
    expect(inShort(body?.fields ?? [])).toEqual(["comment: string"]);
  });

  it("a form without a file is not read, and a remark says so", () => {
    const parameters = [{ name: "user", in: "formData", type: "string" }];
    const post = { consumes: ["application/x-www-form-urlencoded"], parameters, responses };
    const { operations, remarks } = readSwagger({ paths: { "/login": { post }, "/users": { get: { responses } } } });
    expect(operations.map(({ id }) => id)).toEqual(["GET /users"]);
    expect(remarks).toEqual([
      'POST /login is left out: its body travels as "application/x-www-form-urlencoded"; this reader knows JSON, text and files.',
    ]);
  });

  it.each([
    ["a file", { schema: { type: "file" } }, "file"],
    ["nothing", {}, "nothing"],
    ["JSON", { schema: { type: "string" } }, "json"],
  ])("an answer may be %s", (_, response, gives) => {
    const { answer } = only(readSwagger({ paths: { "/it": { get: { responses: { 200: response } } } } }));
    expect(answer.gives).toBe(gives);
  });

  it("the answer is the one of the lowest status of success", () => {
    const get = { responses: { 202: {}, 404: {}, 201: { schema: { type: "string" } } } };
    expect(only(readSwagger({ paths: { "/it": { get } } })).answer).toMatchObject({ status: 201, gives: "json" });
  });

  it.each([
    ["the document asks for it", { security: [{ bearer: [] }] }, {}, true],
    ["nobody asks for it", {}, {}, false],
    ["the operation does without", { security: [{ bearer: [] }] }, { security: [] }, false],
    ["it is one of two choices", {}, { security: [{ bearer: [] }, {}] }, false],
    [
      "a header is to carry the token",
      {},
      { parameters: [{ name: "Authorization", in: "header", required: true }] },
      true,
    ],
  ])("a login is needed or not: %s", (_, document, operation, needsLogin) => {
    const paths = { "/it": { get: { responses, ...operation } } };
    expect(only(readSwagger({ ...document, paths })).needsLogin).toBe(needsLogin);
  });
});
