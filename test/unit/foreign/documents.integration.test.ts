import fs from "node:fs";
import path from "node:path";
import { allRoutes } from "../../foreign/services";
import { Client, World } from "./client";
import { type Declared, declaredOperations, files, folder, validated } from "./documents";
import { type Example, examples } from "./examples";
import { problemsWith } from "./schema";

let world: World;
let declared: Declared[];
beforeAll(async () => {
  world = await World.start();
  declared = await declaredOperations();
});
afterAll(() => world.close());

describe("the documents", () => {
  it.each(files)("%s is valid", async (file) => {
    expect(Object.keys((await validated(file)).paths)).not.toHaveLength(0);
  });

  it("are handed out without a login, and all of them are listed", async () => {
    const anybody = new Client(world.foreign.url);
    const { body } = await anybody.call("GET", "/docs/index.json");
    const listed = body as { service: string; url: string }[];
    expect(listed.map(({ url }) => path.basename(url))).toEqual(files);
    for (const { url, service } of listed) {
      expect(path.parse(url).name).toBe(service);
      const response = await fetch(`${world.foreign.url}${url}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(fs.readFileSync(path.join(folder, path.basename(url)), "utf8"));
    }
  });

  it("declare each route of the server and no other", () => {
    const lines = (routes: readonly { method: string; path: string }[]) =>
      routes.map((route) => `${route.method} ${route.path}`).sort();
    expect(lines(declared)).toEqual(lines(allRoutes));
  });

  it("give each operation an id of its own, and each has an example", () => {
    const ids = declared.map(({ operationId }) => operationId).sort();
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(examples).sort()).toEqual(ids);
  });
});

const fill = (template: string, { params = {}, query }: Example): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? "")) +
  (query === undefined ? "" : `?${query}`);

describe("an operation answers as it is declared", () => {
  const all = Object.entries(examples).flatMap(([id, makes]) => makes.map((make, index) => ({ id, index, make })));

  it.each(all)("$id, example $index", async ({ id, make }) => {
    const operation = declared.find(({ operationId }) => operationId === id);
    if (!operation) {
      throw new Error(`No document declares ${id}.`);
    }
    const example = await make(world);
    const isJson = example.body !== undefined && !(example.body instanceof FormData);
    expect(isJson).toBe(operation.request !== undefined);
    expect(operation.request && problemsWith(operation.request, example.body)).toEqual(isJson ? [] : undefined);
    const { status, body } = await world.admin.call(
      operation.method.toUpperCase(),
      fill(operation.path, example),
      example.body,
    );
    expect(status).toBeLessThan(300);
    expect(Object.keys(operation.responses)).toContain(String(status));
    const schema = operation.responses[String(status)];
    if (schema?.type === "file") {
      expect(body).toEqual(Buffer.from("<a/>"));
    } else if (schema) {
      expect(problemsWith(schema, body)).toEqual([]);
    } else {
      expect(body).toBeUndefined();
    }
  });

  it("to somebody without a token with 401, as it is declared, but for the login", async () => {
    const anybody = new Client(world.foreign.url);
    for (const operation of declared.filter(({ operationId }) => operationId !== "openSession")) {
      const { status, body } = await anybody.call(operation.method.toUpperCase(), operation.path);
      expect([operation.operationId, status]).toEqual([operation.operationId, 401]);
      expect(problemsWith(operation.responses["401"] ?? {}, body)).toEqual([]);
    }
  });

  it("to an id that is not there with 404, as it is declared", async () => {
    const params: Example["params"] = {
      organization_id: 4711,
      account_id: 4711,
      bucket_uuid: "11111111-2222-3333-4444-555555555555",
      key: "theme",
      file_name: "a.gml",
    };
    const withId = declared.filter(({ path: template }) => template.includes("{"));
    expect(withId.length).toBeGreaterThan(20);
    for (const operation of withId) {
      const { status, body } = await world.admin.call(operation.method.toUpperCase(), fill(operation.path, { params }));
      expect([operation.operationId, status]).toEqual([operation.operationId, 404]);
      expect(problemsWith(operation.responses["404"] ?? {}, body)).toEqual([]);
    }
  });

  it("to an empty body with 422, as it is declared", async () => {
    const drafts = ["addRootOrganization", "registerAccount", "openSession", "makeBucket", "removeOrganization"];
    for (const operation of declared.filter(({ operationId }) => drafts.includes(operationId))) {
      const { status, body } = await world.admin.call(operation.method.toUpperCase(), operation.path, {});
      expect([operation.operationId, status]).toEqual([operation.operationId, 422]);
      expect(problemsWith(operation.responses["422"] ?? {}, body)).toEqual([]);
    }
  });
});

describe("the check of schemas", () => {
  const nested = { allOf: [{ allOf: [{ type: "object", required: ["a"], properties: { a: { type: "integer" } } }] }] };

  it("finds what is missing, null, of another type or undeclared, also within nested allOf", () => {
    expect(problemsWith(nested, {})).toEqual(["body.a is missing"]);
    expect(problemsWith(nested, { a: null })).toEqual(["body.a is null"]);
    expect(problemsWith(nested, { a: "1" })).toEqual(["body.a is string, not integer"]);
    expect(problemsWith(nested, { a: 1, b: 2 })).toEqual(["body.b is not declared"]);
    expect(problemsWith({ type: "string", enum: ["x"] }, "y")).toEqual(['body is "y"']);
  });
});
