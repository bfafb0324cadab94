import { pagingOf } from "../../../../provider/binding/pulling/paging";
import { only, readOpenApi } from "../documents/small-documents";

type Json = Record<string, unknown>;

function paged(parameters: readonly Json[], beside: Json = {}, headers: Json = {}) {
  const schema = {
    type: "object",
    properties: { items: { type: "array", items: { type: "object", properties: {} } }, ...beside },
  };
  const content = { "application/json": { schema } };
  const get = {
    parameters: parameters.map((one) => ({ in: "query", ...one })),
    responses: { 200: { description: "A page", content, headers } },
  };
  return pagingOf(only(readOpenApi({ paths: { "/items": { get } } })));
}

const parameter = (name: string, schema: Json = {}, description = "") => ({
  name,
  description,
  schema: { type: "integer", ...schema },
});

describe("a list comes in pages", () => {
  it("by offset and limit", () => {
    const { form, parameters } = paged([parameter("skip"), parameter("limit", { maximum: 50 })], {
      totalCount: { type: "integer" },
    });
    expect(form).toEqual({ by: "offset", offset: "skip", limit: "limit", most: 50, total: "totalCount" });
    expect([...parameters]).toEqual(["skip", "limit"]);
  });

  it("with the length of the whole list in a header", () => {
    const { form } = paged([parameter("offset"), parameter("limit")], {}, { "X-Total-Count": {} });
    expect(form).toMatchObject({ by: "offset", total: "header:X-Total-Count" });
  });

  it.each([
    ["whose number begins at 0", parameter("page", { minimum: 0 }), 0, 0],
    ["whose number begins at 1", parameter("page", { minimum: 1 }), 1, 0],
    ["that are counted from 0 in words", parameter("pageNumber", {}, "Counted from 0."), 0, 0],
    ["of which nobody says where they begin", parameter("page"), 1, 1],
  ])("%s", (_, page, first, remarks) => {
    const found = paged([page, parameter("per_page")], { totalPages: { type: "integer" } });
    expect(found.form).toEqual({ by: "page", page: page.name, size: "per_page", first });
    expect(found.remarks).toHaveLength(remarks);
  });

  it("that a cursor leads to", () => {
    const { form } = paged([parameter("cursor", { type: "string" }), parameter("limit", { maximum: 100 })], {
      next_cursor: { type: "string" },
    });
    expect(form).toEqual({ by: "cursor", cursor: "cursor", limit: "limit", next: "next_cursor", most: 100 });
  });
});

describe("a list comes at once", () => {
  it("if nothing asks for a page", () => {
    expect(paged([parameter("name")])).toEqual({ form: { by: "none" }, parameters: new Set(), remarks: [] });
  });

  it("if nobody says where the next cursor stands, and a remark says so", () => {
    const { form, remarks } = paged([parameter("after", { type: "string" })]);
    expect(form).toEqual({ by: "none" });
    expect(remarks).toEqual([expect.stringContaining("does not say where the answer has the next one")]);
  });
});
