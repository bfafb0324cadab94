import { z } from "zod";
import { differencesOf, shapeOf, vocabulary } from "../../../../provider/client/recording";
import { merged } from "../../../../provider/client/recording/merge";
import { redacted } from "../../../../provider/client/recording/redacted";

const shape = (value: unknown, type?: z.ZodType) => shapeOf(value, vocabulary(), type);

describe("the shape of a value", () => {
  it.each([
    ["some words", "text"],
    ["", "text:empty"],
    ["1234", "text:number"],
    ["abe0849a-5110-43a5-81e4-5880fce3f398", "text:uuid"],
    ["org.599.abe0849a-5110-43a5-81e4-5880fce3f398", "text:combined-id"],
    ["2026-11-26", "text:date"],
    ["2026-11-26T22:06:00.5Z", "text:date-time"],
    ["erika@muster.example", "text:e-mail"],
    ["https://muster.example/a?b", "text:url"],
    ["org", "=org"],
    ["[secret]", "hidden"],
    [12, "integer"],
    [1.5, "decimal"],
    [true, "boolean"],
    [null, "null"],
    [[], { list: "0" }],
    [[1], { list: "1", of: "integer" }],
    [Array.from({ length: 12 }, () => "a"), { list: "10-99", of: "text" }],
  ])("of %j is %j", (value, expected) => {
    expect(shape(value)).toEqual(expected);
  });

  it("marks fields that only some items have", () => {
    expect(shape([{ id: "1" }, { id: "x", more: 1 }])).toEqual({
      list: "2-9",
      of: { object: { id: { oneOf: ["text", "text:number"] }, "more?": "integer" } },
    });
  });

  it("keeps no name of a free map", () => {
    const map = z.record(z.string(), z.string());
    expect(shape({ mueller: "a", "Frau Muster": "b", 12: "c" }, map)).toEqual({
      object: { "<number>": "text", "<text>": "text" },
    });
  });

  it("merges shapes of several answers in any order", () => {
    const [a, b, c] = [shape({ a: 1 }), shape({ a: "x" }), shape({ b: [1] })];
    expect(merged([a, b, c])).toEqual(merged([merged([a, b]), c]));
  });
});

describe("what differs between a shape and a model", () => {
  const model = z.looseObject({
    id: z.string().min(1),
    count: z.number().int().optional(),
    kind: z.enum(["user", "org"]).optional(),
    at: z.url().optional(),
    parts: z.array(z.looseObject({ name: z.string() })).optional(),
  });
  const differences = (value: unknown) =>
    differencesOf(shape(value, model), model).map(({ field, problem }) => `${field} ${problem}`);

  it("is nothing if the model takes it", () => {
    expect(differences({ id: "1", count: 1, kind: "org", at: "https://a.example", parts: [{ name: "a" }] })).toEqual(
      [],
    );
    expect(differences({ id: "1", count: null, parts: [] })).toEqual([]);
  });

  it.each([
    [{}, "id missing"],
    [{ id: null }, "id missing"],
    [{ id: 1 }, "id otherType"],
    [{ id: "" }, "id otherType"],
    [{ id: "1", count: 1.5 }, "count otherType"],
    [{ id: "1", kind: "group" }, "kind otherValue"],
    [{ id: "1", at: "somewhere" }, "at otherType"],
    [{ id: "1", parts: {} }, "parts otherType"],
    [{ id: "1", parts: [{ name: "a" }, {}] }, "parts[].name missing"],
    [{ id: "1", more: 1 }, "more unknown"],
    [[], " otherType"],
  ])("is told of %j: %s", (value, expected) => {
    expect(differences(value)).toEqual([expected]);
  });

  it("is nothing where a value is not told", () => {
    expect(differences({ id: "[secret]", count: "[secret]" })).toEqual([]);
  });
});

describe("a redacted value", () => {
  it("lacks secrets and names by their fields, and e-mail addresses everywhere", () => {
    const value = {
      members: [{ id: "1", name: "Erika Muster" }],
      apiKey: "k",
      key: "of a mailed link",
      keywords: ["roads"],
      access_token: ["t"],
      note: "write to erika@muster.example",
      name: "Amt",
    };
    expect(redacted(value, ["Organisations"], (text) => text)).toEqual({
      members: [{ id: "1", name: "[name]" }],
      apiKey: "[secret]",
      key: "[secret]",
      keywords: ["roads"],
      access_token: ["[secret]"],
      note: "write to [e-mail]",
      name: "Amt",
    });
  });

  it("takes a name for a person's beside a field that only people have", () => {
    const value = { name: "Erika Muster", screenName: "erika" };
    expect(redacted(value, [], (text) => text)).toEqual({ name: "[name]", screenName: "[name]" });
  });
});
