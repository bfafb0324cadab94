import { pageLimit, pagingOf, parametersFor, toldBy } from "../../../../provider/binding/applying/paging";

const byPage = { by: "page", page: "page", size: "size", first: 1, total: "page.total_elements" } as const;
const byCursor = { by: "cursor", cursor: "after", limit: "first", next: "meta.next" } as const;

describe("a part of a list is asked for", () => {
  it("by offset and limit, as the provider's contract does, where the file says nothing", () => {
    expect(parametersFor(pagingOf(undefined), { offset: 500, limit: 500 })).toEqual({ offset: 500, limit: 500 });
    expect(pagingOf({})).toEqual(pagingOf(undefined));
    expect(pageLimit(pagingOf({}))).toBe(500);
  });

  it("by offset and limit under other names", () => {
    const paging = { by: "offset", offset: "skip", limit: "top" } as const;
    expect(parametersFor(paging, { offset: 10, limit: 5 })).toEqual({ skip: 10, top: 5 });
  });

  it.each([
    [1, 0, 1],
    [1, 400, 3],
    [0, 0, 0],
    [0, 400, 2],
  ])("by its page, of which the first is %d: at %d the number is %d", (first, offset, page) => {
    expect(parametersFor({ ...byPage, first }, { offset, limit: 200 })).toEqual({ page, size: 200 });
  });

  it("by the cursor of the page before, and without one at the beginning", () => {
    expect(parametersFor(byCursor, { offset: 0, limit: 9 })).toEqual({ first: 9 });
    expect(parametersFor(byCursor, { offset: 0, limit: 9, cursor: "c" })).toEqual({ first: 9, after: "c" });
  });

  it("not at all, where one answer has the whole list", () => {
    expect(parametersFor({ by: "none" }, { offset: 0, limit: 500 })).toEqual({});
  });

  it("in parts as large as the server gives", () => {
    expect(pageLimit({ ...byPage, most: 200 })).toBe(200);
  });
});

describe("an answer tells of its list", () => {
  it("the length, in the body or in a header, as a number or a text", () => {
    expect(toldBy(byPage, { page: { total_elements: 12 } }, {})).toEqual({ total: 12 });
    expect(toldBy(byPage, { page: { total_elements: "12" } }, {})).toEqual({ total: 12 });
    expect(toldBy({ ...byPage, total: "header:X-Count" }, {}, { "x-count": "12" })).toEqual({ total: 12 });
  });

  it.each([undefined, null, -1, "many", 1.5, {}])("nothing with a length that is none: %j", (total) => {
    expect(toldBy(byPage, { page: { total_elements: total } }, {})).toEqual({});
  });

  it("nothing where the file does not say where", () => {
    expect(toldBy({ by: "offset", offset: "o", limit: "l" }, { total: 5 }, { "x-total-count": "5" })).toEqual({});
    expect(toldBy({ by: "none" }, { total: 5 }, {})).toEqual({});
  });

  it.each([
    ["c", "c"],
    [7, "7"],
    [0, "0"],
    ["", null],
    [null, null],
    [undefined, undefined],
    [false, null],
  ])("the next cursor: %j is %j", (given, next) => {
    expect(toldBy(byCursor, { meta: { next: given } }, {})).toEqual({ next });
  });
});
