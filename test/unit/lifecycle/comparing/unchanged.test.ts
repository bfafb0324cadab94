import { kinds, type Values } from "../../../../provider/kinds";
import { isExactlyAsBefore } from "../../../../provider/lifecycle/comparing/unchanged";

const kindCalled = (name: string) => {
  const kind = kinds.find((it) => it.name === name);
  if (kind === undefined) {
    throw new Error(`There is no kind ${name}`);
  }
  return kind;
};

const state = { name: "Land", contact: { city: "Aue" }, created: 5 };
const asBefore = (there: Values, before: Values = state, declared: readonly string[][] = [["contact", "city"]]) =>
  isExactlyAsBefore(kindCalled("Organisation"), before, there, declared);

describe("an object is exactly as before", () => {
  it("if the server has the values of the state", () => {
    expect(asBefore({ ...state, contact: { city: "Aue" } })).toBe(true);
  });

  it("if what the server adds is empty", () => {
    expect(asBefore({ ...state, customFields: {}, description: "" })).toBe(true);
  });

  it("if the server does not show what it never shows", () => {
    const user = { username: "erika", email: "e@users.example" };
    expect(isExactlyAsBefore(kindCalled("User"), user, user, [["username"], ["password"]])).toBe(true);
  });
});

describe("an object is to be compared field by field", () => {
  it.each([
    ["another value", { ...state, name: "Kreis" }],
    ["another member", { ...state, contact: { city: "Bedorf" } }],
    ["a value that is new", { ...state, description: "by hand" }],
    ["a value that is gone", { name: "Land", contact: { city: "Aue" } }],
    ["another computed value", { ...state, created: 6 }],
    ["a value that no field has", { ...state, somethingElse: 1 }],
  ])("because of %s", (_why, there) => {
    expect(asBefore(there)).toBe(false);
  });

  it("because the state lacks a declared value", () => {
    expect(asBefore(state, state, [["description"]])).toBe(false);
  });

  it("if its kind shows the server's values in the form of the declaration", () => {
    expect(isExactlyAsBefore({ ...kindCalled("Organisation"), seenFor: (it) => it }, state, state, [])).toBe(false);
  });
});
