import type { BoundCall } from "../../../../provider/binding/applying/asked";
import { NoPlace } from "../../../../provider/binding/applying/sending";
import type { Binding } from "../../../../provider/binding/file/model";
import { bodyOf, sent } from "./sent-call";

async function refusalOf(binding: Binding, call: Partial<BoundCall>): Promise<NoPlace> {
  const error: unknown = await sent(binding, call).then(
    () => undefined,
    (it: unknown) => it,
  );
  expect(error).toBeInstanceOf(NoPlace);
  return error as NoPlace;
}

describe("what the server has no place for is told before anything is sent, with the provider's name:", () => {
  it.each<[string, Binding, unknown, string]>([
    ["a field", { body: { screenName: null } }, { screenName: "x" }, "screenName"],
    ["a field that would be cleared", { body: { state: null } }, { state: "" }, "state"],
    ["a field within an object", { body: { "csw.date": null } }, { csw: { date: "x" } }, "csw.date"],
    [
      "a field in the items of a list",
      { body: { "members[].note": null } },
      { members: [{}, { note: "x" }] },
      "members[].note",
    ],
    ["the whole body", { body: { "": null } }, "text", ""],
  ])("%s", async (_, binding, body, field) => {
    expect(await refusalOf(binding, { body })).toMatchObject({ field, message: "the server has no such field" });
  });

  it("but not a field that the provider does not send", async () => {
    expect(await bodyOf({ body: { screenName: null, "a[].b": null } }, { name: "x", a: [{}] })).toEqual({
      name: "x",
      a: [{}],
    });
  });

  it.each<[NonNullable<Binding["body"]>[string], unknown, string]>([
    [{ to: "id", as: "integer" }, "twelve", "its value cannot be written as an integer"],
    [{ to: "id", as: "boolean" }, "yes", "its value cannot be written as true or false"],
    [{ to: "query:id", as: "integer" }, "x", "its value cannot be written as an integer"],
  ])("a value that cannot be written so: %j", async (spec, value, message) => {
    expect(await refusalOf({ body: { organisation: spec } }, { body: { organisation: value } })).toMatchObject({
      field: "organisation",
      message,
    });
  });

  it("a parameter that cannot be written so", async () => {
    const binding = { path: "/", parameters: { userId: { to: "body:id", as: "integer" } } } as const;
    expect(await refusalOf(binding, { parameters: { userId: "me" } })).toMatchObject({ field: "userId" });
  });
});
