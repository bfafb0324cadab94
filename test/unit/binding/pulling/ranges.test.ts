import type { ApiField, ApiOperation } from "../../../../provider/binding/documents";
import { rangesOf } from "../../../../provider/binding/pulling/ranges";

const field = (more: Partial<ApiField>): ApiField => ({
  path: ["name"],
  type: "string",
  required: false,
  description: "",
  ...more,
});

const operation = (name: ApiField): ApiOperation => ({
  document: "accounts",
  id: "createUser",
  method: "POST",
  path: "/users",
  tags: [],
  summary: "",
  description: "",
  pathParameters: [],
  query: [],
  headers: [],
  body: { sends: "json", fields: [name] },
  answer: { status: 200, gives: "nothing", isList: false, fields: [], beside: [] },
  refusals: [],
  needsLogin: true,
  deprecated: false,
});

const ranges = (own: Partial<ApiField>, theirs: Partial<ApiField>) =>
  rangesOf(operation(field(own)), operation(field(theirs)));

describe("what a server takes of a field", () => {
  it("is the same if limits and values are", () => {
    const same = { limits: { maxLength: 200 }, values: ["a", "b"] };
    expect(ranges(same, same)).toEqual({ narrowed: [], widened: [] });
  });

  it("is narrower with a smaller upper limit, or a larger lower one", () => {
    expect(ranges({ limits: { maxLength: 200 } }, { limits: { maxLength: 120 } })).toEqual({
      narrowed: ["`name`: 120 characters at most on the server, 200 characters at most here."],
      widened: [],
    });
    expect(ranges({}, { limits: { minLength: 3 } }).narrowed).toEqual([
      "`name`: 3 characters at least on the server, no limit here.",
    ]);
  });

  it("is wider without the provider's limit", () => {
    expect(ranges({ limits: { maxLength: 200 } }, {})).toEqual({
      narrowed: [],
      widened: ["`name`: no limit on the server, 200 characters at most here."],
    });
  });

  it("is narrower with fewer values, and wider with more", () => {
    expect(ranges({ values: ["a", "b"] }, { values: ["a"] }).narrowed).toEqual([
      "`name`: 1 values on the server, 2 here.",
    ]);
    expect(ranges({ values: ["a"] }, { values: ["a", "b"] }).widened).toHaveLength(1);
    expect(ranges({}, { values: ["a"] }).narrowed).toHaveLength(1);
  });
});
