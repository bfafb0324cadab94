import { answering, inShort } from "./small-documents";

const text = { type: "string" };
const object = (properties: Record<string, unknown>, required: string[] = []) => ({
  type: "object",
  properties,
  required,
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const fieldsOf = (schema: Record<string, unknown>, schemas: Record<string, unknown> = {}) =>
  inShort(answering(schema, { schemas }).fields);

describe("fields", () => {
  it("of nested objects follow the object, each with its path", () => {
    const owner = object({ name: text, address: object({ city: text }, ["city"]) });
    expect(fieldsOf(object({ id: text, owner }, ["id"]))).toEqual([
      "id: string!",
      "owner: object",
      "owner.name: string",
      "owner.address: object",
      "owner.address.city: string!",
    ]);
  });

  it("of a list's items stand below []", () => {
    const members = { type: "array", items: object({ name: text }) };
    const grid = { type: "array", items: { type: "array", items: object({ x: { type: "number" } }) } };
    expect(fieldsOf(object({ id: text, tags: { type: "array", items: text }, members, grid }))).toEqual([
      "id: string",
      "tags: array of string",
      "members: array of object",
      "members.[].name: string",
      "grid: array of array",
      "grid.[].[].x: number",
    ]);
  });

  it("tell format, values, limits and description", () => {
    const name = {
      type: "string",
      format: "email",
      enum: ["a", "b"],
      minLength: 1,
      pattern: "^a",
      description: "Who.",
    };
    expect(answering(object({ name })).fields).toEqual([
      {
        path: ["name"],
        type: "string",
        format: "email",
        values: ["a", "b"],
        required: false,
        description: "Who.",
        limits: { minLength: 1, pattern: "^a" },
      },
    ]);
  });

  it("have the description that stands beside their $ref, else the one of the model", () => {
    const schemas = { Name: { type: "string", description: "A name." } };
    const { fields } = answering(object({ a: { ...ref("Name"), description: "Of the owner." }, b: ref("Name") }), {
      schemas,
    });
    expect(fields.map(({ description }) => description)).toEqual(["Of the owner.", "A name."]);
  });

  it("of a map are not known", () => {
    expect(fieldsOf(object({ labels: { type: "object", additionalProperties: text } }))).toEqual(["labels: object"]);
  });

  it("have no name if the answer is no object", () => {
    expect(answering(text).fields).toEqual([{ path: [], type: "string", required: true, description: "" }]);
  });

  it("have types that the schema lets guess", () => {
    const guessed = { a: { properties: {} }, b: { items: text }, c: { enum: ["x"] }, d: {}, e: true };
    expect(fieldsOf(object(guessed))).toEqual([
      "a: object",
      "b: array of string",
      "c: string",
      "d: unknown",
      "e: unknown",
    ]);
  });
});

describe("composed schemas", () => {
  it("are merged with allOf, and what one part requires is required", () => {
    const schemas = { Base: object({ id: text, name: text }) };
    const whole = { allOf: [ref("Base"), object({ age: { type: "integer" } }), { required: ["name"] }] };
    expect(fieldsOf(whole, schemas)).toEqual(["id: string", "name: string!", "age: integer"]);
  });

  it("may describe one field in two parts", () => {
    const owner = (properties: Record<string, unknown>) => object({ owner: object(properties) });
    expect(fieldsOf({ allOf: [owner({ a: text }), owner({ b: text })] })).toEqual([
      "owner: object",
      "owner.a: string",
      "owner.b: string",
    ]);
  });

  it.each([["oneOf"], ["anyOf"]])("have with %s what all options share; the rest is not required", (how) => {
    const options = [object({ kind: text, a: text }, ["kind", "a"]), object({ kind: text, b: text }, ["kind", "b"])];
    expect(fieldsOf({ [how]: options })).toEqual(["kind: string!", "a: string", "b: string"]);
  });

  it("are of unknown type if their options differ in it", () => {
    const value = { oneOf: [text, { type: "integer" }] };
    expect(fieldsOf(object({ value }))).toEqual(["value: unknown"]);
  });

  it("allow the values of all their options", () => {
    const colour = { oneOf: [{ enum: ["red"] }, { enum: ["green", "red"] }] };
    expect(answering(object({ colour })).fields).toMatchObject([{ type: "string", values: ["red", "green"] }]);
  });

  it("may be parts of their own options, as generators print it for subclasses", () => {
    const schemas = {
      Animal: { ...object({ name: text }, ["name"]), oneOf: [ref("Dog"), ref("Cat")] },
      Dog: { allOf: [ref("Animal"), object({ barks: { type: "boolean" } })] },
      Cat: { allOf: [ref("Animal"), object({ purrs: { type: "boolean" } })] },
    };
    expect(fieldsOf(ref("Animal"), schemas)).toEqual(["name: string!", "barks: boolean", "purrs: boolean"]);
  });
});

describe("schemas within themselves", () => {
  it("are entered once", () => {
    const schemas = {
      Node: object({ name: text, parent: ref("Node"), children: { type: "array", items: ref("Node") } }),
    };
    expect(fieldsOf(ref("Node"), schemas)).toEqual(["name: string", "parent: object", "children: array of object"]);
  });

  it("are entered again beside each other", () => {
    const schemas = { User: object({ name: text }) };
    expect(fieldsOf(object({ owner: ref("User"), creator: ref("User") }), schemas)).toEqual([
      "owner: object",
      "owner.name: string",
      "creator: object",
      "creator.name: string",
    ]);
  });

  it("end at the eighth name of a path", () => {
    const deep = Array.from({ length: 12 }).reduce<Record<string, unknown>>((inner) => object({ a: inner }), text);
    expect(fieldsOf(deep).at(-1)).toBe("a.a.a.a.a.a.a.a: object");
  });
});
