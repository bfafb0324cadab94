import { answering, inShort } from "./small-documents";

const text = { type: "string" };
const number = { type: "integer" };
const things = { type: "array", items: { type: "object", properties: { id: text } } };
const page = (properties: Record<string, unknown>) => ({ type: "object", properties });
const read = (properties: Record<string, unknown>, path = "/v1/users") => answering(page(properties), { path });

describe("an answer is a list", () => {
  it("if it is an array, whose items have the fields", () => {
    expect(answering(things)).toMatchObject({ isList: true, listAt: [], beside: [] });
    expect(inShort(answering(things).fields)).toEqual(["id: string"]);
  });

  it("if it is an array of texts: its item has no name", () => {
    expect(inShort(answering({ type: "array", items: text }).fields)).toEqual([": string!"]);
  });

  it.each([["content"], ["items"], ["data"], ["results"], ["users"], ["userList"]])(
    "if it holds the array as `%s` beside counters",
    (name) => {
      const answer = read({ [name]: things, totalElements: number, page: page({ size: number }) });
      expect(answer).toMatchObject({ isList: true, listAt: [name] });
      expect(inShort(answer.fields)).toEqual(["id: string"]);
      expect(inShort(answer.beside)).toEqual(["totalElements: integer", "page: object", "page.size: integer"]);
    },
  );

  it("if it holds the array in an envelope", () => {
    const halAnswer = read({ _embedded: page({ userDtos: things }), _links: page({}), page: page({ number }) });
    expect(halAnswer).toMatchObject({ isList: true, listAt: ["_embedded", "userDtos"] });
    expect(inShort(halAnswer.beside)).toEqual(["_links: object", "page: object", "page.number: integer"]);
    expect(read({ status: number, data: page({ items: things, total: number }) })).toMatchObject({
      isList: true,
      listAt: ["data", "items"],
    });
  });
});

describe("an answer is no list", () => {
  it.each([
    ["something with a name of its own stands beside the array", { items: things, name: text }],
    ["the array is called something else", { parts: things, total: number }],
    ["there are two arrays", { items: things, users: things }],
    ["the array holds texts", { items: { type: "array", items: text } }],
    ["there is no array", { total: number }],
  ])("if %s", (_, properties) => {
    const answer = read(properties);
    expect(answer).toMatchObject({ isList: false, beside: [] });
    expect(answer).not.toHaveProperty("listAt");
  });
});
